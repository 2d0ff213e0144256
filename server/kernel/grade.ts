import { Decimal, type DecimalValue } from "./decimal.ts";

/** The association's grades, best first, of service quality as of compliance; ours, not a public authority's. */
export const grades = ["AAA", "AA", "A", "BBB", "BB", "B", "C"] as const;
/** One of them. */
export type Grade = (typeof grades)[number];

/** The lowest score, of 100 and as a plain decimal, that still earns a grade. */
export interface GradeFloor {
  grade: Grade;
  floor: string;
}

/** The best grade whose floor the score reaches; null when it reaches none. A score on a floor has reached it. Throws on text that is no number. */
export const gradeOf = (score: DecimalValue, floors: readonly GradeFloor[]): Grade | null =>
  [...floors]
    .sort((a, b) => new Decimal(b.floor).comparedTo(a.floor))
    .find(({ floor }) => new Decimal(score).gte(floor))?.grade ?? null;
