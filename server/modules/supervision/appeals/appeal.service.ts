import { newId } from "../../../kernel/ids.ts";
import { asRead } from "../../../kernel/plain-text.ts";
import { dayIn } from "../../../kernel/zone.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused, refusedWith } from "../../../platform/outcome.ts";
import { caseById, holdCase, noteStep, ownFiles } from "../cases/case.queries.ts";
import { decisionsByCase } from "../sanctions/decision.queries.ts";
import { ladderOf } from "../sanctions/ladder.queries.ts";
import { SanctionAppeal } from "./appeal.entity.ts";
import { appealFiled } from "./appeal.events.ts";
import { appealByCase, appealById, type AppealRow } from "./appeal.queries.ts";

export interface Appealing {
  caseId: string;
  grounds: readonly string[];
  text: string;
  fileIds: readonly string[];
}

const LONGEST = 20_000;
const MOST_FILES = 20;

/** A member's appeal: once against the first decision, on stated grounds, within its time. */
export class AppealService {
  constructor(private readonly zone: string) {}

  async file(tx: Context, { caseId, grounds, text, fileIds }: Appealing): Promise<Outcome<AppealRow>> {
    await holdCase(tx, caseId);
    const { memberId, userId } = tx.actor;
    const about = await tx.load(caseById, caseId);
    if (about === null || about.memberId !== memberId || userId === null) return refused("NOT_FOUND", "input.caseId");
    const decision = (await tx.load(decisionsByCase, caseId)).find(({ appealId }) => appealId === null);
    if (decision?.appealUntil == null) return refused("NOT_APPEALABLE", "input.caseId");
    if ((await tx.load(appealByCase, caseId)) !== null) return refused("ALREADY_APPEALED", "input.caseId");
    const today = dayIn(this.zone, tx.now);
    if (today > decision.appealUntil) return refusedWith([{ code: "APPEAL_CLOSED", path: "input.caseId", day: decision.appealUntil }]);
    const ladder = await ladderOf(tx, about.ladderVersion);
    if (grounds.length === 0) return refused("REQUIRED", "input.grounds");
    if (grounds.some((ground) => !ladder.appealGrounds.some(({ code }) => code === ground))) return refused("INVALID", "input.grounds");
    const words = asRead(text).trim();
    if (words === "") return refused("REQUIRED", "input.text");
    if (words.length > LONGEST) return refused("TOO_LONG", "input.text");
    if (fileIds.length > MOST_FILES) return refused("TOO_MANY", "input.fileIds");
    const own = await ownFiles(tx, fileIds, memberId);
    if (fileIds.some((fileId) => !own.has(fileId))) return refused("NOT_FOUND", "input.fileIds");

    const appeal: SanctionAppeal = {
      id: newId("sap", tx.now), caseId, decisionId: decision.id, memberId, grounds: [...new Set(grounds)], text: words, fileIds: [...own], filedAt: tx.now, filedBy: userId, filedOn: today,
      decisionDays: ladder.periods.appealDecisionDays, revision: 1, outcome: null, step: null, reasons: null, panel: null, decidedAt: null, decidedBy: null,
    };
    await tx.db.insert(SanctionAppeal, appeal);
    await noteStep(tx, about, "APPEALED", { facts: { grounds: appeal.grounds.join(",") } });
    announce(tx, appealFiled, { appealId: appeal.id, caseId, memberId, decisionId: decision.id }, { record: appeal.id, after: appeal });
    const filed = await tx.load(appealById, appeal.id);
    return filed ? done(filed) : refused("NOT_FOUND", "input.caseId");
  }
}
