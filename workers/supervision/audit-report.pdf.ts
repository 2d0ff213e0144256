import { canonicalJson } from "../../server/kernel/canonical-json.ts";
import { Decimal } from "../../server/kernel/decimal.ts";
import type { Grade } from "../../server/kernel/grade.ts";
import type { Language, Localized } from "../../server/kernel/language.ts";
import { paperStatement } from "../../server/kernel/paper-statement.ts";
import { type BarChart, drawBars, heightOfBars } from "../pdf/bars.ts";
import { longInstant } from "../pdf/dates.ts";
import { palette } from "../pdf/ornament.ts";
import { Report } from "../pdf/report.ts";
import { filled } from "../pdf/words.ts";
import { occasionInWords } from "./occasion.ts";
import { auditReportWords } from "./audit-report.words.ts";

const format = "guildhall.audit-report.v1";

type Severity = "CRITICAL" | "MAJOR" | "MINOR";

/** One rule over all members of the run. */
export interface AuditedRule {
  code: string;
  title: Localized;
  article: string;
  severity: Severity;
  /** Members the rule could judge; null when the run did not count them. */
  examined: number | null;
  /** Members looked at for whom there was nothing to judge, or not yet; null when the run did not count them. */
  noData: number | null;
  findings: number;
  /** Members with at least one finding. */
  members: number;
}

export interface ReportedFinding {
  member: string;
  rule: string;
  severity: Severity;
  /** What exactly is at fault, in the language of the report; empty for the member as a whole. */
  subject: string;
  /** In the language of the report. */
  sentence: string;
}

/** Everything the report of an audit states. Lists stand in the order they are to be read. */
export interface AuditReportFacts {
  /** The id of the run. */
  number: string;
  language: Language;
  association: { name: Localized; zone: string };
  plan: { title: Localized; occasion: string };
  ruleSet: { title: Localized; version: number };
  /** ISO, UTC; all three. */
  asOf: string;
  startedAt: string;
  finishedAt: string;
  population: { eligible: number; examined: number };
  rules: readonly AuditedRule[];
  grades: readonly { grade: Grade | "NR"; members: number }[];
  /** Members with at least one finding. */
  membersConcerned: number;
  findingsTotal: number;
  /** All of them, or the first of a very long list. */
  findings: readonly ReportedFinding[];
}

const occasionOf = ({ plan, association, language }: AuditReportFacts): string => occasionInWords(plan.occasion, association.zone, language);

type Words = (key: keyof typeof auditReportWords) => string;
const severityColors = { CRITICAL: palette.seal, MAJOR: "#c08a3e", MINOR: "#8fa3a8" } as const;
const severities = ["CRITICAL", "MAJOR", "MINOR"] as const;

/** Draws the association's report of an audit, ready to be signed: equal facts give equal bytes. */
export async function drawAuditReport(facts: AuditReportFacts): Promise<Buffer> {
  const words: Words = (key) => auditReportWords[key][facts.language];
  const attached = canonicalJson({ format, ...facts });
  const report = new Report({
    language: facts.language,
    title: `${words("heading")} ${facts.number}`,
    at: new Date(facts.finishedAt),
    statement: paperStatement(facts.number, attached),
    facts: attached,
    association: facts.association.name[facts.language],
    heading: words("heading"),
    number: occasionOf(facts),
  });
  drawOverview(report, facts, words);
  drawRules(report, facts, words);
  drawGrades(report, facts, words);
  drawFindings(report, facts, words);
  return report.finish();
}

function drawOverview(report: Report, facts: AuditReportFacts, words: Words): void {
  const { language, plan, ruleSet, association, population } = facts;
  const instant = (at: string) => longInstant(at, association.zone, language);
  const share = shareOf(population.examined, population.eligible);
  report.heading(words("overview"));
  report.pairs([
    [words("plan"), plan.title[language]],
    [words("occasion"), occasionOf(facts)],
    [words("ruleSet"), ruleSet.title[language]],
    [words("asOf"), instant(facts.asOf)],
    [words("ran"), `${instant(facts.startedAt)} – ${instant(facts.finishedAt)}`],
    [words("population"), share === null ? words("noPopulation") : filled(words("populationOf"), { ...population, share })],
    [words("findings"), filled(words("findingsOf"), { findings: facts.findingsTotal, members: facts.membersConcerned })],
    [words("reference"), facts.number],
  ]);
}

