import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Grade } from "../../kernel/grade.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node } from "../../platform/graphql/node.ts";
import { ProblemCodeEnum } from "../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../../platform/graphql/scalars.ts";
import { AssessmentState } from "./assessment-state.rules.ts";
import { TaskState } from "./progress.rules.ts";
import { GradeEnum } from "./scheme.object.ts";
import { ProofLevel } from "./scheme.rules.ts";

registerEnumType(AssessmentState, {
  name: "AssessmentState",
  description: "In whose hands an assessment is.",
  valuesConfig: {
    DRAFT: { description: "The member fills it." },
    SUBMITTED: { description: "Handed in; the association reviews it." },
    CHANGES_REQUESTED: { description: "Given back to the member with reasons." },
    CONFIRMED: { description: "Judged, for good." },
  },
});
registerEnumType(TaskState, {
  name: "TaskState",
  description: "How far a page of the task list is.",
  valuesConfig: {
    NOT_STARTED: { description: "Nothing is there." },
    IN_PROGRESS: { description: "Something is there." },
    INCOMPLETE: { description: "The member has been through it; something is missing or wrong." },
    COMPLETE: { description: "Nothing is missing or wrong." },
  },
});

@ObjectType("AssessmentPeriod", { description: "The days an assessment is about." })
export class AssessmentPeriodObject {
  @Field(() => ID, { description: "A year such as `2025`, or a half-year such as `2026-H1`." }) code: string;
  @Field(() => DateScalar, { description: "Its first day." }) from: string;
  @Field(() => DateScalar, { description: "Its last day." }) to: string;
}

@ObjectType("InputValue", { description: "What stands in one field." })
export class InputValueObject {
  @Field(() => String, { description: "The input's code." }) code: string;
  @Field(() => String, { nullable: true, description: "The figure as typed; null when nothing was." }) value: string | null;
}

@ObjectType("StoredFile", { description: "A file kept by the association; fetch it at `/files/<id>`." })
export class StoredFileObject {
  @Field(() => ID, { description: "Its id." }) id: string;
  @Field(() => String, { description: "Its name, cleaned." }) name: string;
  @Field(() => String, { description: "What it is, found from its bytes." }) mediaType: string;
  @Field(() => Int, { description: "Its size in bytes." }) size: number;
  @Field(() => String, { description: "SHA-256 of its bytes." }) digest: string;
}

@ObjectType("Evidence", { description: "A file that backs an answer." })
export class EvidenceObject {
  @Field(() => ID, { description: "Its id." }) id: string;
  @Field(() => StoredFileObject, { description: "The file." }) file: StoredFileObject;
  @Field(() => String, { description: "What the member says of it." }) note: string;
  @Field(() => DateTimeScalar, { description: "When it was attached." }) attachedAt: Date;
}

@ObjectType("AnswerAdjustment", { description: "What a reviewer put in force, with what stood there before." })
export class AdjustmentObject {
  @Field(() => ID, { description: "Its id." }) id: string;
  @Field(() => [InputValueObject], { description: "The figures in force before." }) oldInputs: InputValueObject[];
  @Field(() => [InputValueObject], { description: "The figures in force since." }) newInputs: InputValueObject[];
  @Field(() => ProofLevel, { description: "How it was proven before." }) oldProof: ProofLevel;
  @Field(() => ProofLevel, { description: "How it was proven since." }) newProof: ProofLevel;
  @Field(() => String, { description: "Why." }) reason: string;
  @Field(() => DateTimeScalar, { description: "When." }) adjustedAt: Date;
}

@ObjectType("ReviewNote", { description: "Why a reviewer wants an answer changed." })
export class ReviewNoteObject {
  @Field(() => ID, { description: "Its id." }) id: string;
  @Field(() => String, { description: "The reason." }) reason: string;
  @Field(() => DateTimeScalar, { description: "When it was written." }) notedAt: Date;
  @Field(() => Boolean, { description: "Whether the member has the assessment back because of it and should act on it." }) open: boolean;
}

