const DAY_MS = 86_400_000;

/** Days of the calendar are written `YYYY-MM-DD` and know no zone. This is the one so many days later; earlier for a negative number. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The last day of a term of so many months from a day on: the day before the same day of the month, or before what comes nearest in a shorter one. */
export function termEnd(from: string, months: number): string {
  const [year, month, day] = from.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)) - DAY_MS).toISOString().slice(0, 10);
}
