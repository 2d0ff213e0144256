import { dayAfter, termEnd } from "../../../kernel/days.ts";

/** What a panel may choose about a case. */
export const CaseChoice = { IMPOSE: "IMPOSE", DISMISS: "DISMISS", RETURN: "RETURN" } as const;
export type CaseChoice = keyof typeof CaseChoice;

/** As much of a decision as its dates follow from. */
export interface Effect {
  servedOn: string | null;
  appealUntil: string | null;
  inForceOn: string | null;
  endsOn: string | null;
  setAsideOn: string | null;
}

/** The appeal against it, if there was one. */
export interface Appealed {
  /** The day it was decided or withdrawn; null while it is not. */
  endedOn: string | null;
}

/**
 * From which day a decision that was served takes effect, as things stand: at once, or, where an appeal suspends it, when the time for one is over or the
 * appeal was decided. Null while that day is unknown.
 */
export function effectiveFrom({ servedOn, appealUntil }: Effect, suspends: boolean, appeal: Appealed | null): string | null {
  if (servedOn === null) return null;
  if (!suspends || appealUntil === null) return servedOn;
  return appeal === null ? dayAfter(appealUntil, 1) : appeal.endedOn;
}

/** The last day of a sanction with a term that begins on a day; null for one without. */
export const lastDayOf = (inForceOn: string, months: number | null): string | null => (months === null ? null : termEnd(inForceOn, months));

/**
 * The day on which there is nothing left to do about a sanction in force: its term is over, and no appeal is open or possible any more. Null while that day
 * is unknown.
 */
export function settledOn({ appealUntil, inForceOn, endsOn, setAsideOn }: Effect, appeal: Appealed | null): string | null {
  if (setAsideOn !== null) return setAsideOn;
  if (inForceOn === null || (appeal !== null && appeal.endedOn === null)) return null;
  const open = appeal === null && appealUntil !== null ? dayAfter(appealUntil, 1) : (appeal?.endedOn ?? inForceOn);
  const lasting = endsOn === null ? inForceOn : dayAfter(endsOn, 1);
  return [inForceOn, open, lasting].sort().at(-1) ?? null;
}
