import { digestOf } from "../../kernel/digest.ts";
import { newId } from "../../kernel/ids.ts";
import type { Period } from "../../kernel/period.ts";
import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, type Problem, refused, refusedWith } from "../../platform/outcome.ts";
import { isStanding, memberById } from "../members/index.ts";
import { Assessment } from "./assessment.entity.ts";
import { assessmentBegun, assessmentSaved, assessmentSubmitted } from "./assessment.events.ts";
import { mayFill } from "./assessment.policy.ts";
import { nextReceipt } from "./assessment.queries.ts";
import { type AnswerChange, saveAnswers } from "./draft.rules.ts";
import { backedIndicators } from "./evidence.queries.ts";
import { isRoundOpen, periodOf } from "./round.rules.ts";
import { roundOf, schemeNamed } from "./scheme.queries.ts";
import type { Scheme } from "./scheme.rules.ts";
import { AssessmentSubmission } from "./submission.entity.ts";
import { inputProblems } from "./validity.rules.ts";

export interface SaveInput {
  /** The revision the member typed against. */
  revision: number;
  answers: readonly AnswerChange[];
  /** The group whose page the member has been through; null while still on it. */
  lookedAt: string | null;
}

export interface SubmitInput {
  revision: number;
  declaration: boolean;
  declarantName: string;
}

const longestName = 80;
/** Far more than any scheme has indicators, and figures. */
const most = { answers: 200, inputs: 2_000 };

/** What a member does with its assessment: begin, save, hand in. */
export class AssessmentService {
  /** `zone` is the association's: days begin there. */
  constructor(private readonly zone: string) {}

  dayOf(at: Date): string {
    return dayIn(this.zone, at);
  }

  /** Begins the member's assessment of a period under the scheme of its round; each period once. */
  async begin(tx: Context, period: string): Promise<Outcome<Assessment>> {
    const { memberId } = tx.actor;
    const member = memberId === null ? null : await tx.load(memberById, memberId);
    if (memberId === null || !member) return refused("NOT_ALLOWED", "period");
    if (!isStanding(member.status)) return refused("NOT_A_MEMBER_NOW", "period");
    const round = await tx.load(roundOf, period);
    if (!round || !isRoundOpen(round, this.dayOf(tx.now))) return refused("ROUND_NOT_OPEN", "period");
    const draft = tx.db.create(Assessment, {
      id: newId("asm", tx.now), memberId, period, schemeVersion: round.schemeVersion, state: "DRAFT", answers: {}, lookedAt: [], revision: 1,
      begunAt: tx.now, begunBy: tx.actor.userId, savedAt: tx.now,
    });
    const inserted = await tx.db.createQueryBuilder().insert().into(Assessment).values(draft).orIgnore().returning("id").execute();
    if ((inserted.raw as unknown[]).length === 0) return refused("ALREADY_BEGUN", "period");
    announce(tx, assessmentBegun, aboutIt(draft), { record: draft.id, after: draft });
    return done(draft);
  }

  /** Keeps what was typed, field by field, and says at each field why it could not be kept. Saving the same again changes nothing. */
  async save(tx: Context, id: string, input: SaveInput): Promise<Outcome<Problem[]>> {
    if (areTooMany(input.answers)) return refused("TOO_MANY", "input.answers");
    const draft = await lockedAssessment(tx, id);
    if (!draft || draft.memberId !== tx.actor.memberId) return refused("NOT_FOUND", "id");
    if (!mayFill(tx.actor, draft)) return refused("ALREADY_SUBMITTED", "id");
    if (!(await belongs(tx, draft))) return refused("NOT_A_MEMBER_NOW", "id");
    const scheme = await schemeNamed(tx, draft.schemeVersion);
    const saved = saveAnswers(scheme, draft.answers, periodFor(draft), input.answers, await backedIndicators(tx, id));
    const lookedAt = seen(scheme, draft.lookedAt, input.lookedAt);
    if (saved.changed && input.revision !== draft.revision) return refused("CONFLICT", "input.revision");
    if (saved.changed || lookedAt !== draft.lookedAt) await this.keep(tx, draft, { answers: saved.answers, lookedAt });
    return done(saved.problems);
  }

