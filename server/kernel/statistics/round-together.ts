import { Decimal, sum } from "../decimal.ts";

/**
 * Rounds non-negative values to `places` decimals so that they add up exactly to their rounded sum (largest remainders, earlier values first
 * among equals). No value moves by a whole unit of the last place, and nought stays nought.
 */
export function roundTogether(values: readonly Decimal[], places: number): Decimal[] {
  const unit = new Decimal(10).pow(-places);
  const floors = values.map((value) => value.toDecimalPlaces(places, Decimal.ROUND_FLOOR));
  const missing = sum(values).toDecimalPlaces(places).minus(sum(floors)).div(unit).toNumber();
  const raised = new Set(
    values
      .map((value, place) => ({ place, remainder: value.minus(floors[place] ?? 0) }))
      .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.place - b.place)
      .slice(0, missing)
      .map(({ place }) => place),
  );
  return floors.map((floor, place) => (raised.has(place) ? floor.plus(unit) : floor));
}
