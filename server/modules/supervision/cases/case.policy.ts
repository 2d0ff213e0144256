import { type CaseState, isUndecided } from "./case.rules.ts";

interface Viewer {
  scope: "all" | "member" | "public";
  memberId: string | null;
}

interface Matter {
  memberId: string;
  state: CaseState;
}

const house = ({ scope }: Viewer): boolean => scope === "all";

export const mayServe = (viewer: Viewer, { state }: Matter): boolean => house(viewer) && (state === "OPENED" || state === "DECIDED");

/** Whether time is still being given, which can be paused and lengthened. */
export const mayTime = (viewer: Viewer, { state }: Matter): boolean => house(viewer) && state === "NOTICE_SERVED";

export const mayDraft = (viewer: Viewer, { state }: Matter): boolean => house(viewer) && (state === "NOTICE_SERVED" || state === "DRAFTED");

export const mayDrop = (viewer: Viewer, { state }: Matter): boolean => house(viewer) && isUndecided(state);

export const maySeat = (viewer: Viewer, { state }: Matter): boolean => house(viewer) && state === "DRAFTED";

export const mayAnswer = ({ memberId }: Viewer, matter: Matter): boolean => matter.memberId === memberId && matter.state === "NOTICE_SERVED";

/** Whether there is a decision that may be appealed; whether in time, the day says. */
export const mayAppeal = ({ memberId }: Viewer, matter: Matter): boolean => matter.memberId === memberId && ["SERVED", "IN_FORCE", "CLOSED"].includes(matter.state);
