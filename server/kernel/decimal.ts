import { Decimal as Base } from "decimal.js";

/** Exact decimal arithmetic of the house: 60 significant digits, halves rounded away from zero, never an exponent in text. */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP, toExpNeg: -1000, toExpPos: 1000 });
/** A value of that arithmetic. */
export type Decimal = Base;
/** What can be read as one: a value, plain text, or a whole number. Text that is no number throws wherever it is reckoned with. */
export type DecimalValue = Base.Value;

const plain = /^-?\d{1,24}(\.\d{1,12})?$/;

/** True for plain digits such as `-12.50`, at most 24 before the point and 12 after it; exponents, grouping marks, blanks and `NaN` are no decimals here. */
export const isDecimalText = (text: string): boolean => plain.test(text);

/** The number a text stands for, or null when it is no plain decimal. */
export const readDecimal = (text: string | null | undefined): Decimal | null =>
  typeof text === "string" && isDecimalText(text) ? new Decimal(text) : null;

/** All of them added up, exactly; nought of none. Throws on text that is no number. */
export const sum = (values: readonly DecimalValue[]): Decimal =>
  values.reduce<Decimal>((total, value) => total.plus(value), new Decimal(0));

/** All of them multiplied, to 60 significant digits; one of none. Throws on text that is no number. */
export const product = (values: readonly DecimalValue[]): Decimal =>
  values.reduce<Decimal>((total, value) => total.times(value), new Decimal(1));

/** Text with exactly `places` decimals, halves away from zero: `87.5` at two places is `87.50`. Throws on text that is no number. */
export const fixed = (value: DecimalValue, places: number): string => new Decimal(value).toFixed(places);

/** Text with at most `places` decimals, halves away from zero, and no trailing noughts. Throws on text that is no number. */
export const rounded = (value: DecimalValue, places: number): string =>
  new Decimal(value).toDecimalPlaces(places).toString();
