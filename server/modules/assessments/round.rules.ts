import type { Period } from "../../kernel/period.ts";

const written = /^(\d{4})(?:-H([12]))?$/;

/** The days of a year `2025` or a half-year `2026-H1`; null for any other text. */
export function periodOf(code: string): Period | null {
  const [, year, half] = written.exec(code) ?? [];
  if (year === undefined) return null;
  return { from: `${year}-${half === "2" ? "07-01" : "01-01"}`, to: `${year}-${half === "1" ? "06-30" : "12-31"}` };
}

/** The period of the same length just before this one: `2025-H2` before `2026-H1`; null for any other text. */
export function periodBefore(code: string): string | null {
  const [, year, half] = written.exec(code) ?? [];
  if (year === undefined) return null;
  const yearBefore = String(Number(year) - 1).padStart(4, "0");
  if (half === undefined) return yearBefore;
  return half === "2" ? `${year}-H1` : `${yearBefore}-H2`;
}

/** Whether members may begin: from the opening day on, also after the due day, when it counts as late. */
export const isRoundOpen = (round: { opensOn: string }, today: string): boolean => round.opensOn <= today;

const dayMs = 86_400_000;

/** Whole days from the due day to today; nought while it is not over. */
export const daysLate = (dueOn: string, today: string): number => Math.max(0, (Date.parse(today) - Date.parse(dueOn)) / dayMs);

/** Late: never handed in when the due day has passed. One that was sent back had been. */
export const isOverdue = (assessment: { state: string; dueOn: string }, today: string): boolean => assessment.state === "DRAFT" && assessment.dueOn < today;
