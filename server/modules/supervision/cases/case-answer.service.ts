import { newId } from "../../../kernel/ids.ts";
import { asRead } from "../../../kernel/plain-text.ts";
import { dayIn } from "../../../kernel/zone.ts";
import type { Context } from "../../../platform/context.ts";
import { announce } from "../../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../../platform/outcome.ts";
import { CaseAnswer } from "./case.entity.ts";
import { caseAnswered } from "./case.events.ts";
import { answersByCase, caseById, type CaseRow, holdCase, noteStep, ownFiles } from "./case.queries.ts";
import { isAnswered } from "./case-clock.queries.ts";

export interface Answering {
  id: string;
  text: string;
  fileIds: readonly string[];
  /** Whether this is all the member wants to say, so that its time to answer ends. */
  final: boolean;
}

const LONGEST = 20_000;
const MOST_FILES = 20;
/** More than anybody has to say in the time there is. */
const MOST_ANSWERS = 50;

/** What a member says to a case against it. */
export class CaseAnswerService {
  constructor(private readonly zone: string) {}

  /** Files an answer while the time to answer runs or is paused; until one is final, another may follow. */
  async answer(tx: Context, { id, text, fileIds, final }: Answering): Promise<Outcome<CaseRow>> {
    await holdCase(tx, id);
    const about = await tx.load(caseById, id);
    const { memberId, userId } = tx.actor;
    if (about === null || about.memberId !== memberId || userId === null) return refused("NOT_FOUND", "input.id");
    if (about.state !== "NOTICE_SERVED" || (await isAnswered(tx, about, dayIn(this.zone, tx.now)))) return refused("ANSWER_CLOSED", "input.id");
    const words = asRead(text).trim();
    if (words === "") return refused("REQUIRED", "input.text");
    if (words.length > LONGEST) return refused("TOO_LONG", "input.text");
    if (fileIds.length > MOST_FILES) return refused("TOO_MANY", "input.fileIds");
    if ((await tx.load(answersByCase, id)).length >= MOST_ANSWERS) return refused("TOO_MANY", "input.text");
    const own = await ownFiles(tx, fileIds, memberId);
    if (fileIds.some((fileId) => !own.has(fileId))) return refused("NOT_FOUND", "input.fileIds");

    const answer: CaseAnswer = { id: newId("csa", tx.now), caseId: id, memberId, userId, text: words, fileIds: [...own], final, filedAt: tx.now };
    await tx.db.insert(CaseAnswer, answer);
    await noteStep(tx, about, "ANSWERED", { facts: { files: own.size, final: final ? 1 : 0 } });
    announce(tx, caseAnswered, { caseId: id, memberId, answerId: answer.id }, { record: id, after: answer });
    return done(about);
  }
}
