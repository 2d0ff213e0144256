import type { ProblemCode } from "../../kernel/problem-codes.ts";

/** A fault in an answer. `path` is the field, as `answers.I-1.1.accurate_orders`; `against` the fields it was held against. */
export interface InputProblem {
  code: ProblemCode;
  path: string;
  against?: string[];
}
