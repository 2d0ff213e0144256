import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ProblemObject } from "../../../platform/graphql/problem.ts";
import { DateScalar } from "../../../platform/graphql/scalars.ts";
import { CaseObject } from "./case.object.ts";
import { CaseState } from "./case.rules.ts";

@InputType("SanctionCaseFilter", { description: "Which cases are meant; what is absent does not narrow." })
export class CaseFilterInput {
  @Field(() => ID, { nullable: true, description: "Against this member." }) memberId?: string | null;
  @Field(() => CaseState, { nullable: true, description: "That have come so far." }) state?: CaseState | null;
  @Field(() => Boolean, { nullable: true, description: "Closed ones, or those that are not." }) isClosed?: boolean | null;
}

@InputType("CitedClauseInput", { description: "A clause that is cited." })
export class CitedClauseInput {
  @Field(() => ID, { description: "The version of the pledge or the norm it stands in." }) versionId: string;
  @Field(() => String, { description: "Its code." }) code: string;
}

@InputType("CaseOpenInput", { description: "What is held against a member." })
export class CaseOpenInput {
  @Field(() => ID, { description: "Against whom." }) memberId: string;
  @Field(() => String, { description: "What it is about, in a line." }) title: string;
  @Field(() => String, { description: "What is held against the member." }) statement: string;
  @Field(() => DateScalar, { description: "The day of the breach, or the first of them." }) occurredOn: string;
  @Field(() => [CitedClauseInput], { description: "The clauses held to be broken." }) charges: CitedClauseInput[];
  @Field(() => ID, { nullable: true, description: "The finding it begins with; null when it begins otherwise." }) source: string | null;
}

/** What every act on a case names: which, and the revision that was seen. */
@InputType("CaseSeenInput", { description: "Which case, and the revision that was seen." })
export abstract class SeenInput {
  @Field(() => ID, { description: "Which case." }) id: string;
  @Field(() => Int, { description: "The revision that was seen." }) revision: number;
}

@InputType("CaseReasonedInput", { description: "Which case, as it was seen, and why." })
abstract class ReasonedInput extends SeenInput {
  @Field(() => String, { description: "Why." }) reason: string;
}

@InputType("CaseNoticeServeInput", { description: "The case the member is told of." })
export class CaseNoticeServeInput extends SeenInput {}

@InputType("CaseAnswerExtendInput", { description: "More days to answer." })
export class CaseAnswerExtendInput extends ReasonedInput {
  @Field(() => Int, { description: "How many more." }) days: number;
}

@InputType("CaseClockPauseInput", { description: "The clock that is to stand." })
export class CaseClockPauseInput extends ReasonedInput {}

@InputType("CaseClockResumeInput", { description: "The clock that is to run again." })
export class CaseClockResumeInput extends SeenInput {}

@InputType("CaseDropInput", { description: "The case that is to rest." })
export class CaseDropInput extends ReasonedInput {}

@InputType("CaseAnswerInput", { description: "What the member says." })
export class CaseAnswerInput {
  @Field(() => ID, { description: "To which case." }) id: string;
  @Field(() => String, { description: "In the member's words." }) text: string;
  @Field(() => [ID], { description: "Files handed in with it." }) fileIds: string[];
  @Field(() => Boolean, { description: "Whether this is all the member wants to say; the time to answer ends with it." }) final: boolean;
}

@InputType("CaseDraftSaveInput", { description: "What a panel is to decide." })
export class CaseDraftSaveInput extends SeenInput {
  @Field(() => String, { description: "`SANCTION` or `DISMISSED`." }) outcome: string;
  @Field(() => String, { nullable: true, description: "The step the breach deserves before anything that speaks for the member is counted; null for a dismissal." }) step: string | null;
  @Field(() => Int, { nullable: true, description: "For how many months; null for a step without a term." }) months: number | null;
  @Field(() => String, { nullable: true, description: "How much, as a decimal; null unless it is a penalty in money." }) amount: string | null;
  @Field(() => String, { nullable: true, description: "The basis beside the clause; null where none is needed." }) legalBasis: string | null;
  @Field(() => [String], { description: "What speaks for the member, by code." }) mitigations: string[];
  @Field(() => [String], { description: "The clauses held to be proved, by code." }) upheld: string[];
  @Field(() => String, { description: "Why." }) reasons: string;
}

/** The answer of an act upon a case. */
export function casePayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => CaseObject, { nullable: true, description: "The case; null when the act was refused." }) case: object | null;
    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
  }
  return Payload;
}

export const CaseOpenPayload = casePayload("CaseOpenPayload", "What became of the opening.");
export const CaseNoticeServePayload = casePayload("CaseNoticeServePayload", "What became of the notice.");
export const CaseAnswerExtendPayload = casePayload("CaseAnswerExtendPayload", "What became of the extension.");
export const CaseClockPausePayload = casePayload("CaseClockPausePayload", "What became of the pause.");
export const CaseClockResumePayload = casePayload("CaseClockResumePayload", "What became of the resumption.");
export const CaseDropPayload = casePayload("CaseDropPayload", "What became of letting it rest.");
export const CaseAnswerPayload = casePayload("CaseAnswerPayload", "What became of the answer.");
export const CaseDraftSavePayload = casePayload("CaseDraftSavePayload", "What became of the draft.");
