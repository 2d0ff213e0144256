import { dayAfter } from "../../kernel/days.ts";
import { languages, type Localized } from "../../kernel/language.ts";
import { isDay } from "../../kernel/period.ts";
import { asRead } from "../../kernel/plain-text.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";

/** How a reward stands; `EXPIRED` follows from its last day and is never stored. */
export const RewardState = { PROPOSED: "PROPOSED", IN_FORCE: "IN_FORCE", EXPIRED: "EXPIRED", DECLINED: "DECLINED", REVOKED: "REVOKED" } as const;
export type RewardState = keyof typeof RewardState;
export type StoredState = Exclude<RewardState, "EXPIRED">;

export const RoundState = { OPEN: "OPEN", CONFIRMED: "CONFIRMED", DROPPED: "DROPPED" } as const;
export type RoundState = keyof typeof RoundState;

/** How a firm stands in a round. */
export const CandidateStanding = { QUALIFIED: "QUALIFIED", STRUCK: "STRUCK", UNQUALIFIED: "UNQUALIFIED" } as const;
export type CandidateStanding = keyof typeof CandidateStanding;

/** How a stored state reads on a day, with the last day the reward holds; null before it was given. */
export const stateOn = (state: StoredState, through: string | null, day: string): RewardState => (state === "IN_FORCE" && through !== null && through < day ? "EXPIRED" : state);

/** What an officer says of a deed. */
export interface Deed {
  /** What the firm did, in three languages, as everybody will read it. */
  deed: Localized;
  deedOn: string;
  /** The pledge clause or norm article it honours, such as `C1` or `N4.2`. */
  clause: string;
  /** What shows it; the association and the firm read this. */
  evidence: string;
}

interface Fault {
  code: ProblemCode;
  path: string;
}

/** In characters, of each language. */
const longest = { deed: 300, evidence: 2000, reason: 2000 };

/** Everything at fault in a proposal made on a day. */
export function deedFaults({ deed, deedOn, evidence }: Deed, today: string, withinDays: number): Fault[] {
  return [
    ...languages.flatMap((language) => {
      const fault = textFault(deed[language], longest.deed);
      return fault ? [{ code: fault, path: `deed.${language}` }] : [];
    }),
    ...(isDay(deedOn) ? dayFaults(deedOn, today, withinDays) : [{ code: "INVALID" as const, path: "deedOn" }]),
    ...[textFault(evidence, longest.evidence)].flatMap((code) => (code ? [{ code, path: "evidence" }] : [])),
  ];
}

const dayFaults = (deedOn: string, today: string, withinDays: number): Fault[] =>
  deedOn > today || deedOn < dayAfter(today, -withinDays) ? [{ code: "DEED_DAY", path: "deedOn" }] : [];

/** What is wrong with a reason; null when nothing is. */
export const reasonFault = (reason: string): "REQUIRED" | "TOO_LONG" | null => textFault(reason, longest.reason);

function textFault(text: string, most: number): "REQUIRED" | "TOO_LONG" | null {
  if (asRead(text).trim() === "") return "REQUIRED";
  return text.length > most ? "TOO_LONG" : null;
}
