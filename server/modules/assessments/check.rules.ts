import { Decimal, readDecimal } from "../../kernel/decimal.ts";
import { monthsIn, type Period } from "../../kernel/period.ts";
import type { InputProblem } from "./input-problem.rules.ts";
import { inputReference, inputsInForce } from "./scheme.rules.ts";
import type { Answers, Check, Scheme } from "./scheme.rules.ts";

/** What the scheme's rules between inputs find; inputs left empty or of indicators that do not apply are passed over. */
export const checkProblems = (scheme: Scheme, answers: Answers, period: Period): InputProblem[] =>
  scheme.checks.flatMap((check) => problemsOf(check, readerOf(answers), period));

interface Reader {
  applies(reference: string): boolean;
  isEmpty(reference: string): boolean;
  figure(reference: string): Decimal | null;
}

function readerOf(answers: Answers): Reader {
  const textOf = (reference: string): string => {
    const { indicator, input } = inputReference(reference);
    const answer = answers[indicator];
    return (answer && !answer.notApplicable && inputsInForce(answer)[input]) || "";
  };
  return {
    applies: (reference) => answers[inputReference(reference).indicator]?.notApplicable === undefined,
    isEmpty: (reference) => textOf(reference) === "",
    figure: (reference) => readDecimal(textOf(reference)),
  };
}

function problemsOf(check: Check, reader: Reader, period: Period): InputProblem[] {
  switch (check.kind) {
    case "EQUAL":
      return disagreements(check.inputs, reader);
    case "AT_MOST":
      return above(reader.figure(check.part), reader.figure(check.whole), check.part, check.whole);
    case "REMAINDER_AT_MOST":
      return above(
        minus(reader.figure(check.partOf), reader.figure(check.part)),
        minus(reader.figure(check.wholeOf), reader.figure(check.whole)),
        check.partOf,
        check.wholeOf, check.part, check.whole,
      );
    case "ANY_OF":
      return noneComplete(check.sets, reader);
    case "ALL_OR_NONE":
      return check.inputs.every(reader.isEmpty) ? [] : missing(check.inputs, reader);
    case "WITHIN_PERIOD":
      return longer(check.input, reader, period);
  }
}

/** The last set is the one asked for when none is complete. */
const noneComplete = (sets: string[][], reader: Reader): InputProblem[] =>
  sets.some((set) => set.every((input) => !reader.isEmpty(input))) ? [] : missing(sets.at(-1) ?? [], reader);

const longer = (input: string, reader: Reader, period: Period): InputProblem[] =>
  (reader.figure(input) ?? new Decimal(0)).gt(monthsIn(period).ceil()) ? [{ code: "OUT_OF_RANGE", path: pathOf(input) }] : [];

/** Each of the fields is named, for either may be the wrong one. */
function disagreements(inputs: string[], reader: Reader): InputProblem[] {
  const given = inputs.flatMap((input) => {
    const figure = reader.figure(input);
    return figure === null ? [] : [{ path: pathOf(input), figure }];
  });
  return given.flatMap(({ path, figure }) => {
    const against = given.filter((other) => !other.figure.eq(figure)).map((other) => other.path);
    return against.length === 0 ? [] : [{ code: "TOTALS_DISAGREE" as const, path, against }];
  });
}

const above = (part: Decimal | null, whole: Decimal | null, partInput: string, ...others: string[]): InputProblem[] =>
  part !== null && whole !== null && part.gt(whole)
    ? [{ code: "PART_ABOVE_WHOLE", path: pathOf(partInput), against: others.map(pathOf) }]
    : [];

const missing = (inputs: string[], reader: Reader): InputProblem[] =>
  inputs
    .filter((input) => reader.applies(input) && reader.isEmpty(input))
    .map((input) => ({ code: "MISSING_INPUT", path: pathOf(input) }));

const minus = (a: Decimal | null, b: Decimal | null): Decimal | null => a && b && a.minus(b);
const pathOf = (reference: string): string => `answers.${reference}`;
