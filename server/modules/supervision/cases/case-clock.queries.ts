import { type ClockReading, type Pause, readClock, workingCalendar } from "../../calendar/index.ts";
import type { Context } from "../../../platform/context.ts";
import { answersByCase, pausesBySubject } from "./case.queries.ts";

/** The times that do not count for a case or an appeal, as its clock reads them. */
export const pausesOf = async (ctx: Context, subjectId: string): Promise<Pause[]> =>
  (await ctx.load(pausesBySubject, subjectId)).map(({ fromDay, untilDay, reason }) => ({ from: fromDay, until: untilDay, reason }));

/** Where the clock of something that began on a day stands on another; terms are in calendar days and end on a working day. */
export const clockOf = async (ctx: Context, { subjectId, startedOn, days }: { subjectId: string; startedOn: string; days: number }, on: string): Promise<ClockReading> => {
  const [calendar, pauses] = await Promise.all([workingCalendar(ctx), pausesOf(ctx, subjectId)]);
  return readClock(calendar, { startedOn, term: { days, unit: "CALENDAR" }, pauses }, on);
};

interface Answering {
  id: string;
  noticeServedOn: string | null;
  answerDays: number;
}

/** Where the time to answer stands on a day; null before the notice was served. */
export const answerClock = async (ctx: Context, { id, noticeServedOn, answerDays }: Answering, on: string): Promise<ClockReading | null> =>
  noticeServedOn === null ? null : clockOf(ctx, { subjectId: id, startedOn: noticeServedOn, days: answerDays }, on);

/** Whether the member has said all it wants to, or its time to say so is over. */
export async function isAnswered(ctx: Context, about: Answering, on: string): Promise<boolean> {
  const [clock, answers] = await Promise.all([answerClock(ctx, about, on), ctx.load(answersByCase, about.id)]);
  return answers.some(({ final }) => final) || clock?.state === "OVERDUE";
}
