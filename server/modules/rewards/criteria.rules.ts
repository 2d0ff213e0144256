import { Decimal } from "../../kernel/decimal.ts";
import { type Grade, grades } from "../../kernel/grade.ts";
import { monthsIn } from "../../kernel/period.ts";
import type { Criterion, CriterionCode } from "./reward-ladder.rules.ts";

const severities = ["CRITICAL", "MAJOR", "MINOR"] as const;
type Severity = (typeof severities)[number];

/** What the house knows of a firm on a day, as far as rewards ask for it. No fee, level or size is in it. */
export interface MemberFigures {
  day: string;
  status: string;
  admittedOn: string;
  /** Its latest grade, how many entries cap it, and what the audit behind it found; null before the first. */
  grade: { id: string; grade: Grade | null; caps: number; findings: Record<Severity, number> } | null;
  /** Its confirmed assessment of the latest period; null while there is none. */
  assessment: { id: string; score: string | null } | null;
  /** Sanctions that are not repaired or lifted. */
  sanctions: number;
  /** The newest version of the pledge it signed and the one in force; null where there is none. */
  pledge: { signed: number | null; required: number | null };
}

/** How a firm stands to one criterion. */
export interface Judged {
  criterion: Criterion;
  /** What was held against the criterion; null where nothing is known, which meets nothing. */
  figure: string | null;
  met: boolean;
}

/** Holds a firm's figures against criteria, in their order. */
export const judge = (criteria: readonly Criterion[], figures: MemberFigures): Judged[] =>
  criteria.map((criterion) => {
    const figure = figureFor[criterion.code](figures, criterion.atLeast);
    return { criterion, figure, met: figure !== null && meets[criterion.code](figure, criterion.atLeast ?? "", figures) };
  });

/** Whether a firm meets every criterion. */
export const isQualified = (judged: readonly Judged[]): boolean => judged.every(({ met }) => met);

const text = (value: number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));

const figureFor: Record<CriterionCode, (figures: MemberFigures, atLeast: string | undefined) => string | null> = {
  IN_GOOD_STANDING: ({ status }) => status,
  MEMBER_MONTHS: ({ admittedOn, day }) => monthsIn({ from: admittedOn, to: day }).floor().toString(),
  MINIMUM_GRADE: ({ grade }) => grade?.grade ?? null,
  MINIMUM_SERVICE_SCORE: ({ assessment }) => assessment?.score ?? null,
  NO_GRADE_CAP: ({ grade }) => text(grade?.caps),
  NO_OPEN_FINDING: ({ grade }, atLeast) => text(grade && counting(atLeast).reduce((sum, severity) => sum + grade.findings[severity], 0)),
  NO_UNSETTLED_SANCTION: ({ sanctions }) => text(sanctions),
  PLEDGE_SIGNED: ({ pledge }) => text(pledge.signed),
};

const isNought = (figure: string): boolean => figure === "0";

const meets: Record<CriterionCode, (figure: string, atLeast: string, figures: MemberFigures) => boolean> = {
  IN_GOOD_STANDING: (figure) => figure === "ACTIVE" || figure === "GRACE",
  MEMBER_MONTHS: (figure, atLeast) => Number(figure) >= Number(atLeast),
  MINIMUM_GRADE: (figure, atLeast) => grades.indexOf(figure as Grade) <= grades.indexOf(atLeast as Grade),
  MINIMUM_SERVICE_SCORE: (figure, atLeast) => new Decimal(figure).gte(atLeast),
  NO_GRADE_CAP: isNought,
  NO_OPEN_FINDING: isNought,
  NO_UNSETTLED_SANCTION: isNought,
  PLEDGE_SIGNED: (figure, _, { pledge }) => pledge.required !== null && Number(figure) >= pledge.required,
};

/** The severities that are at least so grave. */
const counting = (atLeast: string | undefined): readonly Severity[] => severities.slice(0, severities.indexOf(atLeast as Severity) + 1);
