import { Decimal, fixed, readDecimal } from "../../kernel/decimal.ts";
import { type Answers, indicatorsOf, inputReference, inputsInForce, type Scheme } from "./scheme.rules.ts";
import type { ScoreTree } from "./score-tree.rules.ts";

/** A figure the association holds itself, beside what the member gives for the same field. */
export interface Observed {
  indicator: string;
  /** The input it stands beside. */
  code: string;
  value: string;
  /** By how many percent the figure in force lies above it, below where negative; null where none is given, or it is nought. */
  deviation: string | null;
}

/** Decimals of a deviation in percent. */
const shown = 1;

/**
 * What the judged assessment of the period before came to, for each field that asks a member for its own earlier figure.
 * Nothing where that indicator had no value then.
 */
export function observedFigures(scheme: Scheme, answers: Answers, before: ScoreTree | null): Observed[] {
  const judged = new Map(before?.groups.flatMap(({ indicators }) => indicators.map(({ id, value }) => [id, value])));
  return indicatorsOf(scheme).flatMap(({ id, figures }) => {
    const value = judged.get(id) ?? null;
    return figures.flatMap(({ formula }) => {
      if (formula.kind !== "INDEX" || value === null) return [];
      const { indicator, input } = inputReference(formula.base, id);
      const answer = answers[indicator];
      return [{ indicator, code: input, value, deviation: deviationOf(answer && inputsInForce(answer)[input], value) }];
    });
  });
}

function deviationOf(given: string | null | undefined, observed: string): string | null {
  const [figure, held] = [readDecimal(given), new Decimal(observed)];
  return figure === null || held.isZero() ? null : fixed(figure.minus(held).times(100).div(held).toDecimalPlaces(shown).plus(0), shown);
}
