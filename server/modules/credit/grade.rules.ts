import { Decimal, fixed, sum } from "../../kernel/decimal.ts";
import { gradeOf, type Grade, type GradeFloor } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import { weightedShares } from "../../kernel/statistics/weighted-shares.ts";

export const AreaFacts = {
  PLEDGE_SIGNATURE: "PLEDGE_SIGNATURE", CONFIRMED_ASSESSMENT: "CONFIRMED_ASSESSMENT", AUDIT_FINDINGS: "AUDIT_FINDINGS", COMPLAINT_CASES: "COMPLAINT_CASES",
  PRICE_CASES: "PRICE_CASES", TRACE_AND_TESTS: "TRACE_AND_TESTS", GREEN_RECORDS: "GREEN_RECORDS", TRAINING_RECORDS: "TRAINING_RECORDS",
} as const;
export type AreaFacts = keyof typeof AreaFacts;

/** A version that grades by facts gathered at each audit; everything in it is the association's decision. */
export interface FactsScheme {
  version: number;
  effectiveFrom: string;
  title: Localized;
  decimals: number;
  areas: { code: string; name: Localized; weight: string; facts: AreaFacts }[];
  pledge: { signedCurrent: string; signedEarlier: string; unsigned: string };
  deductions: { CRITICAL: string; MAJOR: string; MINOR: string };
  requiredFacts: { areas: number; weight: string };
  bands: { floors: GradeFloor[] };
}

/** What a grade is given on, as it stood then; stored with the grade, so that it can be given again. */
export interface GradeFacts {
  /** The pledge whose day to sign is over, or a later one signed, and the latest version signed, null for none; null where none was signed and none is due. */
  pledge: { required: number; signed: number | null } | null;
  assessment: { id: string; period: string; score: string } | null;
  findings: { CRITICAL: number; MAJOR: number; MINOR: number };
}

/** One area of the grade. Unrated areas leave the denominator; the contributions of the rated add up to the score exactly. */
export interface GradedArea {
  code: string;
  weight: string;
  points: string | null;
  effectiveWeight: string | null;
  contribution: string | null;
}

export interface Graded {
  state: "RATED" | "NOT_RATED";
  score: string | null;
  grade: Grade | null;
  areas: GradedArea[];
}

/** Grades a member by its facts under a scheme. Without facts in enough areas it is not rated, never rated low. */
export function gradeMember(scheme: FactsScheme, facts: GradeFacts): Graded {
  const judged = scheme.areas.map((area) => ({ ...area, points: pointsOf(scheme, area.facts, facts) }));
  const rated = judged.filter(({ points }) => points !== null);
  const weight = sum(rated.map((area) => area.weight));
  const enough = rated.length >= scheme.requiredFacts.areas && weight.gte(scheme.requiredFacts.weight);
  if (!enough) {
    const areas = judged.map(({ code, weight: own, points }) => ({ code, weight: own, points: points && fixed(points, scheme.decimals), effectiveWeight: null, contribution: null }));
    return { state: "NOT_RATED", score: null, grade: null, areas };
  }
  const shares = weightedShares(rated.map((area) => ({ weight: area.weight, points: area.points ?? 0 })), scheme.decimals);
  const areas = judged.map(({ code, weight: own, points }) => {
    const share = shares[rated.findIndex((area) => area.code === code)];
    const written = (value: Decimal | null | undefined) => (value ? fixed(value, scheme.decimals) : null);
    return { code, weight: own, points: written(points), effectiveWeight: written(share?.weight), contribution: written(share?.contribution) };
  });
  const score = fixed(sum(shares.map(({ contribution }) => contribution)), scheme.decimals);
  return { state: "RATED", score, grade: gradeOf(score, scheme.bands.floors), areas };
}

/** Points of 100, or null without facts of that kind. Kinds of facts the house does not gather yet are never rated. */
function pointsOf(scheme: FactsScheme, kind: AreaFacts, facts: GradeFacts): Decimal | null {
  if (kind === "PLEDGE_SIGNATURE") return facts.pledge && new Decimal(pledgePoints(scheme, facts.pledge));
  if (kind === "CONFIRMED_ASSESSMENT") return facts.assessment && new Decimal(facts.assessment.score);
  if (kind !== "AUDIT_FINDINGS") return null;
  const { CRITICAL, MAJOR, MINOR } = scheme.deductions;
  const lost = new Decimal(CRITICAL).times(facts.findings.CRITICAL).plus(new Decimal(MAJOR).times(facts.findings.MAJOR)).plus(new Decimal(MINOR).times(facts.findings.MINOR));
  return Decimal.max(0, new Decimal(100).minus(lost));
}

function pledgePoints({ pledge }: FactsScheme, { required, signed }: NonNullable<GradeFacts["pledge"]>): string {
  if (signed === null) return pledge.unsigned;
  return signed >= required ? pledge.signedCurrent : pledge.signedEarlier;
}
