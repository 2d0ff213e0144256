import { canonicalJson } from "../../server/kernel/canonical-json.ts";
import { paperStatement } from "../../server/kernel/paper-statement.ts";
import type { ReceiptFacts } from "../../server/modules/norms/index.ts";
import { longInstant } from "../pdf/dates.ts";
import { palette } from "../pdf/ornament.ts";
import { Report } from "../pdf/report.ts";
import { filled } from "../pdf/words.ts";
import { pledgeReceiptWords } from "./pledge-receipt.words.ts";

const format = "guildhall.pledge-receipt.v1";

/** Points below which a clause is not begun any more on a page. */
const clauseHeight = 62;

/** Draws the record of a signed pledge, ready to be signed by the association: equal facts give equal bytes. */
export async function drawPledgeReceipt(facts: ReceiptFacts): Promise<Buffer> {
  const words = (key: keyof typeof pledgeReceiptWords) => pledgeReceiptWords[key][facts.language];
  const attached = canonicalJson({ format, ...facts });
  const report = new Report({
    language: facts.language,
    title: `${words("heading")} ${facts.number}`,
    at: new Date(facts.signedAt),
    statement: paperStatement(facts.number, attached),
    facts: attached,
    association: facts.association.name[facts.language],
    heading: words("heading"),
    number: facts.number,
  });
  report.paragraph(filled(words("signed"), { member: facts.memberName, pledge: facts.text.title }), { size: 10.5 });
  drawText(report, facts, words);
  report.heading(words("consent"));
  report.paragraph(facts.consentText);
  report.heading(words("record"));
  report.pairs([
    [words("number"), facts.number],
    [words("version"), filled(words("versionNumber"), { version: facts.text.version })],
    [words("member"), facts.memberName],
    [words("creditCode"), facts.creditCode],
    [words("signatory"), facts.signatoryName],
    [words("title"), facts.signatoryTitle],
    [words("signedAt"), longInstant(facts.signedAt, facts.association.zone, facts.language)],
    [words("address"), facts.address ?? words("noAddress")],
    [words("textDigest"), grouped(facts.textDigest)],
    [words("seal"), grouped(facts.seal)],
  ]);
  report.note(filled(words("note"), { association: facts.association.name[facts.language] }));
  return report.finish();
}

function drawText(report: Report, { text, language }: ReceiptFacts, words: (key: keyof typeof pledgeReceiptWords) => string): void {
  report.heading(words("text"));
  report.paragraph(text.preamble);
  const stop = language === "en" ? ". " : "　";
  for (const clause of text.clauses) {
    report.ensure(clauseHeight);
    report.paragraph(`${clause.code}${stop}${clause.title}`, { weight: "bold", size: 10 }, 1);
    report.paragraph(clause.duty, {}, 2);
    if (clause.prohibited.length > 0) report.paragraph([words("prohibited"), ...clause.prohibited.map((act) => `– ${act}`)].join("\n"), {}, 2);
    report.paragraph(filled(words("checkedBy"), { how: clause.checkedBy }), { size: 8.5, color: palette.soft }, 11);
  }
}

/** A digest in groups of eight, so that two can be compared by eye. */
const grouped = (digest: string): string => digest.replace(/(.{8})(?=.)/g, "$1 ");
