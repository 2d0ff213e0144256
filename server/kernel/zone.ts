const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, `YYYY-MM-DD`, an instant falls on in a zone such as `Asia/Shanghai`. Throws RangeError for an unknown zone or an invalid instant. */
export const dayIn = (zone: string, at: Date): string => formatOf(zone).format(at);

/** Made once for each zone: to make one takes longer than to use it a hundred times. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(zone, made);
  return made;
}
