import { newId } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, type Problem, refused, refusedWith } from "../../platform/outcome.ts";
import { adjust } from "./adjustment.rules.ts";
import { type Assessment } from "./assessment.entity.ts";
import { assessmentAdjusted, assessmentConfirmed, assessmentReturned } from "./assessment.events.ts";
import { isConflicted, mayReview } from "./assessment.policy.ts";
import { aboutIt, belongs, lockedAssessment, periodFor } from "./assessment.service.ts";
import { backedIndicators } from "./evidence.queries.ts";
import { AnswerAdjustment, ReviewNote } from "./review.entity.ts";
import { type Answer, type Answers, indicatorsOf, inputsInForce, type Inputs, type ProofLevel } from "./scheme.rules.ts";
import { schemeNamed } from "./scheme.queries.ts";
import { scoreAssessment } from "./score.rules.ts";
import { inputProblems } from "./validity.rules.ts";

export interface ConfirmInput {
  /** The revision the officer saw. */
  revision: number;
}

export interface AdjustInput extends ConfirmInput {
  indicator: string;
  /** Null leaves the figures as they are. */
  inputs: Inputs | null;
  /** Null leaves the proof as it is. */
  proof: ProofLevel | null;
  reason: string;
}

export interface ReturnInput extends ConfirmInput {
  notes: readonly { indicator: string; reason: string }[];
}

const longestReason = 1000;
/** Far more than any scheme has indicators. */
const mostEntries = 200;

/** What an officer does with an assessment handed in: adjust, return, confirm; each to the revision that was seen, and to no other. */
export class ReviewService {
  /** Puts other figures in force, or another proof, for a reason; the member's own stay beside them. */
  async adjust(tx: Context, id: string, input: AdjustInput): Promise<Outcome<Assessment>> {
    const found = await this.underReview(tx, id, input);
    if (!found.ok) return found;
    const assessment = found.value;
    const adjusted = await this.adjusted(tx, assessment, input);
    if (!adjusted.ok) return adjusted;

    const before = { ...assessment };
    const [old, now] = [assessment.answers[input.indicator], adjusted.value[input.indicator]];
    if (!old || !now) return refused("NOT_FOUND", "input.indicator");
    const adjustmentId = newId("adj", tx.now);
    await tx.db.insert(AnswerAdjustment, {
      id: adjustmentId, assessmentId: id, memberId: assessment.memberId, indicator: input.indicator,
      oldInputs: inputsInForce(old), newInputs: inputsInForce(now), oldProof: old.proof, newProof: now.proof,
      reason: input.reason.trim(), adjustedAt: tx.now, adjustedBy: tx.actor.userId,
    });
    Object.assign(assessment, { answers: adjusted.value, revision: assessment.revision + 1, savedAt: tx.now });
    announce(tx, assessmentAdjusted, { ...aboutIt(assessment), adjustmentId, indicator: input.indicator }, { record: id, before, after: assessment });
    return done(await tx.db.save(assessment));
  }

  /** Gives it back to the member with a reason for each answer to be changed. */
  async return(tx: Context, id: string, { revision, notes }: ReturnInput): Promise<Outcome<Assessment>> {
    const found = await this.underReview(tx, id, { revision });
    if (!found.ok) return found;
    const assessment = found.value;
    const known = new Set(indicatorsOf(await schemeNamed(tx, assessment.schemeVersion)).map((indicator) => indicator.id));
    const problems = noteProblems(notes, known);
    if (problems.length > 0) return refusedWith(problems);

    const before = { ...assessment };
    await tx.db.insert(ReviewNote, notes.map(({ indicator, reason }) => ({
      id: newId("rvn", tx.now), assessmentId: id, memberId: assessment.memberId, indicator, reason: reason.trim(), notedAt: tx.now, notedBy: tx.actor.userId,
    })));
    Object.assign(assessment, { state: "CHANGES_REQUESTED", revision: revision + 1, returnedAt: tx.now });
    announce(tx, assessmentReturned, aboutIt(assessment), { record: id, before, after: assessment });
    return done(await tx.db.save(assessment));
  }

