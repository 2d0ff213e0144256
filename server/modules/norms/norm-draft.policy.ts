import type { TextState } from "./norm.rules.ts";

interface Viewer {
  scope: "all" | "member" | "public";
  userId: string | null;
}

interface Version {
  state: TextState;
  /** Everybody who wrote on it. */
  editors: readonly string[];
}

/** A draft is in the hands of the association; what was laid before the members is in nobody's. */
export const mayWrite = ({ scope }: Viewer, { state }: Version): boolean => scope === "all" && state === "DRAFT";

/** Only what was laid before the members is adopted or taken back. */
export const mayDecide = ({ scope }: Viewer, { state }: Version): boolean => scope === "all" && state === "CONSULTATION";

/** Whether somebody had no part in the writing, and so can judge it as the second person. */
export const isSecondPerson = ({ userId }: Viewer, { editors }: Pick<Version, "editors">): boolean => userId !== null && !editors.includes(userId);

/** A sentence the check found is justified only by somebody who did not write it. */
export const mayJudge = (viewer: Viewer, version: Version): boolean => mayDecide(viewer, version) && isSecondPerson(viewer, version);
