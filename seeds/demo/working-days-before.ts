import { dayAfter } from "../../server/kernel/days.ts";
import { type WorkingCalendar, workingDaysBetween } from "../../server/modules/calendar/index.ts";

/** The latest day that lies so many working days before another. */
export function workingDaysBefore(calendar: WorkingCalendar, day: string, workingDays: number): string {
  let before = day;
  while (workingDaysBetween(calendar, before, day) < workingDays) before = dayAfter(before, -1);
  return before;
}
