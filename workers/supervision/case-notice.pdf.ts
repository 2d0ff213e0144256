import { canonicalJson } from "../../server/kernel/canonical-json.ts";
import { paperStatement } from "../../server/kernel/paper-statement.ts";
import { dayIn } from "../../server/kernel/zone.ts";
import type { CaseNoticeFacts, NotedSanction } from "../../server/modules/supervision/index.ts";
import { longDay, longInstant } from "../pdf/dates.ts";
import { Report } from "../pdf/report.ts";
import { filled } from "../pdf/words.ts";
import { caseNoticeWords } from "./case-notice.words.ts";

const format = "guildhall.case-notice.v1";

/** Points below which a clause is not begun any more on a page. */
const clauseHeight = 46;

type Words = (key: keyof typeof caseNoticeWords) => string;

/** Draws the notice of a decision, ready to be signed by the association: equal facts give equal bytes. */
export async function drawCaseNotice(facts: CaseNoticeFacts): Promise<Buffer> {
  const { language, kind } = facts;
  const words: Words = (key) => caseNoticeWords[key][language];
  const attached = canonicalJson({ format, ...facts });
  const number = filled(words("caseNumber"), { number: facts.case.number });
  const report = new Report({
    language,
    title: `${words(kind)} ${number}`,
    at: new Date(facts.decidedAt),
    statement: paperStatement(facts.number, attached),
    facts: attached,
    association: facts.association.name[language],
    heading: words(kind),
    number,
  });
  drawMatter(report, facts, words);
  drawClauses(report, facts, words);
  drawDecision(report, facts, words);
  report.heading(words("reasons"));
  report.paragraph(facts.reasons);
  if (kind === "DECISION" && facts.sanction !== null) drawRemedy(report, facts, words);
  drawRecord(report, facts, words);
  report.note(filled(words("note"), { association: facts.association.name[language] }));
  return report.finish();
}

function drawMatter(report: Report, { member, language, association, case: about, appeal }: CaseNoticeFacts, words: Words): void {
  const answered = about.answeredOn.map((at) => longDay(dayIn(association.zone, new Date(at)), language));
  report.heading(words("matter"));
  report.pairs([
    [words("member"), member.name[language]],
    [words("creditCode"), member.creditCode],
    [words("subject"), about.title],
    [words("occurredOn"), longDay(about.occurredOn, language)],
    [words("noticeOn"), longDay(about.noticeServedOn, language)],
    [words("answered"), answered.length === 0 ? words("noAnswer") : answered.join(separator(language))],
  ]);
  report.paragraph(about.statement);
  if (appeal === null) return;
  report.heading(words("appealed"));
  report.pairs([[words("filedOn"), longDay(appeal.filedOn, language)], [words("grounds"), appeal.grounds.map((ground) => ground[language]).join(separator(language))]]);
}

function drawClauses(report: Report, { clauses, language }: CaseNoticeFacts, words: Words): void {
  report.heading(words("clauses"));
  if (clauses.length === 0) return report.paragraph(words("noClauses"));
  for (const { code, document, version, title, text } of clauses) {
    report.ensure(clauseHeight);
    report.paragraph(`${code} ${title[language]}　${filled(words(document), { version })}`, { weight: "bold" }, 2);
    report.paragraph(text[language]);
  }
}

function drawDecision(report: Report, { sanction, appeal, language }: CaseNoticeFacts, words: Words): void {
  report.heading(words("decision"));
  if (appeal !== null) report.paragraph(words(appeal.outcome as "UPHELD"), { weight: "bold", size: 10.5 });
  if (sanction === null) return appeal === null ? report.paragraph(words("dismissed"), { weight: "bold", size: 10.5 }) : undefined;
  const rows: [string, string | null][] = [
    [words("sanction"), sanction.step[language]],
    [words("term"), sanction.months === null ? null : filled(words("months"), { months: sanction.months })],
    [words("amount"), sanction.amount],
    [words("legalBasis"), sanction.legalBasis],
    [words("mitigations"), mitigationsOf(sanction, language, words)],
    [words("effect"), appeal === null ? words(sanction.appealSuspends ? "suspended" : "atOnce") : null],
    [words("publication"), sanction.publishedDays === 0 ? words("unpublished") : filled(words("published"), { days: sanction.publishedDays })],
  ];
  report.pairs(rows.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]])));
}

const mitigationsOf = ({ mitigations }: NotedSanction, language: CaseNoticeFacts["language"], words: Words): string =>
  mitigations.length === 0 ? words("noMitigations") : mitigations.map((name) => name[language]).join(separator(language));

function drawRemedy(report: Report, { appealUntil, language }: CaseNoticeFacts, words: Words): void {
  report.heading(words("remedy"));
  report.paragraph(appealUntil === null ? words("final") : filled(words("remedyText"), { day: longDay(appealUntil, language) }));
}

function drawRecord(report: Report, facts: CaseNoticeFacts, words: Words): void {
  const { language, panel, ladder, servedOn, decidedAt, association, number, digest } = facts;
  report.heading(words("record"));
  report.pairs([
    [words("panel"), panel.join(separator(language))],
    [words("ladder"), filled(words("ladderVersion"), { title: ladder.title[language], version: ladder.version })],
    [words("decidedAt"), longInstant(decidedAt, association.zone, language)],
    [words("servedOn"), longDay(servedOn, language)],
    [words("reference"), number],
    [words("digest"), digest.replace(/(.{8})(?=.)/g, "$1 ")],
  ]);
}

const separator = (language: CaseNoticeFacts["language"]): string => (language === "en" ? ", " : "、");
