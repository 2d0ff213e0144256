import type { ApplicationState } from "./application-state.rules.ts";

interface Viewer {
  scope: "all" | "member" | "public";
}

interface Handed {
  state: ApplicationState;
  /** Whether the viewer is the person the firm named as its contact. */
  isNamed: boolean;
}

/** Only what lies with the association is judged, and by nobody the firm speaks through. */
export const mayJudge = ({ scope }: Viewer, { state, isNamed }: Handed): boolean => scope === "all" && state === "SUBMITTED" && !isNamed;
