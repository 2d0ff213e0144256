import { dayIn } from "../../../kernel/zone.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../../platform/outcome.ts";
import { ladderOf } from "../sanctions/ladder.queries.ts";
import { CaseDraft, SanctionCase } from "./case.entity.ts";
import { caseDrafted } from "./case.events.ts";
import { noteStep } from "./case.queries.ts";
import { mayFollow, type Proposal, proposalFaults } from "./case.rules.ts";
import { isAnswered } from "./case-clock.queries.ts";
import { type CaseSeen, inInput, lockedCase } from "./case.service.ts";

/** What a panel will be asked to decide. */
export class CaseDraftService {
  constructor(private readonly zone: string) {}

  /**
   * Saves the draft of a decision, once the member has answered or its time to answer is over. Whoever saves is an editor for good and never decides the case.
   * Votes cast on what was drafted before count no more.
   */
  async save(tx: Context, seen: CaseSeen, proposal: Proposal): Promise<Outcome<SanctionCase>> {
    const found = await lockedCase(tx, seen);
    if (!found.ok) return found;
    const drafted = found.value;
    if (!mayFollow(drafted.state, "DRAFTED")) return refused("CASE_STATE", "input.id");
    if (!(await isAnswered(tx, drafted, dayIn(this.zone, tx.now)))) return refused("ANSWER_PERIOD_OPEN", "input.id");
    const written = { ...proposal, reasons: proposal.reasons.trim(), legalBasis: proposal.legalBasis?.trim() ?? null };
    const faults = proposalFaults(written, await ladderOf(tx, drafted.ladderVersion), drafted.charges);
    if (faults.length > 0) return refusedWith(inInput(faults));

    const former = await tx.db.findOneBy(CaseDraft, { caseId: drafted.id });
    Object.assign(drafted, { state: "DRAFTED", revision: drafted.revision + 1 });
    const draft: CaseDraft = {
      caseId: drafted.id, proposal: written, editors: [...new Set([...(former?.editors ?? []), tx.actor.userId ?? ""])], revision: drafted.revision, savedAt: tx.now,
    };
    await tx.db.save(SanctionCase, drafted);
    await tx.db.save(CaseDraft, draft);
    await noteStep(tx, drafted, "DRAFTED", { told: false });
    announce(tx, caseDrafted, { caseId: drafted.id, memberId: drafted.memberId, revision: drafted.revision }, { record: drafted.id, ...(former && { before: former }), after: draft });
    return done(drafted);
  }
}
