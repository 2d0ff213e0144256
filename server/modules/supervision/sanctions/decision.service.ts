import { digestOf } from "../../../kernel/digest.ts";
import { newId } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../../platform/outcome.ts";
import { CaseDraft, SanctionCase } from "../cases/case.entity.ts";
import { caseReturned } from "../cases/case.events.ts";
import { caseById, noteStep } from "../cases/case.queries.ts";
import { type Imposed, imposedBy, type Proposal } from "../cases/case.rules.ts";
import { type CaseSeen, lockedCase } from "../cases/case.service.ts";
import { handsInCase, matterOf } from "../panels/panel.queries.ts";
import { tallyOf } from "../panels/panel.rules.ts";
import type { PanelService, PanelSubject } from "../panels/panel.service.ts";
import { type PanelRecord, SanctionDecision } from "./decision.entity.ts";
import { sanctionDecided } from "./decision.events.ts";
import { CaseChoice } from "./decision.rules.ts";
import { ladderOf } from "./ladder.queries.ts";

/** A case that lies before a panel, with all a panel decides on. */
interface Laid {
  about: SanctionCase;
  proposal: Proposal;
  subject: PanelSubject;
  quorum: number;
}

/** How a panel comes to a decision about a case. */
export class DecisionService {
  constructor(private readonly panels: PanelService) {}

  /** Names who is to decide. Whoever had a hand in the case, belongs to the firm or to a competitor of it is refused. */
  async seat(tx: Context, seen: CaseSeen, userIds: readonly string[]): Promise<Outcome<SanctionCase>> {
    const laid = await this.laid(tx, seen);
    if (!laid.ok) return laid;
    const seated = await this.panels.seat(tx, laid.value.subject, userIds);
    if (!seated.ok) return seated;
    await noteStep(tx, laid.value.about, "SEATED", { told: false, facts: { seats: userIds.length } });
    return done(laid.value.about);
  }

  /** Everybody who may sit on panels, with what keeps them from a case; nobody where there is no such case. */
  async candidates(ctx: Context, id: string) {
    const about = await ctx.load(caseById, id);
    if (about === null) return [];
    const { competitors } = await ladderOf(ctx, about.ladderVersion);
    const matter = await matterOf(ctx, about.memberId, await handsInCase(ctx, id), competitors.sameRegion);
    return matter === null ? [] : this.panels.candidates(ctx, id, matter);
  }

  /** Casts the vote of a panellist on the draft as it stands. */
  async vote(tx: Context, seen: CaseSeen, choice: CaseChoice, reason: string): Promise<Outcome<SanctionCase>> {
    const laid = await this.laid(tx, seen);
    if (!laid.ok) return laid;
    const voted = await this.panels.vote(tx, laid.value.subject, choice, reason);
    return voted.ok ? done(laid.value.about) : voted;
  }

  /** Decides as the votes have it: imposes what was drafted, dismisses the case, or sends the draft back. Of many at once one decides; the others come too late. */
  async decide(tx: Context, seen: CaseSeen): Promise<Outcome<SanctionCase>> {
    const laid = await this.laid(tx, seen);
    if (!laid.ok) return laid;
    const { about, subject, quorum, proposal } = laid.value;
    const fault = await this.panels.standsAside(tx, subject);
    if (fault) return refused(fault, "input.id");
    const votes = await this.panels.counting(tx, subject);
    const tally = tallyOf(votes.map(({ choice }) => choice), quorum);
    if (tally.kind !== "DECIDED") return refused(tally.kind, "input.id");
    if (tally.choice === CaseChoice.RETURN) return this.return(tx, about, votes.filter(({ choice }) => choice === CaseChoice.RETURN).map(({ reason }) => reason).join("\n"));
    const panel = votes.map(({ userId, name, choice }) => ({ userId, name, choice }));
    const decided = tally.choice === CaseChoice.IMPOSE ? proposal : { ...proposal, outcome: "DISMISSED" as const, reasons: reasonsOf(votes, tally.choice) };
    return this.decided(tx, about, decided, panel);
  }

  private async decided(tx: Context, about: SanctionCase, proposal: Proposal, panel: PanelRecord[]): Promise<Outcome<SanctionCase>> {
    const ladder = await ladderOf(tx, about.ladderVersion);
    const { id: caseId, memberId, ladderVersion } = about;
    const upheld = proposal.outcome === "SANCTION" ? about.charges.filter(({ code }) => proposal.upheld.includes(code)) : [];
    const words = {
      ...imposedColumns(imposedBy(proposal, ladder)), outcome: proposal.outcome, legalBasis: proposal.legalBasis, mitigations: [...proposal.mitigations], charges: upheld, reasons: proposal.reasons,
      ladderVersion, panel,
    };
    const decision = tx.db.create(SanctionDecision, {
      ...words, id: newId("sdc", tx.now), caseId, memberId, appealId: null, digest: digestOf({ caseId, ...words }), decidedAt: tx.now, decidedBy: tx.actor.userId ?? "", ...undated,
    });
    await tx.db.insert(SanctionDecision, decision);
    const before = { ...about };
    Object.assign(about, { state: "DECIDED", revision: about.revision + 1 });
    await tx.db.save(SanctionCase, about);
    await noteStep(tx, about, "DECIDED", { told: false, facts: { step: decision.step, votes: panel.length } });
    announce(tx, sanctionDecided, { decisionId: decision.id, caseId, memberId }, { record: caseId, before, after: decision });
    return done(about);
  }

  /** Sends the draft back: another is to be written, and voted on anew. */
  private async return(tx: Context, about: SanctionCase, reason: string): Promise<Outcome<SanctionCase>> {
    const before = { ...about };
    Object.assign(about, { revision: about.revision + 1 });
    await tx.db.save(SanctionCase, about);
    await noteStep(tx, about, "RETURNED", { told: false, note: reason });
    announce(tx, caseReturned, { caseId: about.id, memberId: about.memberId, reason }, { record: about.id, before, after: about });
    return done(about);
  }

  private async laid(tx: Context, seen: CaseSeen): Promise<Outcome<Laid>> {
    const found = await lockedCase(tx, seen);
    if (!found.ok) return found;
    const about = found.value;
    const draft = await tx.db.findOneBy(CaseDraft, { caseId: about.id });
    if (about.state !== "DRAFTED" || draft === null) return refused("CASE_STATE", "input.id");
    const ladder = await ladderOf(tx, about.ladderVersion);
    const matter = await matterOf(tx, about.memberId, await handsInCase(tx, about.id), ladder.competitors.sameRegion);
    if (matter === null) throw new Error(`The member of case ${about.id} is not there.`);
    const { id, memberId, revision } = about;
    return done({ about, proposal: draft.proposal, subject: { id, memberId, revision, matter }, quorum: ladder.panel.quorum });
  }
}

/** The columns of what is imposed; those of a dismissal. */
export const imposedColumns = (imposed: Imposed | null) => ({
  step: imposed?.step.code ?? null, severity: imposed?.step.severity ?? null, publicity: imposed?.step.publicity ?? null, publishedDays: imposed?.publishedDays ?? 0,
  months: imposed?.months ?? null, amount: imposed?.amount ?? null,
});

/** A decision nobody was told of yet. */
export const undated = { servedOn: null, appealUntil: null, inForceOn: null, endsOn: null, setAsideOn: null };

/** Why, in the words of those who chose so. */
export const reasonsOf = (votes: readonly { choice: string; reason: string }[], chosen: string): string =>
  votes.filter(({ choice }) => choice === chosen).map(({ reason }) => reason).join("\n\n");
