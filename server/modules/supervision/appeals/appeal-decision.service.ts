import { digestOf } from "../../../kernel/digest.ts";
import { newId } from "../../../kernel/ids.ts";
import { dayIn } from "../../../kernel/zone.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../../platform/outcome.ts";
import type { ClockReading } from "../../calendar/index.ts";
import type { StandingService } from "../../members/index.ts";
import { clockOf } from "../cases/case-clock.queries.ts";
import { SanctionCase } from "../cases/case.entity.ts";
import { caseById, holdCase, noteStep } from "../cases/case.queries.ts";
import { handsInDecision, matterOf } from "../panels/panel.queries.ts";
import { tallyOf } from "../panels/panel.rules.ts";
import type { PanelService, PanelSubject } from "../panels/panel.service.ts";
import { type PanelRecord, SanctionDecision } from "../sanctions/decision.entity.ts";
import { sanctionSetAside } from "../sanctions/decision.events.ts";
import { imposedColumns, reasonsOf } from "../sanctions/decision.service.ts";
import type { EnforcementService } from "../sanctions/enforcement.service.ts";
import { ladderOf } from "../sanctions/ladder.queries.ts";
import type { ProceduralLadder } from "../sanctions/ladder.rules.ts";
import { SanctionAppeal } from "./appeal.entity.ts";
import { appealDecided, appealWithdrawn } from "./appeal.events.ts";
import { appealById, type AppealRow } from "./appeal.queries.ts";
import { type AppealChoice, choiceFault, readChoice, writtenChoice } from "./appeal.rules.ts";

export interface AppealSeen {
  id: string;
  revision: number;
}

/** An appeal that lies before a panel. */
interface Laid {
  appeal: SanctionAppeal;
  about: SanctionCase;
  decision: SanctionDecision;
  ladder: ProceduralLadder;
  subject: PanelSubject;
}

/** How another panel decides an appeal, and what becomes of the decision appealed. */
export class AppealDecisionService {
  constructor(
    private readonly panels: PanelService, private readonly enforcement: EnforcementService, private readonly standings: StandingService, private readonly zone: string,
  ) {}

  /** Names who is to decide: nobody who had a hand in the case or sat on its panel. */
  async seat(tx: Context, seen: AppealSeen, userIds: readonly string[]): Promise<Outcome<SanctionAppeal>> {
    const laid = await this.laid(tx, seen);
    if (!laid.ok) return laid;
    const seated = await this.panels.seat(tx, laid.value.subject, userIds);
    return seated.ok ? done(laid.value.appeal) : seated;
  }

  /** The time a panel has to decide; null once the appeal ended. */
  clock = (ctx: Context, { id, filedOn, decisionDays, outcome }: AppealRow): Promise<ClockReading | null> =>
    outcome === null ? clockOf(ctx, { subjectId: id, startedOn: filedOn, days: decisionDays }, this.today(ctx)) : Promise.resolve(null);

  /** Everybody who may sit on panels, with what keeps them from an appeal; nobody where there is no such appeal. */
  async candidates(ctx: Context, id: string) {
    const appeal = await ctx.load(appealById, id);
    const about = appeal && (await ctx.load(caseById, appeal.caseId));
    if (!about) return [];
    const { competitors } = await ladderOf(ctx, about.ladderVersion);
    const matter = await matterOf(ctx, about.memberId, await handsInDecision(ctx, about.id), competitors.sameRegion);
    return matter === null ? [] : this.panels.candidates(ctx, id, matter);
  }

  /** Casts the vote of a panellist: that the decision stands, is set aside, or gives way to a milder one. */
  async vote(tx: Context, seen: AppealSeen, choice: AppealChoice, reason: string): Promise<Outcome<SanctionAppeal>> {
    const laid = await this.laid(tx, seen);
    if (!laid.ok) return laid;
    const { appeal, decision, ladder, subject } = laid.value;
    const fault = choiceFault(choice, ladder, { step: decision.step ?? "", months: decision.months });
    if (fault) return refused(fault.code, `input.${fault.path}`);
    const voted = await this.panels.vote(tx, subject, writtenChoice(choice), reason);
    return voted.ok ? done(appeal) : voted;
  }

  /** Decides as the votes have it. The ledger hears of it by new entries; what was decided before stays on file as it was. */
  async decide(tx: Context, seen: AppealSeen): Promise<Outcome<SanctionAppeal>> {
    const laid = await this.laid(tx, seen);
    if (!laid.ok) return laid;
    const { appeal, about, ladder, subject } = laid.value;
    const fault = await this.panels.standsAside(tx, subject);
    if (fault) return refused(fault, "input.id");
    const votes = await this.panels.counting(tx, subject);
    const tally = tallyOf(votes.map(({ choice }) => choice), ladder.panel.quorum);
    if (tally.kind !== "DECIDED") return refused(tally.kind, "input.id");
    const choice = readChoice(tally.choice);
    const panel = votes.map(({ userId, name, choice: chosen }) => ({ userId, name, choice: readChoice(chosen).outcome }));
    const { outcome, step } = choice;
    await this.ended(tx, appeal, { outcome, step, reasons: reasonsOf(votes, tally.choice), panel, decidedBy: tx.actor.userId });
    await noteStep(tx, about, "APPEAL_DECIDED", { facts: { outcome, step } });
    announce(tx, appealDecided, { appealId: appeal.id, caseId: about.id, memberId: about.memberId, outcome }, { record: appeal.id, after: appeal });
    await this.follow(tx, laid.value, choice, panel);
    return done(appeal);
  }

