import { Decimal, fixed, sum } from "../../kernel/decimal.ts";
import { type Grade, gradeOf, grades } from "../../kernel/grade.ts";
import { roundTogether } from "../../kernel/statistics/round-together.ts";
import type { Graded, GradedArea } from "./grade.rules.ts";
import type { LedgerScheme } from "./ledger-scheme.rules.ts";
import { type AreaStanding, standingOf } from "./standing.rules.ts";
import type { LedgerEntry } from "./weigh.rules.ts";

/** Why a grade is no better than it is, whatever the score: an area below its minimum, or an entry that caps it. */
export interface GradeLimit {
  grade: Grade;
  area: string;
  /** The entry that caps it; null where the area's minimum does. */
  entry: string | null;
}

export interface LedgerGraded extends Graded {
  limits: GradeLimit[];
}

/** An area's part in the score, exactly: by which factor its points count, what it adds, and what keeps the score from falling below nought. */
export interface AreaShare {
  standing: AreaStanding;
  factor: Decimal;
  contribution: Decimal;
  relief: Decimal;
}

const nought = new Decimal(0);

/** Grades a member by its entries under a scheme as of an instant (ISO 8601, UTC). The order of the entries plays no part. */
export function scoreLedger(scheme: LedgerScheme, entries: readonly LedgerEntry[], at: string): LedgerGraded {
  return gradeStandings(scheme, standingOf(scheme, entries, at));
}

/** As `scoreLedger`, of where the member stands in each area. */
export function gradeStandings(scheme: LedgerScheme, standings: readonly AreaStanding[]): LedgerGraded {
  const rated = standings.filter((standing) => standing.rated);
  const weight = sum(rated.map(({ area }) => area.weight));
  if (rated.length < scheme.requiredFacts.areas || weight.lt(scheme.requiredFacts.weight)) return notRated(scheme, standings);
  const shares = sharesOf(standings);
  const contributions = roundTogether(shares.map(({ contribution }) => contribution), scheme.decimals);
  const weights = roundTogether(standings.map(({ area, rated: counts }) => (counts ? new Decimal(area.weight).times(100).div(weight) : nought)), scheme.decimals);
  const score = fixed(sum(contributions), scheme.decimals);
  const limits = limitsOf(scheme, standings);
  const areas = standings.map((standing, place) => gradedArea(scheme, standing, weights[place] ?? nought, contributions[place] ?? nought));
  return { state: "RATED", score, grade: worst([gradeOf(score, scheme.bands.floors), ...limits.map(({ grade }) => grade)]), areas, limits };
}

/** What each area adds to the score. Rated areas share the whole by their weights; what costs points elsewhere, and failures, are taken from it. */
export function sharesOf(standings: readonly AreaStanding[]): AreaShare[] {
  const weight = sum(standings.filter(({ rated }) => rated).map(({ area }) => area.weight));
  const parts = standings.map((standing) => {
    const { area, rated, points, failures } = standing;
    const factor = rated ? new Decimal(area.weight).div(weight) : new Decimal(area.weight).div(100);
    return { standing, factor, contribution: points.times(factor).plus(sum(failures.map(({ signed }) => signed))) };
  });
  const [gained, lost] = [true, false].map((gains) => sum(parts.filter(({ contribution }) => contribution.gt(0) === gains).map(({ contribution }) => contribution)));
  const deficit = Decimal.max(0, (gained ?? nought).plus(lost ?? nought).negated());
  return parts.map((part) => {
    const relief = deficit.isZero() || part.contribution.gte(0) ? nought : deficit.times(part.contribution).div(lost ?? nought);
    return { ...part, relief, contribution: part.contribution.plus(relief) };
  });
}

function gradedArea({ decimals }: LedgerScheme, standing: AreaStanding, weight: Decimal, contribution: Decimal): GradedArea {
  const { area, rated, points } = standing;
  return {
    code: area.code, weight: area.weight,
    points: rated ? fixed(points, decimals) : null,
    effectiveWeight: rated ? fixed(weight, decimals) : null,
    contribution: rated || hasParts(standing) ? fixed(contribution, decimals) : null,
  };
}

const hasParts = ({ parts, failures }: AreaStanding): boolean => parts.length + failures.length > 0;

function notRated({ decimals }: LedgerScheme, standings: readonly AreaStanding[]): LedgerGraded {
  const areas = standings.map(({ area, rated, points }) => ({
    code: area.code, weight: area.weight, points: rated ? fixed(points, decimals) : null, effectiveWeight: null, contribution: null,
  }));
  return { state: "NOT_RATED", score: null, grade: null, areas, limits: [] };
}

function limitsOf(scheme: LedgerScheme, standings: readonly AreaStanding[]): GradeLimit[] {
  const low = standings.filter(({ area, rated, points }) => rated && points.lt(area.minimum.points));
  const capping = standings.flatMap(({ area, parts, failures }) =>
    [...parts, ...failures].filter(({ settledAt }) => settledAt === null).flatMap(({ entry }) => {
      const cap = scheme.caps.find(({ kind, severities }) => kind === entry.kind && entry.severity !== null && severities.includes(entry.severity));
      return cap ? [{ grade: cap.grade, area: area.code, entry: entry.id }] : [];
    }),
  );
  return [...low.map(({ area }) => ({ grade: area.minimum.grade, area: area.code, entry: null })), ...capping];
}

/** The worst of several grades; null stands for none at all and is passed over. */
const worst = (of: readonly (Grade | null)[]): Grade | null => grades[Math.max(...of.map((grade) => (grade === null ? -1 : grades.indexOf(grade))))] ?? null;