@ObjectType("AssessmentAnswer", { description: "What stands for one indicator." })
export class AnswerObject {
  @Field(() => ID, { description: "The indicator's id." }) indicator: string;
  @Field(() => [InputValueObject], { description: "The member's own figures." }) inputs: InputValueObject[];
  @Field(() => [InputValueObject], { description: "The reviewer's figures, which are in force; empty when the member's are." }) adjustedInputs: InputValueObject[];
  @Field(() => String, { nullable: true, description: "Why it does not apply; null when it does." }) notApplicableReason: string | null;
  @Field(() => ProofLevel, { description: "How it is proven." }) proof: ProofLevel;
  @Field(() => [EvidenceObject], { description: "What backs it." }) evidence: EvidenceObject[];
  @Field(() => [AdjustmentObject], { description: "What reviewers did to it, in order." }) adjustments: AdjustmentObject[];
  @Field(() => [ReviewNoteObject], { description: "What reviewers said of it, in order." }) notes: ReviewNoteObject[];
}

@ObjectType("AnswerProblem", { description: "What is missing or wrong in an answer." })
export class AnswerProblemObject {
  @Field(() => ProblemCodeEnum, { description: "What is wrong." }) code: ProblemCode;
  @Field(() => String, { description: "The field, such as `answers.I-1.1.accurate_orders`." }) path: string;
  @Field(() => [String], { description: "The fields it was held against." }) against: string[];
}

@ObjectType("ObservedFigure", { description: "A figure the association holds itself, from the member's confirmed assessment of the period before, beside the field that asks for it." })
export class ObservedFigureObject {
  @Field(() => ID, { description: "The indicator's id." }) indicator: string;
  @Field(() => String, { description: "The input it stands beside." }) code: string;
  @Field(() => DecimalScalar, { description: "What was confirmed." }) value: string;
  @Field(() => ID, { description: "For which period." }) period: string;
  @Field(() => DecimalScalar, { nullable: true, description: "By how many percent the figure in force differs from it; null where none is given, or nought was confirmed." })
  deviation: string | null;
}

@ObjectType("AssessmentTask", { description: "One page of the task list: a group of indicators." })
export class TaskObject {
  @Field(() => ID, { description: "The group's id." }) group: string;
  @Field(() => TaskState, { description: "How far it is." }) state: TaskState;
  @Field(() => Int, { description: "Indicators without anything missing or wrong." }) answered: number;
  @Field(() => Int, { description: "Indicators in all." }) of: number;
  @Field(() => [AnswerProblemObject], { description: "What is missing or wrong." }) problems: AnswerProblemObject[];
}

@ObjectType("AssessmentSubmission", { description: "One handing-in." })
export class SubmissionObject {
  @Field(() => ID, { description: "The receipt." }) receiptNumber: string;
  @Field(() => String, { description: "Who declared it complete and true." }) declarantName: string;
  @Field(() => String, { description: "SHA-256 of the answers declared." }) answersDigest: string;
  @Field(() => DateTimeScalar, { description: "When." }) submittedAt: Date;
}

@ObjectType("Assessment", { implements: Node, description: "A member's own appraisal of its service quality for one period, later confirmed by a reviewer." })
export class AssessmentObject extends Node {
  @Field(() => AssessmentState, { description: "In whose hands it is." }) state: AssessmentState;
  @Field(() => Int, { description: "Counts changes of the answers, of their evidence and of whose hands it is in; name the one you saw when saving, submitting or reviewing." }) revision: number;
  @Field(() => Int, { description: "The version of the scheme it is filled and judged under." }) schemeVersion: number;
  @Field(() => DateScalar, { description: "The last day to hand it in on time." }) dueOn: string;
  @Field(() => DateTimeScalar, { description: "When it was begun." }) begunAt: Date;
  @Field(() => DateTimeScalar, { description: "When an answer was last kept." }) savedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last handed in; null before." }) submittedAt: Date | null;
  @Field(() => String, { nullable: true, description: "The receipt of the last handing-in; null before." }) receiptNumber: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last given back; null when it never was." }) returnedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was confirmed; null before." }) confirmedAt: Date | null;
  @Field(() => DecimalScalar, { nullable: true, description: "The confirmed score, out of 100; null before, and when there were too few facts." }) scoreValue: string | null;
  @Field(() => GradeEnum, { nullable: true, description: "The confirmed grade; null before, and when there were too few facts." }) grade: Grade | null;
}

