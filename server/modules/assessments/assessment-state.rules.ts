export const AssessmentState = {
  DRAFT: "DRAFT",
  SUBMITTED: "SUBMITTED",
  CHANGES_REQUESTED: "CHANGES_REQUESTED",
  CONFIRMED: "CONFIRMED",
} as const;
export type AssessmentState = keyof typeof AssessmentState;

/** Where an assessment may go from where it stands. Confirmed is the end. */
export const nextAssessmentStates = {
  DRAFT: ["SUBMITTED"],
  SUBMITTED: ["CHANGES_REQUESTED", "CONFIRMED"],
  CHANGES_REQUESTED: ["SUBMITTED"],
  CONFIRMED: [],
} as const satisfies Record<AssessmentState, readonly AssessmentState[]>;

export const mayBecome = (from: AssessmentState, to: AssessmentState): boolean =>
  (nextAssessmentStates[from] as readonly AssessmentState[]).includes(to);

/** The member may write; after submission only a reviewer adjusts. */
export const isOpenToMember = (state: AssessmentState): boolean => state === "DRAFT" || state === "CHANGES_REQUESTED";

/** A reviewer may adjust or ask for changes. */
export const isUnderReview = (state: AssessmentState): boolean => state === "SUBMITTED";
