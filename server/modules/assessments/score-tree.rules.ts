import type { Grade } from "../../kernel/grade.ts";
import type { Period } from "../../kernel/period.ts";
import type { ShortfallCode } from "./curve.rules.ts";
import type { FigureValue } from "./indicator.rules.ts";
import type { ProofLevel } from "./scheme.rules.ts";

/** Why an indicator has points, or has none. Only RATED ones weigh; all others leave the denominator. */
export const IndicatorState = {
  RATED: "RATED",
  NO_DATA: "NO_DATA",
  TOO_FEW: "TOO_FEW",
  NO_BASELINE: "NO_BASELINE",
  NOT_APPLICABLE: "NOT_APPLICABLE",
  UNANSWERED: "UNANSWERED",
} as const;
export type IndicatorState = keyof typeof IndicatorState;

export type ReasonCode =
  | ShortfallCode
  | "LIMITED_BY_PROOF"
  | "ADJUSTED"
  | "TOO_FEW_FACTS"
  | Exclude<IndicatorState, "RATED">;

/** A code and its figures, put into words by whoever shows them. `lost` is in points of 100 of the indicator. */
export interface Reason {
  code: ReasonCode;
  figures: Record<string, string>;
}

/**
 * One leaf. `weight` is the scheme's; `effectiveWeight` is what it carries among the rated, adding up to 100;
 * `contribution` = effectiveWeight × points ÷ 100, rounded so that all leaves add up to the score exactly; it and `lost` are
 * null where nothing is rated, and everywhere while there are too few facts for a score.
 */
export interface IndicatorScore {
  id: string;
  code: string;
  state: IndicatorState;
  value: string | null;
  n: string | null;
  figures: FigureValue[];
  unit: string;
  /** The member's own value where a reviewer adjusted it; else null. */
  declaredValue: string | null;
  proof: ProofLevel | null;
  points: string | null;
  weight: string;
  effectiveWeight: string | null;
  contribution: string | null;
  lost: string | null;
  reasons: Reason[];
}

export interface GroupScore {
  id: string;
  code: string;
  points: string | null;
  weight: string;
  effectiveWeight: string | null;
  contribution: string | null;
  lost: string | null;
  indicators: IndicatorScore[];
}

export interface ScoreTree {
  scheme: { id: string; version: number };
  period: Period;
  state: "RATED" | "NOT_RATED";
  /** Out of 100 with the scheme's decimals; null when there are too few facts. */
  score: string | null;
  grade: Grade | null;
  facts: { indicators: number; weight: string };
  reasons: Reason[];
  groups: GroupScore[];
}
