import type { Grade, GradeFloor } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import type { AreaFacts, FactsScheme } from "./grade.rules.ts";

export const EntrySeverity = { CRITICAL: "CRITICAL", MAJOR: "MAJOR", MINOR: "MINOR" } as const;
export type EntrySeverity = keyof typeof EntrySeverity;

/** How far what an entry says is proved; the same three levels as everywhere in the house. */
export const EntryProof = { SELF_DECLARED: "SELF_DECLARED", DOCUMENT_BACKED: "DOCUMENT_BACKED", VERIFIED: "VERIFIED" } as const;
export type EntryProof = keyof typeof EntryProof;

/** What an entry of a kind does to a grade. */
export const EntryEffect = {
  /** Its latest entry earns what its area gives for it. */
  EARNS: "EARNS",
  /** It makes up for points lost in its area, as far as the area allows. */
  BONUS: "BONUS",
  /** It takes points from the 100 of its area. */
  COSTS: "COSTS",
  /** A hard failure: it takes points from the score itself. */
  FAILS: "FAILS",
  /** It settles what came before it in the same matter. */
  SETTLES: "SETTLES",
  /** It is on file and weighs nothing. */
  NOTES: "NOTES",
} as const;
export type EntryEffect = keyof typeof EntryEffect;

/** From when a weight ages: from when it happened, was decided, or was settled; before it is settled it weighs fully. */
export type AgeingFrom = "OCCURRED" | "DECIDED" | "SETTLED";

/** Full weight for so many whole months, then fading evenly to nothing over so many more. */
export interface Ageing {
  from: AgeingFrom;
  fullMonths: number;
  fadeMonths: number;
  /** How much of it, in per cent, still weighs once it is settled; counts where ageing begins with the settling. */
  settledShare: string;
}

/** One kind of the closed list of entries. */
export interface EntryKind {
  code: string;
  area: string;
  effect: EntryEffect;
  name: Localized;
  /** One sentence; the facts of an entry stand in for `{name}`. */
  words: Localized;
  /** Points by severity, or `ANY` for entries without one. */
  points?: { [Of in EntrySeverity | "ANY"]?: string | undefined } | undefined;
  /** Without it, the weight stays. */
  ageing?: Ageing | undefined;
  /** The kinds that settle it. */
  settledBy?: string[] | undefined;
  /** The kinds by which it is as if it had never been, from their instant on. */
  liftedBy?: string[] | undefined;
  /** How much of its points, in per cent, each level of proof earns; all of them where it says nothing. */
  proof?: Record<EntryProof, string> | undefined;
}

/** Something that can be earned in an area. By `VALUE` it earns as much of its points as its entry's value of 100. */
export interface Positive {
  kind: string;
  points: string;
  by: "PRESENCE" | "VALUE";
}

export interface SchemeArea {
  code: string;
  name: Localized;
  weight: string;
  facts: AreaFacts;
  /** Whether what costs points here is enough to rate the area, at nought where nothing is earned; otherwise it is taken from the score by the area's weight. */
  ratedByCosts: boolean;
  /** Together exactly 100. */
  positives: Positive[];
  /** How many lost points commendations make up for at most. */
  bonusLimit: string;
  /** Below so many points, no better grade than this. */
  minimum: { points: string; grade: Grade };
}

/** While an entry of the kind and severity is neither settled nor expired, no better grade than this. */
export interface Cap {
  kind: string;
  severities: EntrySeverity[];
  grade: Grade;
  note: Localized;
}

/** A version that grades by the ledger. It knows entries and nothing else of a member: no fee, no level, no size. */
export interface LedgerScheme {
  version: number;
  effectiveFrom: string;
  title: Localized;
  decimals: number;
  areas: SchemeArea[];
  kinds: EntryKind[];
  caps: Cap[];
  requiredFacts: { areas: number; weight: string };
  bands: { floors: GradeFloor[] };
}

/** Any version: the first graded by facts gathered at an audit, the later ones by the ledger. */
export type CreditScheme = FactsScheme | LedgerScheme;

export const isLedgerScheme = (scheme: CreditScheme): scheme is LedgerScheme => "kinds" in scheme;
