import { factsStatement, factsText, type CertificateFacts } from "../../server/modules/certificates/index.ts";
import { longDay, longPeriod } from "../pdf/dates.ts";
import { circle, engraving, filledAndStroked, guillocheFrame, hallMark, palette, rectangle, rosette, stroked } from "../pdf/ornament.ts";
import { a4, Paper, type Style } from "../pdf/paper.ts";
import { qrPath } from "../pdf/qr.ts";
import { filled } from "../pdf/words.ts";
import { certificateWords } from "./certificate.words.ts";

const column = { x: 86, width: a4.width - 172 };
const centre = a4.width / 2;

/** Draws a certificate, ready to be signed: equal facts give equal bytes. */
export async function drawCertificate(facts: CertificateFacts): Promise<Buffer> {
  const words = wordsIn(facts);
  const paper = new Paper({
    language: facts.language,
    title: `${words("title")} ${facts.number}`,
    at: new Date(`${facts.issuedOn}T00:00:00Z`),
    statement: factsStatement(facts),
    facts: factsText(facts),
    margin: 0,
  });
  paper.ornament(() => paper.place(ground));
  const named = drawHolder(paper, facts, words, drawHead(paper, facts, words));
  const graded = drawGrade(paper, facts, words, Math.max(365, named + 5));
  drawFoot(paper, facts, words, drawTable(paper, facts, words, graded + 12) + 15);
  return paper.finish();
}

type Words = (key: keyof typeof certificateWords) => string;
const wordsIn = ({ language }: CertificateFacts): Words => (key) => certificateWords[key][language];

const frame = { x: 31, y: 31, width: a4.width - 62, height: a4.height - 62 };
const corners = [[31, 31], [a4.width - 31, 31], [31, a4.height - 31], [a4.width - 31, a4.height - 31]] as const;
const ground = engraving(
  stroked(rosette(centre, 424, { petals: 24, outer: 196, inner: 88, layers: 7 }), palette.veil, 0.4),
  stroked(guillocheFrame(frame, 7.5, 22, [1, -1, 0.5, -0.5]), palette.bronze, 0.45),
  stroked(guillocheFrame(frame, 7.5, 33, [1, -1]), palette.bronze, 0.45),
  ...corners.map(([x, y]) => filledAndStroked(rectangle(x - 14, y - 14, 28, 28), "#ffffff", palette.bronze, 0.45)),
  ...corners.map(([x, y]) => stroked(rosette(x, y, { petals: 8, outer: 12.5, inner: 3, layers: 3 }), palette.bronze, 0.45)),
  stroked(rectangle(45, 45, a4.width - 90, a4.height - 90), palette.bronze, 0.8),
  stroked(rectangle(48.5, 48.5, a4.width - 97, a4.height - 97), palette.line, 0.35),
);
const medal = engraving(
  filledAndStroked(circle(0, 0, 59), "#ffffff", palette.bronze, 1.1),
  stroked(rosette(0, 0, { petals: 36, outer: 56, inner: 45, layers: 4 }), palette.bronze, 0.45),
  stroked(circle(0, 0, 43), palette.line, 0.5),
);

function drawHead(paper: Paper, facts: CertificateFacts, words: Words): number {
  const pen = paper.document;
  const chinese = facts.language !== "en";
  paper.ornament(() => {
    pen.save().translate(centre - 24, 74).scale(0.48).path(hallMark).fill(palette.bronze).restore();
  });
  const name: Style = { size: 13, color: palette.ink, align: "center", spacing: chinese ? 3 : 0.6 };
  const title: Style = { size: chinese ? 28 : 25, weight: "bold", color: palette.ink, align: "center", spacing: chinese ? 5 : 0.2 };
  let y = 133;
  paper.part("P", () => { y += paper.text(facts.association.name[facts.language], { ...column, y }, paper.fitting(facts.association.name[facts.language], column.width, name, 9)); });
  y += 9;
  paper.part("H1", () => { y += paper.text(words("title"), { ...column, y }, paper.fitting(words("title"), column.width, title, 18)); });
  y += 10;
  paper.ornament(() => {
    pen.lineWidth(0.6).moveTo(centre - 92, y).lineTo(centre - 9, y).moveTo(centre + 9, y).lineTo(centre + 92, y).stroke(palette.line);
    pen.path(`M${centre} ${y - 4}l4 4l-4 4l-4 -4Z`).fill(palette.bronze);
  });
  return y + 15;
}

