export const ApplicationState = {
  DRAFT: "DRAFT", SUBMITTED: "SUBMITTED", RETURNED: "RETURNED", ADMITTED: "ADMITTED", REFUSED: "REFUSED", WITHDRAWN: "WITHDRAWN", LAPSED: "LAPSED",
} as const;
export type ApplicationState = keyof typeof ApplicationState;

/** What is recorded of an application, in the order it happened. */
export const ApplicationStepKind = {
  BEGUN: "BEGUN", SUBMITTED: "SUBMITTED", RETURNED: "RETURNED", ADMITTED: "ADMITTED", REFUSED: "REFUSED", WITHDRAWN: "WITHDRAWN", LAPSED: "LAPSED",
  ACCESS_MADE: "ACCESS_MADE", ERASED: "ERASED",
} as const;
export type ApplicationStepKind = keyof typeof ApplicationStepKind;

/** What can become of an application as it stands; the ends have nothing after them. */
export const next = {
  DRAFT: ["SUBMITTED", "WITHDRAWN", "LAPSED"],
  SUBMITTED: ["RETURNED", "ADMITTED", "REFUSED", "WITHDRAWN"],
  RETURNED: ["SUBMITTED", "WITHDRAWN", "LAPSED"],
  ADMITTED: [],
  REFUSED: [],
  WITHDRAWN: [],
  LAPSED: [],
} as const satisfies Record<ApplicationState, readonly ApplicationState[]>;

export const mayBecome = (from: ApplicationState, to: ApplicationState): boolean => (next[from] as readonly ApplicationState[]).includes(to);

/** Whether it is in the hands of the applicant, who may change it. */
export const isWithApplicant = (state: ApplicationState): boolean => state === "DRAFT" || state === "RETURNED";

interface Left {
  state: ApplicationState;
  /** The last day the applicant has; null while it is not in their hands. */
  lapsesOn: string | null;
}

/** How it stands on a day: what was left too long has lapsed, whether or not anybody has noted it yet. */
export const stateOn = ({ state, lapsesOn }: Left, today: string): ApplicationState => (lapsesOn !== null && lapsesOn < today ? "LAPSED" : state);

/** A step, and the association's day it was taken on. */
export interface DatedStep {
  kind: ApplicationStepKind;
  day: string;
}

/** When a decision clock was started and stopped: from the first hand-in, without the time the application was back with its applicant. */
export interface DecisionTime {
  startedOn: string;
  pauses: { from: string; until: string | null; reason: "WITH_APPLICANT" }[];
}

/** What a decision clock counts by these steps, in their order; null before the first hand-in. */
export function decisionTime(steps: readonly DatedStep[]): DecisionTime | null {
  const startedOn = steps.find(({ kind }) => kind === "SUBMITTED")?.day;
  if (startedOn === undefined) return null;
  const pauses: DecisionTime["pauses"] = [];
  for (const { kind, day } of steps) {
    const last = pauses.at(-1);
    if (kind === "RETURNED") pauses.push({ from: day, until: null, reason: "WITH_APPLICANT" });
    else if (kind === "SUBMITTED" && last?.until === null) last.until = day;
  }
  return { startedOn, pauses };
}
