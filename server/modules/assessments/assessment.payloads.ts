import { type ClassType, Field, ObjectType } from "type-graphql";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import type { Problem } from "../../platform/outcome.ts";
import { AssessmentObject } from "./assessment.object.ts";
import type { AssessmentRow } from "./assessment.queries.ts";

export interface AssessmentPayload {
  assessment: AssessmentRow | null;
  problems: Problem[];
}

/** One payload type for each act, all of one shape. */
function payloadOf(act: string, description: string): ClassType<AssessmentPayload> {
  @ObjectType(`${act}Payload`, { description })
  class Payload {
    @Field(() => AssessmentObject, { nullable: true, description: "The assessment as it stands now; null when there is none the viewer may see." })
    assessment: AssessmentRow | null;

    @Field(() => [ProblemObject], { description: "Why the act, or a field of it, was refused; empty when all was done." })
    problems: Problem[];
  }
  return Payload;
}

export const AssessmentBeginPayload = payloadOf("AssessmentBegin", "What became of beginning.");
export const AssessmentSavePayload = payloadOf("AssessmentSave", "What was kept: fields with problems are as they were, all others are kept.");
export const AssessmentSubmitPayload = payloadOf("AssessmentSubmit", "What became of handing in.");
export const EvidenceAttachPayload = payloadOf("AssessmentEvidenceAttach", "What became of attaching a file.");
export const EvidenceDetachPayload = payloadOf("AssessmentEvidenceDetach", "What became of taking a file off.");
export const AssessmentAdjustPayload = payloadOf("AssessmentAdjust", "What became of an adjustment.");
export const AssessmentReturnPayload = payloadOf("AssessmentReturn", "What became of giving it back.");
export const AssessmentConfirmPayload = payloadOf("AssessmentConfirm", "What became of confirming.");
