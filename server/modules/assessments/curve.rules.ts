import { Decimal } from "../../kernel/decimal.ts";
import type { Scoring } from "./scheme.rules.ts";

export type ShortfallCode = "BELOW_TARGET" | "ABOVE_TARGET" | "BELOW_BAND" | "ABOVE_BAND";

/** Points of 100, and on which side of which target the value stands when they are not full. */
export interface Earned {
  points: Decimal;
  shortfall: { code: ShortfallCode; target: string } | null;
}

/** Points a value earns: none at the far end, full from the target on, linear between. */
export function pointsOn(scoring: Scoring, value: string, places: number): Earned {
  const ramp = rampFor(scoring, new Decimal(value));
  const way = new Decimal(ramp.full).minus(ramp.zero);
  const share = way.isZero() ? new Decimal(1) : new Decimal(value).minus(ramp.zero).div(way);
  const points = Decimal.min(Decimal.max(share, 0), 1).times(100).toDecimalPlaces(places);
  return { points, shortfall: points.eq(100) ? null : { code: ramp.code, target: ramp.full } };
}

/** The side of the curve that matters for this value. */
function rampFor(scoring: Scoring, value: Decimal): { zero: string; full: string; code: ShortfallCode } {
  if (scoring.direction === "BAND") {
    return value.lt(scoring.fullFrom)
      ? { zero: scoring.zeroBelow, full: scoring.fullFrom, code: "BELOW_BAND" }
      : { zero: scoring.zeroAbove, full: scoring.fullTo, code: "ABOVE_BAND" };
  }
  const code = scoring.direction === "HIGHER" ? "BELOW_TARGET" : "ABOVE_TARGET";
  return { zero: scoring.zeroAt, full: scoring.fullAt, code };
}