  /** Judges the answers in force under the scheme they were given for, and keeps the whole reckoning. */
  async confirm(tx: Context, id: string, { revision }: ConfirmInput): Promise<Outcome<Assessment>> {
    const found = await this.underReview(tx, id, { revision });
    if (!found.ok) return found;
    const assessment = found.value;
    const scheme = await schemeNamed(tx, assessment.schemeVersion);
    const problems = inputProblems(scheme, assessment.answers, periodFor(assessment));
    if (problems.length > 0) return refusedWith(problems);

    const before = { ...assessment };
    const score = scoreAssessment(scheme, assessment.answers, periodFor(assessment));
    const byItsAdjuster = await tx.db.existsBy(AnswerAdjustment, { assessmentId: id, adjustedBy: tx.actor.userId ?? "" });
    Object.assign(assessment, {
      state: "CONFIRMED", revision: revision + 1, score, scoreValue: score.score, grade: score.grade, confirmedAt: tx.now, confirmedBy: tx.actor.userId,
    });
    announce(tx, assessmentConfirmed, { ...aboutIt(assessment), byItsAdjuster }, { record: id, before, after: assessment });
    return done(await tx.db.save(assessment));
  }

  private async underReview(tx: Context, id: string, { revision }: ConfirmInput): Promise<Outcome<Assessment>> {
    const assessment = await lockedAssessment(tx, id);
    if (!assessment) return refused("NOT_FOUND", "id");
    if (isConflicted(tx.actor, assessment)) return refused("OWN_FIRM", "id");
    if (!mayReview(tx.actor, assessment)) return refused("NOT_UNDER_REVIEW", "id");
    if (!(await belongs(tx, assessment))) return refused("NOT_A_MEMBER_NOW", "id");
    return assessment.revision === revision ? done(assessment) : refused("CONFLICT", "input.revision");
  }

  private async adjusted(tx: Context, assessment: Assessment, input: AdjustInput): Promise<Outcome<Answers>> {
    const { indicator, inputs, proof } = input;
    const answer = Object.hasOwn(assessment.answers, indicator) ? assessment.answers[indicator] : undefined;
    const problems = await this.adjustmentProblems(tx, assessment.id, input, answer);
    if (problems.length > 0 || !answer) return refusedWith(problems);
    const answers = { ...assessment.answers, [indicator]: { ...answer, proof: proof ?? answer.proof } };
    if (inputs === null) return done(answers);
    const scheme = await schemeNamed(tx, assessment.schemeVersion);
    const adjustment = { inputs: { ...inputsInForce(answer), ...inputs }, reason: input.reason.trim(), by: tx.actor.userId ?? "", at: tx.now.toISOString() };
    const result = adjust(scheme, answers, periodFor(assessment), indicator, adjustment);
    return result.problems.length === 0 ? done(result.answers) : refusedWith(result.problems);
  }

  private async adjustmentProblems(tx: Context, id: string, { indicator, inputs, proof, reason }: AdjustInput, answer: Answer | undefined): Promise<Problem[]> {
    const unbacked = proof === "DOCUMENT_BACKED" && !(await backedIndicators(tx, id)).has(indicator);
    return [
      ...(answer && !answer.notApplicable ? [] : [{ code: "NOT_FOUND" as const, path: "input.indicator" }]),
      ...(inputs === null && proof === null ? [{ code: "REQUIRED" as const, path: "input.inputs" }] : []),
      ...(unbacked ? [{ code: "NO_EVIDENCE" as const, path: "input.proof" }] : []),
      ...reasonProblems(reason, "input.reason"),
    ];
  }
}

function noteProblems(notes: ReturnInput["notes"], known: ReadonlySet<string>): Problem[] {
  if (notes.length === 0) return [{ code: "REQUIRED", path: "input.notes" }];
  if (notes.length > mostEntries) return [{ code: "TOO_MANY", path: "input.notes" }];
  return notes.flatMap(({ indicator, reason }, place) => [
    ...(known.has(indicator) ? [] : [{ code: "UNKNOWN_INDICATOR" as const, path: `input.notes.${place}.indicator` }]),
    ...reasonProblems(reason, `input.notes.${place}.reason`),
  ]);
}

function reasonProblems(reason: string, path: string): Problem[] {
  if (reason.trim() === "") return [{ code: "REQUIRED", path }];
  return reason.length > longestReason ? [{ code: "TOO_LONG", path }] : [];
}
