import { Decimal, type DecimalValue, sum } from "../decimal.ts";
import { roundTogether } from "./round-together.ts";

/** What one part has of a whole of 100, and what it earns of that. */
export interface WeightedShare {
  /** Its share of 100. */
  weight: Decimal;
  /** That share times its points of 100. */
  contribution: Decimal;
}

/**
 * Shares 100 among parts by their weights, and gives each what its points of 100 earn of its share; both are rounded to
 * `places` decimals so that they add up exactly. None when the weights add up to nothing. Throws on text that is no number.
 */
export function weightedShares(parts: readonly { weight: DecimalValue; points: DecimalValue }[], places: number): WeightedShare[] {
  const total = sum(parts.map(({ weight }) => weight));
  if (total.isZero()) return [];
  const weights = roundTogether(parts.map(({ weight }) => new Decimal(weight).times(100).div(total)), places);
  const earned = roundTogether(parts.map(({ points }, place) => (weights[place] ?? nought).times(points).div(100)), places);
  return weights.map((weight, place) => ({ weight, contribution: earned[place] ?? nought }));
}

const nought = new Decimal(0);
