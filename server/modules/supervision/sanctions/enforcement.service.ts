import { dayIn } from "../../../kernel/zone.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../../platform/outcome.ts";
import { dueDay, workingCalendar } from "../../calendar/index.ts";
import type { StandingService } from "../../members/index.ts";
import { SanctionAppeal } from "../appeals/appeal.entity.ts";
import { SanctionCase } from "../cases/case.entity.ts";
import { caseClosed } from "../cases/case.events.ts";
import { holdCase, noteStep } from "../cases/case.queries.ts";
import { type CaseSeen, lockedCase } from "../cases/case.service.ts";
import { SanctionDecision } from "./decision.entity.ts";
import { sanctionInForce, sanctionServed } from "./decision.events.ts";
import { pendingDecisions } from "./decision.queries.ts";
import { type Appealed, effectiveFrom, lastDayOf, settledOn } from "./decision.rules.ts";
import { ladderOf } from "./ladder.queries.ts";
import type { ProceduralStep } from "./ladder.rules.ts";

/** What becomes of a decision: served, taking effect on its day, and done with on its day, whenever the house comes to it. */
export class EnforcementService {
  constructor(private readonly standings: StandingService, private readonly zone: string) {}

  /** Tells the member what was decided. The time to appeal begins; what no appeal suspends takes effect at once, and a dismissal ends the case. */
  async serve(tx: Context, seen: CaseSeen): Promise<Outcome<SanctionCase>> {
    const found = await lockedCase(tx, seen);
    if (!found.ok) return found;
    const about = found.value;
    const decision = about.state === "DECIDED" ? await tx.db.findOneBy(SanctionDecision, { caseId: about.id }) : null;
    if (decision === null) return refused("CASE_STATE", "input.id");
    const today = this.today(tx);
    const before = { ...decision };
    const { periods } = await ladderOf(tx, about.ladderVersion);
    const appealUntil = decision.step === null ? null : dueDay(await workingCalendar(tx), { startedOn: today, term: { days: periods.appealDays, unit: "CALENDAR" }, pauses: [] });
    await tx.db.save(SanctionDecision, Object.assign(decision, { servedOn: today, appealUntil }));
    await this.moved(tx, about, { state: "SERVED" });
    await noteStep(tx, about, "SERVED", { facts: { step: decision.step, appealUntil } });
    announce(tx, sanctionServed, { decisionId: decision.id, caseId: about.id, memberId: about.memberId, servedOn: today }, { record: about.id, before, after: decision });
    if (decision.step === null) await this.close(tx, about, "DISMISSED", today);
    else await this.settle(tx, about, decision);
    return done(about);
  }

  /** Does what the day of each waiting decision asks for; run again, or late by days, it changes nothing that was done, and every date is the one it should be. */
  async settleNext(tx: Context, after: string, limit: number): Promise<Outcome<string | null>> {
    const pending = await pendingDecisions(tx, this.today(tx), after, limit);
    for (const { caseId, decisionId } of pending) {
      await holdCase(tx, caseId);
      const [about, decision] = [await tx.db.findOneByOrFail(SanctionCase, { id: caseId }), await tx.db.findOneByOrFail(SanctionDecision, { id: decisionId })];
      await this.settle(tx, about, decision);
    }
    return done(pending.length === limit ? (pending.at(-1)?.caseId ?? null) : null);
  }

  /** Lets a decision take effect, and ends its case, where the days for it have come. */
  async settle(tx: Context, about: SanctionCase, decision: SanctionDecision): Promise<void> {
    const today = this.today(tx);
    const appeal = await this.appealOf(tx, decision);
    const step = await this.stepOf(tx, decision);
    const from = effectiveFrom(decision, step.appealSuspends, appeal);
    if (about.state === "SERVED" && from !== null && from <= today) await this.enforce(tx, about, decision, step, from);
    const settled = about.state === "IN_FORCE" ? settledOn(decision, appeal) : null;
    if (settled !== null && settled <= today) await this.close(tx, about, "SANCTIONED", settled);
  }

  /** Ends a case on a day that may lie in the past, where the house comes to it late. */
  async close(tx: Context, about: SanctionCase, outcome: NonNullable<SanctionCase["outcome"]>, closedOn: string): Promise<void> {
    const before = { ...about };
    await this.moved(tx, about, { state: "CLOSED", outcome, closedOn });
    await noteStep(tx, about, "CLOSED", { facts: { outcome } });
    announce(tx, caseClosed, { caseId: about.id, memberId: about.memberId, closedOn }, { record: about.id, before, after: about });
  }

  /** Lets a decision take effect from a day on, and with it what it does to the membership. */
  async enforce(tx: Context, about: SanctionCase, decision: SanctionDecision, step: ProceduralStep, from: string): Promise<void> {
    const before = { ...decision };
    Object.assign(decision, { inForceOn: from, endsOn: lastDayOf(from, decision.months) });
    await tx.db.save(SanctionDecision, decision);
    if (about.state === "SERVED") await this.moved(tx, about, { state: "IN_FORCE" });
    if (step.standing !== "NONE") await this.standings.decree(tx, about.memberId, { kind: step.standing, day: from, until: decision.endsOn, basis: decision.id });
    await noteStep(tx, about, "IN_FORCE", { facts: { step: step.code, from, until: decision.endsOn } });
    announce(tx, sanctionInForce, { decisionId: decision.id, caseId: about.id, memberId: about.memberId, inForceOn: from }, { record: about.id, before, after: decision });
  }

  private async appealOf(tx: Context, { id }: SanctionDecision): Promise<Appealed | null> {
    const appeal = await tx.db.findOneBy(SanctionAppeal, { decisionId: id });
    return appeal && { endedOn: appeal.decidedAt && dayIn(this.zone, appeal.decidedAt) };
  }

  /** The step a decision imposes, as its ladder has it. */
  async stepOf(tx: Context, { step, ladderVersion }: Pick<SanctionDecision, "step" | "ladderVersion">): Promise<ProceduralStep> {
    const found = (await ladderOf(tx, ladderVersion)).steps.find(({ code }) => code === step);
    if (found === undefined) throw new Error(`Ladder ${ladderVersion} knows no step ${String(step)}.`);
    return found;
  }

  private moved = (tx: Context, row: SanctionCase, change: Partial<SanctionCase>) => tx.db.save(SanctionCase, Object.assign(row, change, { revision: row.revision + 1 }));

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}
