/** One reason why an act did not happen: the server's refusal, or what stopped the request on its way. */
export interface Problem {
  code: string;
  /** The input field that caused it, such as `input.email`; empty when no single field did. */
  path: string;
  /** The fields it was held against, written like `path`; `FieldNames` knows what they are called. */
  against?: readonly string[];
  /** The norm article that stands in the way. */
  article?: string | null;
  /** The day that stands in the way, such as `2026-03-01`; its sentence names it. */
  day?: string;
  /** The number under which the server's log has the defect. */
  reference?: string;
}

/** Whether what the act was decided on had changed before it came. */
export const isConflict = ({ code }: Problem): boolean => code === "CONFLICT";

/** The form field a problem belongs to: its path without the name of the argument. */
export const fieldOf = (problem: Problem): string => problem.path.replace(/^input\./, "");

/** A refused proof of identity inside the house, where nobody typed an e-mail address: said at the password, and of the code only where one was asked for. */
export const atPassword = (problems: readonly Problem[], path: string, withCode = false): readonly Problem[] =>
  problems.map((problem) => (problem.code === "INVALID_CREDENTIALS" ? { ...problem, path, code: withCode ? "WRONG_PASSWORD_OR_CODE" : "WRONG_PASSWORD" } : problem));
