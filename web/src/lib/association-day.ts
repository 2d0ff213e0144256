import { associationZone } from "./format.ts";

/** The instants between which a calendar day lies in the association's zone, in UTC; the second is the next day's first. */
export const associationDay = (day: string): { begins: string; ends: string } => ({ begins: midnight(day, 0), ends: midnight(day, 1) });

/** The day so many days after another, both as `2026-03-01`. */
export const daysLater = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** How many days one day lies after another, both as `2026-03-01`; below nought when it lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

function midnight(day: string, later: number): string {
  const guess = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000;
  return new Date(guess - offsetAt(guess)).toISOString();
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant: number): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: associationZone, timeZoneName: "longOffset" }).formatToParts(instant);
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === "timeZoneName")?.value ?? "") ?? [];
  return hours === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
