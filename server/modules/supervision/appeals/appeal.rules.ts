import type { ProblemCode } from "../../../kernel/problem-codes.ts";
import { isMilder, type ProceduralLadder, termFault } from "../sanctions/ladder.rules.ts";

export const AppealOutcome = { UPHELD: "UPHELD", REDUCED: "REDUCED", SET_ASIDE: "SET_ASIDE", WITHDRAWN: "WITHDRAWN" } as const;
export type AppealOutcome = keyof typeof AppealOutcome;

/** What a panel may choose on appeal. */
export interface AppealChoice {
  outcome: "UPHELD" | "REDUCED" | "SET_ASIDE";
  /** The milder step; null unless reduced. */
  step: string | null;
  /** Of a step with a term; null for every other. */
  months: number | null;
}

/** A choice as it is counted: two votes are the same when every part of them is. */
export const writtenChoice = ({ outcome, step, months }: AppealChoice): string => [outcome, step, months].filter((part) => part !== null).join(":");

/** Reads what `writtenChoice` wrote. */
export function readChoice(written: string): AppealChoice {
  const [outcome, step = null, months] = written.split(":");
  return { outcome: outcome as AppealChoice["outcome"], step, months: months === undefined ? null : Number(months) };
}

interface Term {
  step: string;
  months: number | null;
}

/** What is wrong with a choice against the step that was appealed: only something milder comes of an appeal, never anything graver. */
export function choiceFault({ outcome, step, months }: AppealChoice, ladder: ProceduralLadder, appealed: Term): { code: ProblemCode; path: string } | null {
  if (outcome !== "REDUCED") return null;
  const chosen = ladder.steps.find(({ code }) => code === step);
  if (chosen === undefined) return { code: "REQUIRED", path: "step" };
  if (!chosen.enabled) return { code: "STEP_NOT_ENABLED", path: "step" };
  const term = termFault(chosen, months);
  if (term !== null) return { code: term, path: "months" };
  return isShorter({ step: chosen.code, months }, appealed) || isMilder(ladder, chosen.code, appealed.step) ? null : { code: "NOT_MILDER", path: "step" };
}

const isShorter = (chosen: Term, appealed: Term): boolean =>
  chosen.step === appealed.step && chosen.months !== null && appealed.months !== null && chosen.months < appealed.months;

/** What is wrong with the grounds of an appeal; null when nothing is. */
export function groundsFault(grounds: readonly string[], { appealGrounds }: ProceduralLadder): { code: ProblemCode; path: string } | null {
  if (grounds.length === 0) return { code: "REQUIRED", path: "grounds" };
  return grounds.every((ground) => appealGrounds.some(({ code }) => code === ground)) ? null : { code: "INVALID", path: "grounds" };
}
