import { dayAfter } from "../../kernel/days.ts";
import { isWorkingDay, nthDay, type WorkingCalendar, workingDayFrom } from "./working-calendar.rules.ts";

/** How long somebody has. */
export interface Term {
  days: number;
  /** Working days are counted by the association's calendar; others as they come. */
  unit: "WORKING" | "CALENDAR";
}

/** A time that does not count: from its first day up to the day it ends, which counts again; open while that is null. */
export interface Pause<Reason extends string = string> {
  from: string;
  until: string | null;
  reason: Reason;
}

export interface Clock<Reason extends string = string> {
  /** The day something happened; the day after is the first that counts. */
  startedOn: string;
  term: Term;
  pauses: readonly Pause<Reason>[];
}

/** Where a clock stands on a day. */
export interface ClockReading<Reason extends string = string> {
  state: "RUNNING" | "PAUSED" | "OVERDUE";
  /** The last day that is in time; null while the clock is paused, since it moves on with every day. */
  due: string | null;
  /** Days of the term that are left after this day; below nought when it is over. */
  left: number;
  /** The pause it is in; null when it is in none. */
  pause: Pause<Reason> | null;
}

/**
 * Reads a clock on a day. A term in calendar days that ends on a day off ends on the next working day, as article 203 of the Civil Code of the
 * People's Republic of China has it for periods of law. Throws RangeError when no day is worked any more.
 */
export function readClock<Reason extends string>(calendar: WorkingCalendar, clock: Clock<Reason>, on: string): ClockReading<Reason> {
  const pause = clock.pauses.find((each) => covers(each, on)) ?? null;
  const left = clock.term.days - daysUsed(calendar, clock, on);
  if (pause !== null && pause.until === null) return { state: "PAUSED", due: null, left, pause };
  const due = dueDay(calendar, clock);
  if (pause !== null) return { state: "PAUSED", due, left, pause };
  return { state: on > due ? "OVERDUE" : "RUNNING", due, left: on <= due ? Math.max(0, left) : Math.min(-1, left), pause };
}

/** The last day that is in time. Throws RangeError when no day is worked any more, or a pause is open. */
export function dueDay(calendar: WorkingCalendar, clock: Clock): string {
  const { startedOn, term } = clock;
  const last = term.days === 0 ? startedOn : nthDay(startedOn, term.days, 0, (day) => counts(calendar, clock, day));
  return term.unit === "WORKING" ? last : workingDayFrom(calendar, last);
}

/** How many days of the term are used up when a day is over. */
function daysUsed(calendar: WorkingCalendar, clock: Clock, through: string): number {
  let used = 0;
  for (let day = dayAfter(clock.startedOn, 1); day <= through; day = dayAfter(day, 1)) if (counts(calendar, clock, day)) used += 1;
  return used;
}

function counts(calendar: WorkingCalendar, { term, pauses }: Clock, day: string): boolean {
  if (pauses.some((pause) => covers(pause, day))) return false;
  return term.unit === "CALENDAR" || isWorkingDay(calendar, day);
}

const covers = ({ from, until }: Pause, day: string): boolean => from <= day && (until === null || day < until);
