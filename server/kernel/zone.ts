/** The calendar day, `YYYY-MM-DD`, an instant falls on in a zone such as `Asia/Shanghai`. */
export const dayIn = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
