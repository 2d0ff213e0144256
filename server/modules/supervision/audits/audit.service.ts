import { newId } from "../../../kernel/ids.ts";
import type { Localized } from "../../../kernel/language.ts";
import { dayIn } from "../../../kernel/zone.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../../platform/outcome.ts";
import { AuditPlan, AuditRun } from "./audit.entity.ts";
import { auditCompleted, auditOrdered, auditPlanMade, auditPlanPaused, auditPlanResumed } from "./audit.events.ts";
import { type AuditCalendar, type AuditRule, nextDueOn, occasionOf, planFaults } from "./audit.rules.ts";
import { type AuditCheck, type BatchCount, closeBatch, cutBatches, judgeByRule, type OpenBatch, openBatch } from "./audit-engine.queries.ts";
import { duePlans, findingsOf, hasUnfinishedRun, occasionsByPlan, ruleSetVersion } from "./audit.queries.ts";

/** How many members one transaction judges: large enough for set work, small enough to lose little when a worker dies. */
const BATCH = 500;

export interface PlanInput {
  title: Localized;
  ruleSetVersion: number;
  calendar: AuditCalendar;
  dueDay: number;
}

export class AuditService {
  /** `checks` are how rules judge, by rule code; higher modules add theirs. `zone` is the association's. */
  constructor(private readonly checks: ReadonlyMap<string, AuditCheck>, private readonly zone: string) {}

  /** Makes a plan by a set of rules that is in force today; a future set judges nobody. */
  async planMake(tx: Context, input: PlanInput): Promise<Outcome<AuditPlan>> {
    const faults = planFaults(input);
    if (faults.length > 0) return refusedWith(faults);
    const set = await ruleSetVersion(tx, input.ruleSetVersion);
    if (!set || set.rules.some(({ code }) => !this.checks.has(code))) return refused("NOT_FOUND", "input.ruleSetVersion");
    if (set.effectiveFrom > dayIn(this.zone, tx.now)) return refused("NOT_YET_IN_FORCE", "input.ruleSetVersion");
    const plan = tx.db.create(AuditPlan, { id: newId("apl", tx.now), ...input, active: true, createdBy: tx.actor.userId, createdAt: tx.now });
    announce(tx, auditPlanMade, { planId: plan.id }, { record: plan.id, after: plan });
    return done(await tx.db.save(plan));
  }

  /** Stops or resumes a plan's calendar; runs already ordered go on. */
  async planPause(tx: Context, id: string, active: boolean): Promise<Outcome<AuditPlan>> {
    const plan = await tx.db.findOne(AuditPlan, { where: { id }, lock: { mode: "pessimistic_write" } });
    if (!plan) return refused("NOT_FOUND", "id");
    const before = { ...plan };
    plan.active = active;
    announce(tx, active ? auditPlanResumed : auditPlanPaused, { planId: id }, { record: id, before, after: plan });
    return done(await tx.db.save(plan));
  }

  /** Orders a run now, beside the calendar. One at a time: a plan whose run is not done yet refuses. */
  async runNow(tx: Context, planId: string): Promise<Outcome<AuditRun>> {
    const plan = await tx.db.findOne(AuditPlan, { where: { id: planId }, lock: { mode: "pessimistic_write" } });
    if (!plan) return refused("NOT_FOUND", "planId");
    if (await hasUnfinishedRun(tx, planId)) return refused("AUDIT_RUNNING", "planId");
    return done(await this.order(tx, plan, `now-${tx.now.toISOString()}`));
  }

  /** The day on which the calendar orders a plan's next run; null while the plan is paused. */
  async nextDueOn(ctx: Context, { id, active, calendar, dueDay }: AuditPlan): Promise<string | null> {
    return active ? nextDueOn(calendar, dueDay, dayIn(this.zone, ctx.now), await ctx.load(occasionsByPlan, id)) : null;
  }

  /** Orders the runs the calendar asks for, each occasion once however often this is asked. */
  async startDue(tx: Context): Promise<Outcome<number>> {
    const day = dayIn(this.zone, tx.now);
    let started = 0;
    for (const plan of await duePlans(tx)) {
      const occasion = occasionOf(plan.calendar, plan.dueDay, day);
      if (occasion === null || plan.occasions.includes(occasion)) continue;
      await this.order(tx, plan, occasion);
      started += 1;
    }
    return done(started);
  }

  /** Opens a run: fixes who is judged and cuts them into batches. Asked again, it changes nothing. */
  async open(tx: Context, runId: string): Promise<Outcome<AuditRun>> {
    const run = await tx.db.findOne(AuditRun, { where: { id: runId }, lock: { mode: "pessimistic_write" } });
    if (!run) return refused("NOT_FOUND", "runId");
    if (run.state !== "ORDERED") return done(run);
    const { population, batches } = await cutBatches(tx, runId, BATCH);
    return done(await tx.db.save(Object.assign(run, { state: "RUNNING", population, batches, startedAt: tx.now })));
  }

  /** Judges one batch that is not done yet, all rules over all its members, in one transaction, and answers how far the run is. Null when none is left. */
  async judgeBatch(tx: Context, runId: string): Promise<Outcome<BatchCount | null>> {
    const batch = await openBatch(tx, runId);
    if (!batch) return done(null);
    const judgements = batch.rules.map((rule) => [rule, this.checkOf(rule, batch)] as const);
    // Sent together, done one after another: the run itself is held by the last of them alone, so that others judge meanwhile.
    const judged = Promise.all(judgements.map(([rule, check]) => judgeByRule(tx, batch, rule, check)));
    const [count] = await Promise.all([closeBatch(tx, batch), judged]);
    return done(count);
  }

  private checkOf({ code }: AuditRule, { ruleSetVersion: version }: OpenBatch): AuditCheck {
    const check = this.checks.get(code);
    if (!check) throw new Error(`Rule ${code} of set ${version} has no check.`);
    return check;
  }

  /** Closes a run whose batches are all done and tells the house; asked again, it changes nothing. */
  async complete(tx: Context, runId: string): Promise<Outcome<AuditRun>> {
    const run = await tx.db.findOne(AuditRun, { where: { id: runId }, lock: { mode: "pessimistic_write" } });
    if (!run) return refused("NOT_FOUND", "runId");
    if (run.state !== "RUNNING" || run.batchesDone < run.batches) return done(run);
    const before = { ...run };
    Object.assign(run, { state: "DONE", findings: await findingsOf(tx, runId), finishedAt: tx.now });
    announce(tx, auditCompleted, { runId }, { record: runId, before, after: run });
    return done(await tx.db.save(run));
  }

  private async order(tx: Context, plan: Pick<AuditPlan, "id" | "ruleSetVersion">, occasion: string): Promise<AuditRun> {
    const run = tx.db.create(AuditRun, {
      id: newId("aur", tx.now), planId: plan.id, ruleSetVersion: plan.ruleSetVersion, occasion, asOf: tx.now, state: "ORDERED",
      population: 0, batches: 0, batchesDone: 0, findings: 0, orderedBy: tx.actor.userId, orderedAt: tx.now, startedAt: null, finishedAt: null,
    });
    announce(tx, auditOrdered, { runId: run.id }, { record: run.id, after: run });
    return tx.db.save(run);
  }
}
