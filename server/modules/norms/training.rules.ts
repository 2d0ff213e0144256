import { Decimal } from "../../kernel/decimal.ts";
import { isDay } from "../../kernel/period.ts";
import { asRead, asReadOnOneLine } from "../../kernel/plain-text.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";

/** What a member says of one training. */
export interface Training {
  heldOn: string;
  /** How many took part. */
  people: number;
  /** A decimal text. */
  hours: string;
  /** Who taught. */
  givenBy: string;
}

const most = { people: 100_000, hours: 100 };
/** In characters. */
const longest = { givenBy: 200, reason: 2000 };

export const writtenTraining = (training: Training): Training => ({ ...training, givenBy: asReadOnOneLine(training.givenBy).trim() });

/** What is wrong with a training on a version that stands since one day, as recorded on another. */
export function trainingFaults({ heldOn, people, hours, givenBy }: Training, since: string, today: string): { code: ProblemCode; path: keyof Training }[] {
  const lasted = new Decimal(hours);
  const checks: [boolean, ProblemCode, keyof Training][] = [
    [!isDay(heldOn), "INVALID", "heldOn"], [isDay(heldOn) && (heldOn > today || heldOn < since), "TRAINING_DAY", "heldOn"],
    [people < 1 || people > most.people, "OUT_OF_RANGE", "people"],
    [lasted.lte(0) || lasted.gt(most.hours), "OUT_OF_RANGE", "hours"],
    [givenBy === "", "REQUIRED", "givenBy"], [givenBy.length > longest.givenBy, "TOO_LONG", "givenBy"],
  ];
  return checks.filter(([holds]) => holds).map(([, code, path]) => ({ code, path }));
}

/** What is wrong with the reason for taking a record back; null when nothing is. */
export function withdrawalFault(reason: string): "REQUIRED" | "TOO_LONG" | null {
  if (asRead(reason).trim() === "") return "REQUIRED";
  return reason.length > longest.reason ? "TOO_LONG" : null;
}
