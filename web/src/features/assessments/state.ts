import type { AssessmentState, ProofLevel } from "../../gql/graphql.ts";
import type { Tone } from "../../ui/tone.tsx";

export const stateTones: Record<AssessmentState, Tone> = { DRAFT: "plain", SUBMITTED: "note", CHANGES_REQUESTED: "wait", CONFIRMED: "good" };

export const proofTones: Record<ProofLevel, Tone> = { SELF_DECLARED: "plain", DOCUMENT_BACKED: "note", VERIFIED: "good" };

/** Where a person goes on with an assessment. */
export function wayOn({ id, state }: { id: string; state: AssessmentState }): string {
  return state === "CONFIRMED" ? `/assessments/${id}/result` : `/assessments/${id}`;
}
