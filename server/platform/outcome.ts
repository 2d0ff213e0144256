import type { ProblemCode } from "../kernel/problem-codes.ts";

/** One reason for a refusal: its code, the input field that caused it, the fields it was held against, the norm article that stands in the way, and the day. */
export interface Problem {
  code: ProblemCode;
  path: string;
  against?: string[];
  article?: string;
  /** The day that stands in the way, such as the last for an appeal. */
  day?: string;
}

/** What a use case answers: its result, or why it refused. A refusal undoes the transaction. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refused = (code: ProblemCode, ...paths: string[]): Outcome<never> =>
  refusedWith((paths.length > 0 ? paths : [""]).map((path) => ({ code, path })));

export const refusedWith = (problems: Problem[]): Outcome<never> => ({ ok: false, problems });