function drawRules(report: Report, { rules, language }: AuditReportFacts, words: Words): void {
  const counts = rules.map(({ title, findings }) => `${title[language]} ${findings}`).join("; ");
  drawChart(report, words("byRule"), {
    description: filled(words("byRuleChart"), { counts }),
    parts: severities.map((severity) => ({ color: severityColors[severity], name: words(severity) })),
    bars: rules.map(({ title, severity, findings }) => ({
      label: title[language], parts: severities.map((each) => (each === severity ? findings : 0)), value: String(findings),
    })),
  });
  const told = (count: number | null) => (count === null ? "–" : String(count));
  report.table(
    [
      { title: words("rule"), share: 0.36 }, { title: words("article"), share: 0.11 }, { title: words("severity"), share: 0.11 },
      { title: words("examined"), share: 0.12, align: "right" }, { title: words("noData"), share: 0.1, align: "right" },
      { title: words("breaches"), share: 0.1, align: "right" }, { title: words("membersConcerned"), share: 0.1, align: "right" },
    ],
    rules.map((rule) => [
      rule.title[language], rule.article, words(rule.severity), told(rule.examined), told(rule.noData), String(rule.findings), String(rule.members),
    ]),
  );
}

function drawGrades(report: Report, { grades }: AuditReportFacts, words: Words): void {
  const unrated = membersOf(grades.filter(({ grade }) => grade === "NR"));
  const rated = membersOf(grades) - unrated;
  const name = (grade: Grade | "NR") => (grade === "NR" ? words("notRated") : grade);
  const value = (grade: Grade | "NR", count: number) => {
    const share = grade === "NR" ? null : shareOf(count, rated);
    return share === null ? filled(words("count"), { count }) : filled(words("share"), { count, share });
  };
  drawChart(report, words("grades"), {
    description: filled(words("gradesChart"), { counts: grades.map(({ grade, members }) => `${name(grade)} ${members}`).join("; ") }),
    parts: [{ color: palette.bronze }, { color: palette.line }],
    bars: grades.map(({ grade, members }) => ({ label: name(grade), parts: grade === "NR" ? [0, members] : [members, 0], value: value(grade, members) })),
  });
  report.note(filled(words("gradesNote"), { rated, unrated }));
}

function drawFindings(report: Report, { findings, findingsTotal, rules, language }: AuditReportFacts, words: Words): void {
  report.heading(words("list"));
  if (findings.length === 0) return report.paragraph(words("none"));
  const titles = new Map(rules.map(({ code, title }) => [code, title[language]]));
  report.note(filled(words("listNote"), { total: findingsTotal, shown: findings.length }));
  report.table(
    [
      { title: words("member"), share: 0.24 }, { title: words("severity"), share: 0.1 }, { title: words("rule"), share: 0.2 },
      { title: words("subject"), share: 0.13 }, { title: words("found"), share: 0.33 },
    ],
    findings.map(({ member, severity, rule, subject, sentence }) => [member, words(severity), titles.get(rule) ?? rule, subject, sentence]),
  );
}

function drawChart(report: Report, heading: string, chart: BarChart): void {
  report.heading(heading, heightOfBars(chart));
  drawBars(report, chart);
}

const membersOf = (grades: AuditReportFacts["grades"]): number => grades.reduce((total, { members }) => total + members, 0);

/** A share in percent with one decimal, or null where there is nothing to share. */
const shareOf = (part: number, whole: number): string | null => (whole === 0 ? null : `${new Decimal(part).times(100).div(whole).toFixed(1)}%`);
