import { type Decimal, product, readDecimal, rounded, sum } from "../../kernel/decimal.ts";
import { monthsIn, type Period } from "../../kernel/period.ts";
import { weightedMean } from "../../kernel/statistics/weighted-mean.ts";
import { inputReference, inputsInForce } from "./scheme.rules.ts";
import type { Answers, Figure, Formula, Indicator, Inputs, TurnoverFormula } from "./scheme.rules.ts";

/** Decimals kept of a value; more than any unit of the schemes can show. */
export const valueDecimals = 6;

export const ValueState = {
  VALUE: "VALUE",
  NO_DATA: "NO_DATA",
  TOO_FEW: "TOO_FEW",
  NOT_APPLICABLE: "NOT_APPLICABLE",
  UNANSWERED: "UNANSWERED",
} as const;
export type ValueState = keyof typeof ValueState;

export interface FigureValue {
  code: string;
  /** Null where an input is missing or the denominator is nought. */
  value: string | null;
}

/** What the answers say of one indicator; `n` is the denominator the value stands on. */
export interface Measured {
  state: ValueState;
  value: string | null;
  n: string | null;
  figures: FigureValue[];
}

/** Value, denominator and further figures of an indicator from the answers in force. Never throws on odd answers. */
export function measure(indicator: Indicator, answers: Answers, period: Period): Measured {
  const answer = answers[indicator.id];
  if (answer?.notApplicable) return { state: "NOT_APPLICABLE", value: null, n: null, figures: [] };
  const { state, value, n } = valueFrom(indicator, answer ? inputsInForce(answer) : {});
  const figures = indicator.figures.map((figure) => ({
    code: figure.code,
    value: text(figureFrom(figure, indicator.id, value, answers, period)),
  }));
  return { state, value: text(value), n: text(n), figures };
}

/** The value alone, as these inputs would have it; null where they give none. */
export const declaredValue = (indicator: Indicator, inputs: Inputs): string | null => text(valueFrom(indicator, inputs).value);

interface Valued {
  state: ValueState;
  value: Decimal | null;
  n: Decimal | null;
}

function valueFrom({ formula, minimumCount }: Indicator, inputs: Inputs): Valued {
  const quotient = quotientOf(formula, (code) => readDecimal(inputs[code]));
  if (quotient === null) return { state: "UNANSWERED", value: null, n: null };
  const { over, under } = quotient;
  if (under.isZero()) return { state: "NO_DATA", value: null, n: under };
  if (isImpossible(formula, quotient)) return { state: "UNANSWERED", value: null, n: null };
  const tooFew = minimumCount !== null && under.lt(minimumCount);
  return { state: tooFew ? "TOO_FEW" : "VALUE", value: over.div(under), n: under };
}

/** A part above its whole is no share; it is refused where it is typed, and comes to nothing should it ever stand. */
const isImpossible = ({ kind }: Formula, { over, under }: Quotient): boolean => kind === "SHARE" && over.gt(under.times(100));

type Reader = (code: string) => Decimal | null;
interface Quotient {
  over: Decimal;
  under: Decimal;
}

/** Every formula as one division, so that a denominator of nought is seen in one place; null where an input is missing. */
function quotientOf(formula: Formula, read: Reader): Quotient | null {
  switch (formula.kind) {
    case "TURNOVER":
      return turnover(formula, read);
    case "SCORE":
      return meanOn(read(formula.score), read(formula.count));
    case "WEIGHTED_SCORE": {
      const parts = formula.parts.map(({ input, weight }) => ({ value: read(input), weight }));
      return meanOn(parts.every(isKnown) ? weightedMean(parts) : null, read(formula.count));
    }
    default: {
      const [over, under] = [formula.numerator.map(read), formula.denominator.map(read)];
      if (!over.every(isNumber) || !under.every(isNumber)) return null;
      return { over: sum(over).times(formula.kind === "SHARE" ? 100 : 1), under: product(under) };
    }
  }
}

function turnover(formula: TurnoverFormula, read: Reader): Quotient | null {
  const [cost, opening, closing] = [read(formula.costOfSales), read(formula.opening), read(formula.closing)];
  const average = read(formula.average) ?? (opening && closing && opening.plus(closing).div(2));
  return cost && average && { over: cost, under: average };
}

const meanOn = (score: Decimal | null, count: Decimal | null): Quotient | null =>
  score && count && { over: score.times(count), under: count };

function figureFrom(figure: Figure, home: string, value: Decimal | null, answers: Answers, period: Period): Decimal | null {
  const { formula } = figure;
  if (formula.kind === "SHARE") return share(readReference(formula.numerator, home, answers), readReference(formula.denominator, home, answers));
  return formula.kind === "INDEX"
    ? ratio(value, readReference(formula.base, home, answers), 100)
    : ratio(value, monthsIn(period), 12);
}

const share = (part: Decimal | null, whole: Decimal | null): Decimal | null => (part && whole && part.gt(whole) ? null : ratio(part, whole, 100));

const ratio = (over: Decimal | null, under: Decimal | null, scale: number): Decimal | null =>
  over === null || under === null || under.isZero() ? null : over.times(scale).div(under);

function readReference(reference: string, home: string, answers: Answers): Decimal | null {
  const { indicator, input } = inputReference(reference, home);
  const answer = answers[indicator];
  return answer && !answer.notApplicable ? readDecimal(inputsInForce(answer)[input]) : null;
}

const isNumber = (value: Decimal | null): value is Decimal => value !== null;
const isKnown = (part: { value: Decimal | null; weight: string }): part is { value: Decimal; weight: string } => part.value !== null;
const text = (value: Decimal | null): string | null => value && rounded(value, valueDecimals);