function drawHolder(paper: Paper, { holder }: CertificateFacts, words: Words, top: number): number {
  const quiet: Style = { size: 11, color: palette.soft, align: "center" };
  const name: Style = { size: 23, weight: "bold", color: palette.ink, align: "center", spacing: 0.5 };
  let y = top;
  const line = (content: string, style: Style, gap: number) => paper.part("P", () => { y += paper.text(content, { ...column, y }, style) + gap; });
  line(words("certify"), quiet, 5);
  line(holder.name, paper.fitting(holder.name, column.width - 10, name, 13), 2);
  if (holder.otherName !== null) line(holder.otherName, paper.fitting(holder.otherName, column.width, { ...quiet, size: 12, color: palette.ink }, 8), 2);
  line(`${words("creditCode")}  ${holder.creditCode}`, { ...quiet, size: 10 }, 8);
  line(words("assessed"), paper.fitting(words("assessed"), column.width, quiet, 9), 0);
  return y;
}

function drawGrade(paper: Paper, { grade, score }: CertificateFacts, words: Words, top: number): number {
  const middle = top + 59;
  paper.ornament(() => paper.place(medal, centre, middle));
  const size = grade.length > 2 ? 34 : 42;
  const letters: Style = { size, weight: "bold", color: palette.seal, align: "center" };
  let bottom = middle + 63;
  paper.part("H2", () => paper.text(grade, { x: centre - 50, y: middle - size * 0.73, width: 100 }, letters));
  paper.part("P", () => { bottom += paper.text(filled(words("score"), { score }), { ...column, y: bottom }, { size: 10, color: palette.soft, align: "center" }); });
  return bottom;
}

function drawTable(paper: Paper, facts: CertificateFacts, words: Words, top: number): number {
  const { language, scheme } = facts;
  const rows: [string, string][] = [
    [words("number"), facts.number],
    [words("scope"), facts.scope[language]],
    [words("period"), longPeriod(facts.period, language)],
    [words("scheme"), scheme.name[language]],
    [words("issued"), longDay(facts.issuedOn, language)],
    [words("expires"), longDay(facts.expiresOn, language)],
  ];
  const height = 23.5;
  const value = { x: column.x + 112, width: column.width - 116 };
  const table = paper.group("Table");
  rows.forEach(([label, content], index) => {
    const y = top + index * height;
    const row = paper.group("TR", table);
    const style = paper.fitting(content, value.width, { size: 10.5, color: palette.ink, weight: index === 0 ? "bold" : "regular" }, 6.5);
    paper.part("TH", () => paper.text(label, { x: column.x + 4, y: y + 5, width: 106 }, { size: 9.5, color: palette.soft }), row);
    paper.part("TD", () => paper.text(content, { ...value, y: y + 4.5 + (10.5 - style.size) * 0.7 }, style), row);
    row.end();
  });
  table.end();
  paper.ornament(() => {
    for (let line = 0; line <= rows.length; line += 1) rule(paper, top + line * height, line % rows.length === 0);
  });
  return top + rows.length * height;
}

function rule(paper: Paper, y: number, strong: boolean): void {
  paper.document.lineWidth(strong ? 0.8 : 0.35).moveTo(column.x, y).lineTo(column.x + column.width, y).stroke(strong ? palette.bronze : palette.line);
}

function drawFoot(paper: Paper, facts: CertificateFacts, words: Words, top: number): void {
  const pen = paper.document;
  const side = 78;
  paper.figure(filled(words("qr"), { url: facts.verifyUrl }), () => pen.path(qrPath(facts.verifyUrl, column.x + 4, top, side)).fill(palette.ink));
  const beside = { x: column.x + side + 20, width: column.width - side - 24 };
  const small: Style = { size: 8.5, color: palette.soft, leading: 1.5 };
  let y = top + 1;
  const line = (content: string, style: Style, gap: number) => paper.part("P", () => { y += paper.text(content, { ...beside, y }, style) + gap; });
  line(words("verify"), small, 3);
  line(facts.verifyUrl, paper.fitting(facts.verifyUrl, beside.width, { size: 9, color: palette.ink }, 6), 3);
  line(words("signed"), small, 3);
  const issuer = `${words("issuer")}  ${facts.association.name[facts.language]}`;
  line(issuer, paper.fitting(issuer, beside.width, { size: 9, weight: "bold", color: palette.ink }, 6), 0);
  paper.part("P", () => paper.text(words("own"), { ...column, y: top + side + 12 }, { size: 8, color: palette.soft, align: "center", leading: 1.5 }));
}