  /** Hands it in, declared complete and true: everything is checked, a receipt is given, and the member's hands are off it. */
  async submit(tx: Context, id: string, input: SubmitInput): Promise<Outcome<Assessment>> {
    const draft = await lockedAssessment(tx, id);
    if (!draft || draft.memberId !== tx.actor.memberId) return refused("NOT_FOUND", "id");
    if (!mayFill(tx.actor, draft)) return refused("ALREADY_SUBMITTED", "id");
    if (!(await belongs(tx, draft))) return refused("NOT_A_MEMBER_NOW", "id");
    if (input.revision !== draft.revision) return refused("CONFLICT", "input.revision");
    const scheme = await schemeNamed(tx, draft.schemeVersion);
    const problems = [...declarationProblems(input), ...inputProblems(scheme, draft.answers, periodFor(draft))];
    if (problems.length > 0) return refusedWith(problems);

    const before = { ...draft };
    const receiptNumber = await nextReceipt(tx, draft.period);
    await tx.db.insert(AssessmentSubmission, {
      receiptNumber, assessmentId: id, memberId: draft.memberId, answersDigest: digestOf(draft.answers),
      declarantName: input.declarantName.trim(), submittedAt: tx.now, submittedBy: tx.actor.userId,
    });
    Object.assign(draft, { state: "SUBMITTED", revision: draft.revision + 1, submittedAt: tx.now, receiptNumber, lookedAt: scheme.groups.map((group) => group.id) });
    announce(tx, assessmentSubmitted, { ...aboutIt(draft), receiptNumber }, { record: id, before, after: draft });
    return done(await tx.db.save(draft));
  }

  private async keep(tx: Context, draft: Assessment, kept: Pick<Assessment, "answers" | "lookedAt">): Promise<void> {
    const before = { ...draft };
    const revision = kept.answers === draft.answers ? draft.revision : draft.revision + 1;
    Object.assign(draft, kept, { revision, savedAt: tx.now });
    announce(tx, assessmentSaved, { ...aboutIt(draft), revision }, { record: draft.id, before, after: draft });
    await tx.db.save(draft);
  }
}

/** The assessment, held until the transaction ends; null when there is none the actor may see. */
export const lockedAssessment = (tx: Context, id: string): Promise<Assessment | null> =>
  tx.db.findOne(Assessment, { where: { id }, lock: { mode: "pessimistic_write" } });

/** Whether the firm belongs to the association now: who does not fills in, hands in and is judged no more. */
export async function belongs(tx: Context, { memberId }: Pick<Assessment, "memberId">): Promise<boolean> {
  const member = await tx.load(memberById, memberId);
  return member !== null && isStanding(member.status);
}

/** What every announcement says of an assessment. */
export const aboutIt = ({ id, memberId, schemeVersion }: Assessment) => ({ assessmentId: id, memberId, schemeVersion });

/** The days an assessment is about; the database holds no period that is none. */
export function periodFor({ period }: { period: string }): Period {
  const days = periodOf(period);
  if (!days) throw new Error(`${period} is no period.`);
  return days;
}

const areTooMany = (answers: readonly AnswerChange[]): boolean =>
  answers.length > most.answers || answers.reduce((sum, { inputs }) => sum + Object.keys(inputs).length, 0) > most.inputs;

const seen = (scheme: Scheme, before: string[], group: string | null): string[] =>
  group === null || before.includes(group) || !scheme.groups.some(({ id }) => id === group) ? before : [...before, group];

function declarationProblems({ declaration, declarantName }: SubmitInput): Problem[] {
  const name = declarantName.trim();
  return [
    ...(declaration ? [] : [{ code: "REQUIRED" as const, path: "input.declaration" }]),
    ...(name === "" ? [{ code: "REQUIRED" as const, path: "input.declarantName" }] : []),
    ...(name.length > longestName ? [{ code: "TOO_LONG" as const, path: "input.declarantName" }] : []),
  ];
}
