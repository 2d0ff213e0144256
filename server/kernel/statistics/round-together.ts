import { type Decimal, sum } from "../decimal.ts";
import { roundInto } from "./round-into.ts";

/**
 * Rounds values to `places` decimals so that they add up exactly to their rounded sum (largest remainders, earlier values first among equals).
 * No value moves by a whole unit of the last place, and nought stays nought.
 */
export const roundTogether = (values: readonly Decimal[], places: number): Decimal[] => roundInto(values, places, sum(values).toDecimalPlaces(places));
