import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { type ClockReading, readClock } from "../calendar/index.ts";
import { decisionTime } from "./application-state.rules.ts";
import { type ApplicationRow, stepsByApplication, waitingIds } from "./application.queries.ts";
import { applicationTerms, calendarOf } from "./application-terms.queries.ts";

/** Where the clock of a decision stands. */
export interface DecisionReading extends ClockReading<"WITH_APPLICANT"> {
  /** Whether so few days are left that somebody should see to it, or none. */
  isPressing: boolean;
}

/** By when the association decides: a clock on the working calendar, which stands still while an application is back with its applicant. */
export class DecisionClockService {
  /** `zone` is the association's, in which its days begin. */
  constructor(private readonly zone: string) {}

  /** Reads the clock of an application; null while it was never handed in, and once it has ended. */
  async read(ctx: Context, { id, state }: Pick<ApplicationRow, "id" | "state">): Promise<DecisionReading | null> {
    if (state !== "SUBMITTED" && state !== "RETURNED") return null;
    const [steps, terms, calendar] = await Promise.all([ctx.load(stepsByApplication, id), applicationTerms(ctx), calendarOf(ctx)]);
    const time = decisionTime(steps.map(({ kind, at }) => ({ kind, day: dayIn(this.zone, at) })));
    if (time === null) return null;
    const reading = readClock(calendar, { ...time, term: { days: terms.decisionDays, unit: "WORKING" } }, dayIn(this.zone, ctx.now));
    return { ...reading, isPressing: reading.state !== "PAUSED" && reading.left <= terms.warnDays };
  }

  /** How many of the applications that wait are pressing, and how many of those are overdue. */
  async pressing(ctx: Context): Promise<{ pressing: number; overdue: number }> {
    const ids = await waitingIds(ctx);
    const readings = await Promise.all(ids.map((id) => this.read(ctx, { id, state: "SUBMITTED" })));
    return { pressing: readings.filter((reading) => reading?.isPressing).length, overdue: readings.filter((reading) => reading?.state === "OVERDUE").length };
  }
}
