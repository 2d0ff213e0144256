import type { Period } from "../../kernel/period.ts";
import type { InputProblem } from "./input-problem.rules.ts";
import type { Adjustment, Answers, Scheme } from "./scheme.rules.ts";
import { inputProblems } from "./validity.rules.ts";

export interface Adjusted {
  answers: Answers;
  problems: InputProblem[];
}

/**
 * Puts a reviewer's figures in force beside the member's, which stay. A reason is required and the figures must be valid;
 * what does not apply cannot be adjusted. Totals shared with other indicators may disagree until those are adjusted too,
 * so confirming asks `inputProblems` once more.
 */
export function adjust(scheme: Scheme, answers: Answers, period: Period, indicator: string, adjustment: Adjustment): Adjusted {
  const answer = Object.hasOwn(answers, indicator) ? answers[indicator] : undefined;
  if (!answer || answer.notApplicable) return { answers, problems: [{ code: "NOT_FOUND", path: `answers.${indicator}` }] };
  const after = { ...answers, [indicator]: { ...answer, adjusted: adjustment } };
  const reason: InputProblem[] = adjustment.reason.trim() === "" ? [{ code: "REQUIRED", path: "reason" }] : [];
  const faults = inputProblems(scheme, after, period).filter(
    ({ code, path }) => code !== "TOTALS_DISAGREE" && path.startsWith(`answers.${indicator}.`),
  );
  const problems = [...reason, ...faults];
  return { answers: problems.length === 0 ? after : answers, problems };
}
