import { Decimal, type DecimalValue, sum } from "../decimal.ts";

/**
 * Rounds values, of either sign, to `places` decimals so that they add up exactly to `total`, itself at those places and less than a unit of the
 * last place from their exact sum (largest remainders, earlier values first among equals). No value moves by more than a unit. Throws on text that is no number.
 */
export function roundInto(values: readonly Decimal[], places: number, total: DecimalValue): Decimal[] {
  const unit = new Decimal(10).pow(-places);
  const floors = values.map((value) => value.toDecimalPlaces(places, Decimal.ROUND_FLOOR));
  const missing = new Decimal(total).minus(sum(floors)).div(unit).toNumber();
  const raised = new Set(
    values
      .map((value, place) => ({ place, remainder: value.minus(floors[place] ?? 0) }))
      .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.place - b.place)
      .slice(0, missing)
      .map(({ place }) => place),
  );
  return floors.map((floor, place) => (raised.has(place) ? floor.plus(unit) : floor));
}