  /** Takes an appeal back; the decision stands from today on as if none had been filed. */
  async withdraw(tx: Context, seen: AppealSeen): Promise<Outcome<SanctionAppeal>> {
    const laid = await this.laid(tx, seen);
    if (!laid.ok) return laid;
    const { appeal, about, decision } = laid.value;
    if (tx.actor.memberId !== appeal.memberId) return refused("NOT_FOUND", "input.id");
    await this.ended(tx, appeal, { outcome: "WITHDRAWN", step: null, reasons: null, panel: null, decidedBy: null });
    await noteStep(tx, about, "APPEAL_WITHDRAWN");
    announce(tx, appealWithdrawn, { appealId: appeal.id, caseId: about.id, memberId: about.memberId }, { record: appeal.id, after: appeal });
    await this.enforcement.settle(tx, about, decision);
    return done(appeal);
  }

  private async follow(tx: Context, laid: Laid, choice: AppealChoice, panel: PanelRecord[]): Promise<void> {
    const { about, decision } = laid;
    if (choice.outcome === "UPHELD") return this.enforcement.settle(tx, about, decision);
    const since = decision.inForceOn;
    await this.setAside(tx, laid);
    if (choice.outcome === "SET_ASIDE") return this.enforcement.close(tx, about, "SET_ASIDE", this.today(tx));
    const milder = await this.replaced(tx, laid, choice, panel);
    const step = await this.enforcement.stepOf(tx, milder);
    await this.enforcement.enforce(tx, about, milder, step, step.standing === "SUSPENDED" ? (since ?? this.today(tx)) : this.today(tx));
    await this.enforcement.settle(tx, about, milder);
  }

  private async setAside(tx: Context, { about, decision }: Laid): Promise<void> {
    const before = { ...decision };
    const today = this.today(tx);
    await tx.db.save(SanctionDecision, Object.assign(decision, { setAsideOn: today }));
    const { standing } = await this.enforcement.stepOf(tx, decision);
    if (decision.inForceOn !== null && standing === "SUSPENDED") await this.standings.decree(tx, about.memberId, { kind: "REINSTATED", day: today, until: null, basis: decision.id });
    announce(tx, sanctionSetAside, { decisionId: decision.id, caseId: about.id, memberId: about.memberId, setAsideOn: today }, { record: about.id, before, after: decision });
  }

  /** The milder decision in the place of the one appealed; it is final. */
  private async replaced(tx: Context, { appeal, decision, ladder }: Laid, { step, months }: AppealChoice, panel: PanelRecord[]): Promise<SanctionDecision> {
    const chosen = ladder.steps.find(({ code }) => code === step);
    if (chosen === undefined) throw new Error(`The ladder knows no step ${String(step)}.`);
    const { caseId, memberId, legalBasis, mitigations, charges, ladderVersion } = decision;
    const columns = imposedColumns({ step: chosen, stepsDown: 0, publishedDays: Math.min(chosen.publishedDays, decision.publishedDays), months: chosen.months && months, amount: null });
    const words = { ...columns, outcome: "SANCTION" as const, legalBasis, mitigations, charges, reasons: appeal.reasons ?? "", ladderVersion, panel };
    const milder = tx.db.create(SanctionDecision, {
      ...words, id: newId("sdc", tx.now), caseId, memberId, appealId: appeal.id, digest: digestOf({ caseId, ...words }), decidedAt: tx.now, decidedBy: tx.actor.userId ?? "",
      servedOn: this.today(tx), appealUntil: null, inForceOn: null, endsOn: null, setAsideOn: null,
    });
    await tx.db.insert(SanctionDecision, milder);
    return milder;
  }

  private ended = (tx: Context, appeal: SanctionAppeal, change: Partial<SanctionAppeal>) =>
    tx.db.save(SanctionAppeal, Object.assign(appeal, change, { decidedAt: tx.now, revision: appeal.revision + 1 }));

  private async laid(tx: Context, { id, revision }: AppealSeen): Promise<Outcome<Laid>> {
    const known = await tx.db.findOneBy(SanctionAppeal, { id });
    if (known === null) return refused("NOT_FOUND", "input.id");
    await holdCase(tx, known.caseId);
    const appeal = await tx.db.findOneByOrFail(SanctionAppeal, { id });
    if (appeal.revision !== revision) return refused("CONFLICT", "input.revision");
    if (appeal.outcome !== null) return refused("CASE_STATE", "input.id");
    const [about, decision] = [await tx.db.findOneByOrFail(SanctionCase, { id: appeal.caseId }), await tx.db.findOneByOrFail(SanctionDecision, { id: appeal.decisionId })];
    const ladder = await ladderOf(tx, about.ladderVersion);
    const matter = await matterOf(tx, about.memberId, await handsInDecision(tx, about.id), ladder.competitors.sameRegion);
    if (matter === null) throw new Error(`The member of case ${about.id} is not there.`);
    return done({ appeal, about, decision, ladder, subject: { id, memberId: about.memberId, revision, matter } });
  }

  private today = ({ now }: Context): string => dayIn(this.zone, now);
}
