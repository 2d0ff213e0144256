import { Decimal } from "./decimal.ts";

/** Days of the calendar, written `YYYY-MM-DD`; both ends are included. */
export interface Period {
  from: string;
  to: string;
}

interface Day {
  year: number;
  month: number;
  day: number;
}

const dayLength = 86_400_000;

/** True when both ends are days of the calendar and the first is not after the last. */
export const isPeriod = ({ from, to }: Period): boolean => isDay(from) && isDay(to) && from <= to;

/** True for a day that the calendar has, written `YYYY-MM-DD`; years begin with 0001. */
export const isDay = (text: string): boolean => {
  const day = read(text);
  return day !== null && day.year >= 1 && day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysInMonth(day.year, day.month);
};

/** Whole days, both ends counted. Zero when the texts are no period. */
export const daysIn = (period: Period): number =>
  isPeriod(period) ? Math.round((utc(period.to) - utc(period.from)) / dayLength) + 1 : 0;

/** Length in months: whole months, then the days left over as a share of the month they fall in. Zero when the texts are no period. */
export function monthsIn(period: Period): Decimal {
  const start = read(period.from);
  if (start === null || !isPeriod(period)) return new Decimal(0);
  const days = daysIn(period);
  let whole = 0;
  while (daysAfter(start, whole + 1) <= days) whole += 1;
  const passed = daysAfter(start, whole);
  return new Decimal(days - passed).div(daysAfter(start, whole + 1) - passed).plus(whole);
}

/** Days from `start` to the same day `months` later, or to that month's last day when it is shorter. */
function daysAfter(start: Day, months: number): number {
  const index = start.year * 12 + start.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const day = Math.min(start.day, daysInMonth(year, month));
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(start.year, start.month - 1, start.day)) / dayLength);
}

function read(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts && { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

const daysInMonth = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function utc(text: string): number {
  const day = read(text);
  return day === null ? Number.NaN : Date.UTC(day.year, day.month - 1, day.day);
}
