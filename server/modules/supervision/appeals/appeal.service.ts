import { newId } from "../../../kernel/ids.ts";
import { asRead } from "../../../kernel/plain-text.ts";
import { dayIn } from "../../../kernel/zone.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../../platform/outcome.ts";
import { caseById, type CaseRow, holdCase, noteStep, ownFiles } from "../cases/case.queries.ts";
import { statementFault } from "../cases/statement.rules.ts";
import { type DecisionRow, decisionsByCase } from "../sanctions/decision.queries.ts";
import { ladderOf } from "../sanctions/ladder.queries.ts";
import { SanctionAppeal } from "./appeal.entity.ts";
import { appealFiled } from "./appeal.events.ts";
import { groundsFault } from "./appeal.rules.ts";
import { appealByCase, appealById, type AppealRow } from "./appeal.queries.ts";

export interface Appealing {
  caseId: string;
  grounds: readonly string[];
  text: string;
  fileIds: readonly string[];
}

/** A member's appeal: once against the first decision, on stated grounds, within its time. */
export class AppealService {
  constructor(private readonly zone: string) {}

  async file(tx: Context, { caseId, grounds, text, fileIds }: Appealing): Promise<Outcome<AppealRow>> {
    const found = await this.appealable(tx, caseId);
    if (!found.ok) return found;
    const { about, decision, userId } = found.value;
    const { memberId } = about;
    const ladder = await ladderOf(tx, about.ladderVersion);
    const [words, own] = [asRead(text).trim(), await ownFiles(tx, fileIds, memberId)];
    const fault = groundsFault(grounds, ladder) ?? statementFault({ text: words, fileIds }, own);
    if (fault) return refused(fault.code, `input.${fault.path}`);

    const appeal: SanctionAppeal = {
      id: newId("sap", tx.now), caseId, decisionId: decision.id, memberId, grounds: [...new Set(grounds)], text: words, fileIds: [...own], filedAt: tx.now, filedBy: userId,
      filedOn: dayIn(this.zone, tx.now), decisionDays: ladder.periods.appealDecisionDays, revision: 1, outcome: null, step: null, reasons: null, panel: null, decidedAt: null, decidedBy: null,
    };
    await tx.db.insert(SanctionAppeal, appeal);
    await noteStep(tx, about, "APPEALED", { facts: { grounds: appeal.grounds.join(",") } });
    announce(tx, appealFiled, { appealId: appeal.id, caseId, memberId, decisionId: decision.id }, { record: appeal.id, after: appeal });
    const filed = await tx.load(appealById, appeal.id);
    return filed ? done(filed) : refused("NOT_FOUND", "input.caseId");
  }

  /** The decision a member may appeal now, with its case, held. */
  private async appealable(tx: Context, caseId: string): Promise<Outcome<{ about: CaseRow; decision: DecisionRow; userId: string }>> {
    await holdCase(tx, caseId);
    const { memberId, userId } = tx.actor;
    const about = await tx.load(caseById, caseId);
    if (about === null || about.memberId !== memberId || userId === null) return refused("NOT_FOUND", "input.caseId");
    const decision = (await tx.load(decisionsByCase, caseId)).find(({ appealId }) => appealId === null);
    const until = decision?.appealUntil ?? null;
    if (decision === undefined || until === null) return refused("NOT_APPEALABLE", "input.caseId");
    if ((await tx.load(appealByCase, caseId)) !== null) return refused("ALREADY_APPEALED", "input.caseId");
    if (dayIn(this.zone, tx.now) > until) return refusedWith([{ code: "APPEAL_CLOSED", path: "input.caseId", day: until }]);
    return done({ about, decision, userId });
  }
}
