import { type TextState, versionInForce } from "./norm.rules.ts";

/** Where a version of a norm stands on a day; nothing of it is stored, so that no job has to come in time. */
export const NormStanding = {
  DRAFT: "DRAFT", CONSULTATION: "CONSULTATION", CONSULTED: "CONSULTED", ADOPTED: "ADOPTED", IN_FORCE: "IN_FORCE", SUPERSEDED: "SUPERSEDED",
} as const;
export type NormStanding = keyof typeof NormStanding;

/** What the making of a version can go on to; it goes back to the draft when the members' comments ask for other words. */
export const nextStates = { DRAFT: ["CONSULTATION"], CONSULTATION: ["DRAFT", "ADOPTED"], ADOPTED: [] } as const satisfies Record<TextState, readonly TextState[]>;

export const mayFollow = (from: TextState, to: TextState): boolean => (nextStates[from] as readonly TextState[]).includes(to);

interface Dated {
  id: string;
  number: number;
  state: TextState;
  inForceOn: string | null;
  /** The last day of the consultation; null before it was opened, and for what came adopted. */
  consultationClosesOn: string | null;
}

/** Where a version stands among all versions of its norm on a day such as `2026-07-01`. */
export function standingOn(version: Dated, versions: readonly Dated[], day: string): NormStanding {
  if (version.state === "DRAFT") return "DRAFT";
  if (version.state === "CONSULTATION") return isOpen(version, day) ? "CONSULTATION" : "CONSULTED";
  if (version.inForceOn === null || version.inForceOn > day) return "ADOPTED";
  return versionInForce(versions, day)?.id === version.id ? "IN_FORCE" : "SUPERSEDED";
}

/** Whether members may comment on a day: until the closing day is over. */
export const isOpen = ({ state, consultationClosesOn }: Pick<Dated, "state" | "consultationClosesOn">, day: string): boolean =>
  state === "CONSULTATION" && consultationClosesOn !== null && day <= consultationClosesOn;

/** Whether the association is to look at the version again: the day it set itself has come. */
export const isReviewDue = ({ reviewDueOn }: { reviewDueOn: string | null }, day: string): boolean => reviewDueOn !== null && reviewDueOn <= day;
