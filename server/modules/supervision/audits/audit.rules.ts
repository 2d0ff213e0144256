import { languages, type Localized } from "../../../kernel/language.ts";

export const Severity = { CRITICAL: "CRITICAL", MAJOR: "MAJOR", MINOR: "MINOR" } as const;
export type Severity = keyof typeof Severity;

/** What has become of what a finding is about, by the latest audit that is done. */
export const FindingStanding = { STANDING: "STANDING", FOUND_AGAIN: "FOUND_AGAIN", SETTLED: "SETTLED" } as const;
export type FindingStanding = keyof typeof FindingStanding;

export const AuditCalendar = { MONTHLY: "MONTHLY", QUARTERLY: "QUARTERLY", YEARLY: "YEARLY" } as const;
export type AuditCalendar = keyof typeof AuditCalendar;

export const AuditRunState = { ORDERED: "ORDERED", RUNNING: "RUNNING", DONE: "DONE" } as const;
export type AuditRunState = keyof typeof AuditRunState;

/** How a fact or a parameter is written: a day, a number of days, a period, a group by its title, per cent, a number, or as it stands. */
export const FactKind = { DAY: "DAY", DAYS: "DAYS", PERIOD: "PERIOD", GROUP: "GROUP", PERCENT: "PERCENT", COUNT: "COUNT", NAME: "NAME" } as const;
export type FactKind = keyof typeof FactKind;

/** A rule as a rule set declares it: what it is tied to, how grave a breach is, its figures and the words of its finding. */
export interface AuditRule {
  code: string;
  title: Localized;
  /** The norm article or pledge clause a finding cites. */
  article: string;
  severity: Severity;
  parameters: Record<string, string | number>;
  /** What a check must tell of a breach, for the words. */
  facts: string[];
  /** How each of its facts and parameters is written; the first set declared none, and is told in the words of the second. */
  kinds?: Record<string, FactKind> | undefined;
  /** The finding in words, with `{placeholders}` for its facts and parameters. */
  words: Localized;
  /** The finding in words where the named fact is wanting. */
  without?: Record<string, Localized> | undefined;
}

/** One version of what an audit looks for: never edited, only followed by the next. */
export interface AuditRuleSet {
  version: number;
  effectiveFrom: string;
  title: Localized;
  rules: AuditRule[];
}

/** Characters a plan's title may have in each language. */
const LONGEST_TITLE = 120;

/** What is wrong with a plan to be made, at the fields: a title in every language, and a due day from 1 to 28, which every month has. */
export function planFaults({ title, dueDay }: { title: Localized; dueDay: number }): { code: "REQUIRED" | "TOO_LONG" | "OUT_OF_RANGE"; path: string }[] {
  return [
    ...languages.filter((language) => title[language].trim() === "").map((language) => ({ code: "REQUIRED" as const, path: `input.title.${language}` })),
    ...languages.filter((language) => title[language].length > LONGEST_TITLE).map((language) => ({ code: "TOO_LONG" as const, path: `input.title.${language}` })),
    ...(dueDay < 1 || dueDay > 28 ? [{ code: "OUT_OF_RANGE" as const, path: "input.dueDay" }] : []),
  ];
}

const monthsOf: Record<AuditCalendar, number> = { MONTHLY: 1, QUARTERLY: 3, YEARLY: 12 };

/**
 * The occasion of a plan a day belongs to, such as `2026-11`, `2026-Q4` or `2026`, or null before its day of the first month.
 * `day` is a day of the association's calendar, `YYYY-MM-DD`.
 */
export function occasionOf(calendar: AuditCalendar, dueDay: number, day: string): string | null {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = (month - 1) % monthsOf[calendar] === 0;
  if (first && date < dueDay) return null;
  if (calendar === "MONTHLY") return day.slice(0, 7);
  return calendar === "YEARLY" ? String(year) : `${year}-Q${Math.ceil(month / 3)}`;
}

/**
 * The day on which the calendar orders a plan's next run, after the occasions it has had: today when a run is due that was not ordered yet.
 * `day` is a day of the association's calendar, `YYYY-MM-DD`.
 */
export function nextDueOn(calendar: AuditCalendar, dueDay: number, day: string, had: readonly string[]): string {
  const occasion = occasionOf(calendar, dueDay, day);
  if (occasion !== null && !had.includes(occasion)) return day;
  const [year, month] = day.split("-").map(Number) as [number, number, number];
  const months = monthsOf[calendar];
  const first = month - ((month - 1) % months) + (occasion === null ? 0 : months);
  return new Date(Date.UTC(year, first - 1, dueDay)).toISOString().slice(0, 10);
}
