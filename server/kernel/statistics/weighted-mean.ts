import { Decimal, sum, type DecimalValue } from "../decimal.ts";

/** Mean of the values by their weights; null when the weights add up to nothing. Throws on text that is no number. */
export function weightedMean(parts: readonly { value: DecimalValue; weight: DecimalValue }[]): Decimal | null {
  const weight = sum(parts.map((part) => part.weight));
  if (weight.isZero()) return null;
  return sum(parts.map((part) => new Decimal(part.value).times(part.weight))).div(weight);
}
