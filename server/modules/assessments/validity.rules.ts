import { Decimal, product, readDecimal, sum } from "../../kernel/decimal.ts";
import type { Period } from "../../kernel/period.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import { checkProblems } from "./check.rules.ts";
import type { InputProblem } from "./input-problem.rules.ts";
import { indicatorsOf, inputsInForce } from "./scheme.rules.ts";
import type { Answer, Answers, Indicator, InputField, Inputs, Scheme } from "./scheme.rules.ts";

/** Everything that stands in the way of submitting these answers, in the scheme's order; empty when nothing does. */
export function inputProblems(scheme: Scheme, answers: Answers, period: Period): InputProblem[] {
  const known = new Set(indicatorsOf(scheme).map((indicator) => indicator.id));
  const strangers = Object.keys(answers).filter((id) => !known.has(id));
  return [
    ...strangers.map((id): InputProblem => ({ code: "UNKNOWN_INDICATOR", path: `answers.${id}` })),
    ...indicatorsOf(scheme).flatMap((indicator) => answerProblems(indicator, answers[indicator.id])),
    ...checkProblems(scheme, answers, period),
  ];
}

/** What may not stand even in a draft: everything but figures not yet given. */
export const draftProblems = (scheme: Scheme, answers: Answers, period: Period): InputProblem[] =>
  inputProblems(scheme, answers, period).filter(({ code }) => code !== "MISSING_INPUT");

function answerProblems(indicator: Indicator, answer: Answer | undefined): InputProblem[] {
  if (answer?.notApplicable) return notApplicableProblems(indicator, answer.notApplicable.reason);
  const inputs = answer ? inputsInForce(answer) : {};
  const codes = new Set(indicator.inputs.map((field) => field.code));
  const strangers = Object.keys(inputs).filter((code) => !codes.has(code));
  return [
    ...strangers.map((code): InputProblem => ({ code: "UNKNOWN_INPUT", path: pathOf(indicator.id, code) })),
    ...indicator.inputs.flatMap((field) => fieldProblems(indicator.id, field, inputs)),
    ...shareProblems(indicator, inputs),
  ];
}

function notApplicableProblems(indicator: Indicator, reason: string): InputProblem[] {
  const path = `answers.${indicator.id}.notApplicable`;
  if (!indicator.mayBeNotApplicable) return [{ code: "ALWAYS_APPLICABLE", path }];
  return reason.trim() === "" ? [{ code: "REQUIRED", path: `${path}.reason` }] : [];
}

function fieldProblems(id: string, field: InputField, inputs: Inputs): InputProblem[] {
  const text = inputs[field.code] ?? "";
  const code = text === "" ? (field.required ? "MISSING_INPUT" : null) : figureProblem(field, text);
  return code === null ? [] : [{ code, path: pathOf(id, field.code) }];
}

function figureProblem(field: InputField, text: string): ProblemCode | null {
  const figure = readDecimal(text);
  if (tooManyDigits.test(text)) return "TOO_MANY_DIGITS";
  if (figure === null) return "NOT_A_NUMBER";
  if (figure.isNegative() && !figure.isZero()) return "NEGATIVE";
  if (wholeTypes.has(field.type) && !figure.isInteger()) return "NOT_WHOLE";
  return figure.lt(field.minimum) || figure.gt(field.maximum) ? "OUT_OF_RANGE" : null;
}

/** More than the largest bound of any scheme has, or more decimals than are kept. */
const tooManyDigits = /^-?(?:0*[1-9]\d{15,}(?:\.\d+)?|\d+\.\d{13,})$/;

const wholeTypes: ReadonlySet<InputField["type"]> = new Set(["COUNT", "MONTHS"]);

/** A part cannot pass its whole, so no share passes 100 %. */
function shareProblems({ id, formula }: Indicator, inputs: Inputs): InputProblem[] {
  if (formula.kind !== "SHARE") return [];
  const [over, under] = [formula.numerator, formula.denominator].map((codes) => codes.flatMap((code) => readDecimal(inputs[code]) ?? []));
  if (over?.length !== formula.numerator.length || under?.length !== formula.denominator.length) return [];
  if (sum(over).lte(Decimal.max(product(under), 0))) return [];
  const against = formula.denominator.map((code) => pathOf(id, code));
  return formula.numerator.map((code) => ({ code: "NUMERATOR_ABOVE_DENOMINATOR", path: pathOf(id, code), against }));
}

const pathOf = (indicator: string, input: string): string => `answers.${indicator}.${input}`;
