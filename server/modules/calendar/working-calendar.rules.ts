import { dayAfter } from "../../kernel/days.ts";

/** Nothing the association waits for takes longer; a calendar without working days ends here. */
const MOST_DAYS = 366 * 30;

/** Which days are worked: the working weekdays, except as listed. Days are written `YYYY-MM-DD`. */
export interface WorkingCalendar {
  /** 1 (Monday) to 7. */
  workingWeekdays: readonly number[];
  /** Days that are not as their weekday says: true for a day worked, false for a day off. */
  exceptions: ReadonlyMap<string, boolean>;
}

/** 1 (Monday) to 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const isWorkingDay = ({ workingWeekdays, exceptions }: WorkingCalendar, day: string): boolean =>
  exceptions.get(day) ?? workingWeekdays.includes(weekdayOf(day));

/** The day itself when it is worked, else the next that is. Throws RangeError when no day is worked any more. */
export const workingDayFrom = (calendar: WorkingCalendar, day: string): string => nthDay(day, 1, -1, (each) => isWorkingDay(calendar, each));

/** The `count`th working day after a day, which is not counted itself. Throws RangeError when there are not so many. */
export const addWorkingDays = (calendar: WorkingCalendar, day: string, count: number): string =>
  count === 0 ? day : nthDay(day, count, 0, (each) => isWorkingDay(calendar, each));

/** How many days after the first, up to and including the last, are worked; 0 when the last is not after the first. */
export function workingDaysBetween(calendar: WorkingCalendar, after: string, through: string): number {
  let count = 0;
  for (let day = dayAfter(after, 1); day <= through; day = dayAfter(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/** The `count`th day that counts, looking from `offset` days after `day` on, that day excluded. Throws RangeError when there is none within thirty years. */
export function nthDay(day: string, count: number, offset: number, counts: (day: string) => boolean): string {
  let seen = 0;
  for (let step = 1; step <= MOST_DAYS; step += 1) {
    const each = dayAfter(day, offset + step);
    if (counts(each)) seen += 1;
    if (seen === count) return each;
  }
  throw new RangeError(`fewer than ${count} days count after ${day}`);
}