export const AssessmentConnection = Connection(AssessmentObject);

@ObjectType("AssessmentRound", { description: "What the association asks of its members for one period." })
export class RoundObject {
  @Field(() => DateScalar, { description: "The first day to begin." }) opensOn: string;
  @Field(() => DateScalar, { description: "The last day to hand in on time." }) dueOn: string;
  @Field(() => Int, { description: "The version of the scheme it is filled and judged under." }) schemeVersion: number;
}

@InputType("InputValueInput", { description: "What is typed into one field." })
export class InputValueInput {
  @Field(() => String, { description: "The input's code." }) code: string;
  @Field(() => String, { nullable: true, description: "The figure as typed; null clears the field." }) value: string | null;
}

@InputType("AnswerInput", { description: "What is typed for one indicator; fields not named stay as they are." })
export class AnswerInput {
  @Field(() => ID, { description: "The indicator's id." }) indicator: string;
  @Field(() => [InputValueInput], { description: "The figures." }) inputs: InputValueInput[];
  @Field(() => String, { nullable: true, description: "Why the indicator does not apply; null when it does." }) notApplicableReason: string | null;
}

@InputType("AssessmentSaveInput", { description: "What a member typed on one page." })
export class AssessmentSaveInput {
  @Field(() => Int, { description: "The revision it was typed against." }) revision: number;
  @Field(() => [AnswerInput], { description: "The answers typed." }) answers: AnswerInput[];
  @Field(() => ID, { nullable: true, description: "The group whose page the member has been through; null while still on it." }) lookedAt: string | null;
}

@InputType("AssessmentSubmitInput", { description: "The declaration." })
export class AssessmentSubmitInput {
  @Field(() => Int, { description: "The revision that was checked." }) revision: number;
  @Field(() => Boolean, { description: "That the answers are complete and true." }) declaration: boolean;
  @Field(() => String, { description: "The name of the person who declares it." }) declarantName: string;
}

@InputType("AssessmentEvidenceAttachInput", { description: "A file to put behind an answer." })
export class EvidenceAttachInput {
  @Field(() => ID, { description: "The indicator's id." }) indicator: string;
  @Field(() => ID, { description: "The uploaded file." }) fileId: string;
  @Field(() => String, { nullable: true, description: "What there is to say of it." }) note: string | null;
}

@InputType("AssessmentAdjustInput", { description: "What a reviewer puts in force." })
export class AssessmentAdjustInput {
  @Field(() => Int, { description: "The revision that was seen." }) revision: number;
  @Field(() => ID, { description: "The indicator's id." }) indicator: string;
  @Field(() => [InputValueInput], { nullable: true, description: "The figures; null leaves them." }) inputs: InputValueInput[] | null;
  @Field(() => ProofLevel, { nullable: true, description: "How it is proven; null leaves it." }) proof: ProofLevel | null;
  @Field(() => String, { description: "Why." }) reason: string;
}

@InputType("ReturnNoteInput", { description: "Why one answer should be changed." })
export class ReturnNoteInput {
  @Field(() => ID, { description: "The indicator's id." }) indicator: string;
  @Field(() => String, { description: "The reason." }) reason: string;
}

@InputType("AssessmentReturnInput", { description: "What a reviewer wants changed." })
export class AssessmentReturnInput {
  @Field(() => Int, { description: "The revision that was seen." }) revision: number;
  @Field(() => [ReturnNoteInput], { description: "A reason for each answer to be changed." }) notes: ReturnNoteInput[];
}

@InputType("AssessmentConfirmInput", { description: "What a reviewer confirms." })
export class AssessmentConfirmInput {
  @Field(() => Int, { description: "The revision that was seen; only that one is confirmed." }) revision: number;
}
