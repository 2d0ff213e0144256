export { adjust, type Adjusted } from "./adjustment.rules.ts";
export { AssessmentState, isOpenToMember, isUnderReview, mayBecome, nextAssessmentStates } from "./assessment-state.rules.ts";
export { Assessment } from "./assessment.entity.ts";
export {
  assessmentAdjusted, assessmentBegun, assessmentConfirmed, assessmentReturned, assessmentSaved, assessmentSubmitted, evidenceAttached, evidenceDetached,
} from "./assessment.events.ts";
export { assessmentById, assessmentColumns, type AssessmentRow, assessmentsOfMember, confirmedOfMember, contentOf } from "./assessment.queries.ts";
export { AssessmentService, lockedAssessment, periodFor, type SaveInput, type SubmitInput } from "./assessment.service.ts";
export { Evidence } from "./evidence.entity.ts";
export type { AnswerChange } from "./draft.rules.ts";
export { adjustmentsOf, evidenceOf } from "./evidence.queries.ts";
export { EvidenceService } from "./evidence.service.ts";
export { declaredValue, measure, type Measured } from "./indicator.rules.ts";
export type { InputProblem } from "./input-problem.rules.ts";
export { isReadyToSubmit, taskList, TaskState, type Task } from "./progress.rules.ts";
export { indicatorsOf, inputsInForce, ProofLevel } from "./scheme.rules.ts";
export type { Adjustment, Answer, Answers, Indicator, IndicatorGroup, Inputs, Scheme } from "./scheme.rules.ts";
export { answersShape, readScheme } from "./scheme.schema.ts";
export { AnswerAdjustment, ReviewNote } from "./review.entity.ts";
export { ReviewService } from "./review.service.ts";
export { periodOf } from "./round.rules.ts";
export { AssessmentRound, ServiceQualityScheme } from "./scheme.entity.ts";
export { SchemeService } from "./scheme.service.ts";
export { type Round, roundOf, schemeNamed, schemeOfVersion } from "./scheme.queries.ts";
export { scoreAssessment } from "./score.rules.ts";
export { IndicatorState } from "./score-tree.rules.ts";
export type { GroupScore, IndicatorScore, Reason, ReasonCode, ScoreTree } from "./score-tree.rules.ts";
export { draftProblems, inputProblems } from "./validity.rules.ts";
export { AssessmentSubmission } from "./submission.entity.ts";
