import type { ProblemCode } from "../../../kernel/problem-codes.ts";
import { isMilder, type ProceduralLadder } from "../sanctions/ladder.rules.ts";

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

/** What is wrong with a choice against the step that was appealed: only something milder comes of an appeal, never anything graver. */
export function choiceFault({ outcome, step, months }: AppealChoice, ladder: ProceduralLadder, appealed: { step: string; months: number | null }): { code: ProblemCode; path: string } | null {
  if (outcome !== "REDUCED") return null;
  const chosen = ladder.steps.find(({ code }) => code === step);
  if (chosen === undefined) return { code: "REQUIRED", path: "step" };
  if (!chosen.enabled) return { code: "STEP_NOT_ENABLED", path: "step" };
  const term = chosen.months;
  if (term !== null && months === null) return { code: "REQUIRED", path: "months" };
  if (term !== null && months !== null && (months < term.least || months > term.most)) return { code: "OUT_OF_RANGE", path: "months" };
  const shorter = chosen.code === appealed.step && months !== null && appealed.months !== null && months < appealed.months;
  return shorter || isMilder(ladder, chosen.code, appealed.step) ? null : { code: "NOT_MILDER", path: "step" };
}
