import { type AssessmentState, isOpenToMember, isUnderReview } from "./assessment-state.rules.ts";

/** What a policy needs to know of who acts. */
export interface Viewer {
  memberId: string | null;
}

interface Judged {
  memberId: string;
  state: AssessmentState;
}

/** The member's own people fill it while it is in their hands. */
export const mayFill = (viewer: Viewer, assessment: Judged): boolean => viewer.memberId === assessment.memberId && isOpenToMember(assessment.state);

/** Nobody reviews the firm they belong to. */
export const isConflicted = (viewer: Viewer, assessment: Pick<Judged, "memberId">): boolean => viewer.memberId === assessment.memberId;

/** Whoever adjusted an answer may still confirm; the confirmation says so on the record. */
export const mayReview = (viewer: Viewer, assessment: Judged): boolean => isUnderReview(assessment.state) && !isConflicted(viewer, assessment);
