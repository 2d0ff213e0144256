import { dayAfter, termEnd } from "../../kernel/days.ts";
import { isStanding } from "./member.policy.ts";
import type { MemberStatus } from "./member.rules.ts";

export const StandingFactKind = {
  ADMITTED: "ADMITTED", RENEWED: "RENEWED", WITHDRAWN: "WITHDRAWN", WITHDRAWAL_REVOKED: "WITHDRAWAL_REVOKED",
  SUSPENDED: "SUSPENDED", REINSTATED: "REINSTATED", EXPELLED: "EXPELLED",
} as const;
export type StandingFactKind = keyof typeof StandingFactKind;

/** A date or decision from which a firm's standing follows. Days are the association's, `YYYY-MM-DD`. */
export interface StandingFact {
  kind: StandingFactKind;
  /** From which day it holds. */
  day: string;
  /** The last day of the term, of an admission or a renewal. */
  through: string | null;
  /** The last day on which the firm is still a member though the term is over; of an admission or a renewal. */
  graceThrough: string | null;
  /** The last day of a suspension; null for one without an end, and for everything else. */
  until: string | null;
}

/** How a firm stands through a number of days, both ends included; `to` is null for the last. */
export interface StandingSpan {
  status: MemberStatus;
  from: string;
  to: string | null;
}

/** Days through which a firm belonged to the association without a break. */
export interface MembershipPeriod {
  from: string;
  /** The last day; to come, where it still belongs. */
  to: string;
  /** How it stands from the day after. */
  endedAs: MemberStatus;
}

/** How long a membership lasts and may be overdue; the association's decision, versioned. */
export interface MembershipTerms {
  termMonths: number;
  /** Days after the term in which a firm is still a member. */
  graceDays: number;
  /** Days before the end of the term from which it can be renewed. */
  renewalOpensDays: number;
}

interface Holding {
  through: string;
  graceThrough: string;
  suspension: { from: string; until: string | null } | null;
  left: { status: "WITHDRAWN" | "EXPELLED"; from: string } | null;
}

/**
 * How a firm stood, stands and will stand if nothing else happens, by the facts in the order they were stated. A fact changes nothing before its day.
 * The spans follow one another without a gap, from the admission on.
 */
export function standingSpans(facts: readonly StandingFact[]): StandingSpan[] {
  let spans: StandingSpan[] = [];
  let holding: Holding | null = null;
  for (const fact of facts) {
    holding = heldAfter(holding, fact);
    if (holding !== null) spans = [...before(spans, fact.day), ...ahead(holding, fact.day)];
  }
  return joined(spans);
}

/** The span of a day; null before the admission. */
export const spanOn = (spans: readonly StandingSpan[], day: string): StandingSpan | null =>
  spans.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null;

/** The times through which a firm belonged to the association, in order; the last one as it will end if nothing else happens. */
export function membershipPeriods(spans: readonly StandingSpan[]): MembershipPeriod[] {
  const periods: MembershipPeriod[] = [];
  let from: string | null = null;
  for (const span of spans) {
    if (isStanding(span.status)) from ??= span.from;
    else if (from !== null) {
      periods.push({ from, to: dayAfter(span.from, -1), endedAs: span.status });
      from = null;
    }
  }
  return periods;
}

/** Whether a firm belongs to the association on a day or after it, as things stand. */
export const belongsFrom = (spans: readonly StandingSpan[], day: string): boolean => spans.some(({ status, to }) => isStanding(status) && (to === null || to >= day));

/** The end of the membership year that a day falls in, counted from the admission. */
export function termOf(admittedOn: string, day: string, termMonths: number): string {
  let months = termMonths;
  while (termEnd(admittedOn, months) < day) months += termMonths;
  return termEnd(admittedOn, months);
}

/** The last day of the term after one that ends on a day; terms follow one another however late one is renewed. */
export const nextTerm = (through: string, termMonths: number): string => termEnd(dayAfter(through, 1), termMonths);

/** The first day on which a term can be renewed. */
export const renewalOpensOn = (through: string, { renewalOpensDays }: MembershipTerms): string => dayAfter(through, -renewalOpensDays);

function heldAfter(holding: Holding | null, fact: StandingFact): Holding | null {
  const term = termIn(fact);
  if (fact.kind === "ADMITTED") return term && { ...term, suspension: null, left: null };
  return holding && { ...holding, ...made[fact.kind](fact, holding) };
}

/** What each kind of fact makes of how a firm is held. */
const made: Record<Exclude<StandingFactKind, "ADMITTED">, (fact: StandingFact, holding: Holding) => Partial<Holding>> = {
  RENEWED: (fact) => termIn(fact) ?? {},
  SUSPENDED: ({ day, until }) => ({ suspension: { from: day, until } }),
  REINSTATED: () => ({ suspension: null }),
  WITHDRAWN: ({ day }) => ({ left: { status: "WITHDRAWN", from: day } }),
  WITHDRAWAL_REVOKED: (_, { left }) => ({ left: left?.status === "WITHDRAWN" ? null : left }),
  EXPELLED: ({ day }) => ({ left: { status: "EXPELLED", from: day } }),
};

const termIn = ({ through, graceThrough }: StandingFact) => (through !== null && graceThrough !== null ? { through, graceThrough } : null);

/** What was so before a day. */
const before = (spans: readonly StandingSpan[], day: string): StandingSpan[] =>
  spans.filter(({ from }) => from < day).map((span) => (span.to === null || span.to >= day ? { ...span, to: dayAfter(day, -1) } : span));

/** What will be so from a day on if nothing else happens. */
function ahead(holding: Holding, day: string): StandingSpan[] {
  const staying = whileStaying(holding, day);
  if (holding.left === null) return staying;
  const from = later(holding.left.from, day);
  return [...before(staying, from), { status: holding.left.status, from, to: null }];
}

function whileStaying({ through, graceThrough, suspension }: Holding, day: string): StandingSpan[] {
  const lapses = dayAfter(graceThrough, 1);
  const usual: StandingSpan[] = [
    { status: "ACTIVE", from: day, to: through }, { status: "GRACE", from: dayAfter(through, 1), to: graceThrough }, { status: "LAPSED", from: lapses, to: null },
  ];
  const suspended = suspension === null || day >= lapses ? [] : [{ status: "SUSPENDED" as const, from: day, to: earlier(suspension.until, graceThrough) }];
  const end = suspended[0]?.to ?? null;
  if (end !== null && end < day) return clipped(usual, day);
  return [...suspended, ...clipped(usual, end === null ? day : dayAfter(end, 1))];
}

/** What of the spans lies on a day or after it. */
const clipped = (spans: readonly StandingSpan[], day: string): StandingSpan[] =>
  spans.filter(({ to }) => to === null || to >= day).map((span) => (span.from < day ? { ...span, from: day } : span)).filter(({ from, to }) => to === null || from <= to);

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string | null, b: string): string => (a !== null && a < b ? a : b);

function joined(spans: readonly StandingSpan[]): StandingSpan[] {
  const result: StandingSpan[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last?.status === span.status) last.to = span.to;
    else result.push({ ...span });
  }
  return result;
}
