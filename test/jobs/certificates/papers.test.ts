import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../server/kernel/digest.ts";
import { languages } from "../../../server/kernel/language.ts";
import { signPaper, type SigningIdentity } from "../../../server/platform/signing.ts";
import { drawCertificate } from "../../../workers/certificates/certificate.pdf.ts";
import { drawPledgeReceipt } from "../../../workers/pledges/pledge-receipt.pdf.ts";
import { drawAuditReport } from "../../../workers/supervision/audit-report.pdf.ts";
import { auditReportIn, certificateIn, pledgeReceiptIn } from "../../support/papers.ts";
import { signingIdentity } from "../../support/signing.ts";
import { hasPoppler, poppler } from "./poppler.ts";

const papers = {
  certificate: (language) => drawCertificate(certificateIn(language)),
  "pledge receipt": (language) => drawPledgeReceipt(pledgeReceiptIn(language)),
  "audit report": (language) => drawAuditReport(auditReportIn(language, 40)),
} satisfies Record<string, (language: (typeof languages)[number]) => Promise<Buffer>>;
const each = Object.entries(papers).flatMap(([name, draw]) => languages.map((language) => ({ name, language, draw: () => draw(language) })));
const pagesOf = (paper: Buffer) => paper.toString("latin1").match(/\/Type \/Page\n/g)?.length;
const textOf = (paper: Buffer) => poppler("pdftotext", paper, "-layout");

let identity: SigningIdentity;
beforeAll(async () => { identity = await signingIdentity(); });

test("every paper has the same bytes when it is drawn again later", async () => {
  const drawAll = () => Promise.all(each.map(async ({ name, language, draw }) => `${name} ${language} ${sha256(await draw())}`));
  const first = await drawAll();
  await sleep(2_100);
  expect(await drawAll()).toEqual(first);
  expect(new Set(first).size).toBe(each.length);
});

describe.each(each)("the $name in $language", ({ draw, language }) => {
  test("says which language it is in, carries its fonts and its facts, and claims PDF/A-3", async () => {
    const text = (await draw()).toString("latin1");
    expect(text).toContain(`/Lang (${language})`);
    expect(text).toContain("/AFRelationship /Data");
    expect(text).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(text).toMatch(/\/FontName \/[A-Z]{6}\+NotoSans/);
    expect(text).not.toContain("/Helvetica");
  });

  test.skipIf(!hasPoppler("pdffonts"))("needs no font of whoever reads it (needs pdffonts)", async () => {
    const fonts = poppler("pdffonts", await draw()).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/\+NotoSans[TS]C-\w+ .* yes yes yes /);
  });

  test.skipIf(!hasPoppler("pdfsig"))("bears a signature that pdfsig accepts, and stops accepting after a change (needs pdfsig)", async () => {
    const signed = await signPaper(await draw(), identity, new Date("2026-03-01T02:03:04Z"));
    const judged = poppler("pdfsig", signed, "-nocert");
    expect(judged).toContain("Signature is Valid.");
    expect(judged).toContain("Total document signed");
    expect(judged).toContain("ETSI.CAdES.detached");
    const spoiled = Buffer.from(signed);
    const at = spoiled.indexOf("/CreationDate") - 200;
    spoiled.writeUInt8(spoiled.readUInt8(at) ^ 1, at);
    expect(poppler("pdfsig", spoiled, "-nocert")).toContain("Digest Mismatch");
  });
});

describe("a certificate", () => {
  test("of other facts has other bytes", async () => {
    const drawn = await Promise.all([{}, { grade: "A" as const }, { expiresOn: "2027-03-01" }].map((changes) => drawCertificate(certificateIn("zh-Hant", changes))));
    expect(new Set(drawn.map(sha256)).size).toBe(3);
  });

  test.each(languages)("stays on one page with the longest names, in %s", async (language) => {
    const holder = { name: "極長名稱".repeat(12), otherName: "An Extraordinarily Long Name of a Trading House ".repeat(3), creditCode: "91440300MA5EXAMPLE" };
    expect(pagesOf(await drawCertificate(certificateIn(language, { holder })))).toBe(1);
  });

  test.skipIf(!hasPoppler("pdftotext")).each([
    ["zh-Hant", ["服務質量等級證書", "永豐行貿易股份有限公司", "2026 年 3 月 1 日", "並非任何公共機關"]],
    ["zh-Hans", ["服务质量等级证书", "广州市诚信达批发有限公司", "2027 年 2 月 28 日", "不是任何公共机关"]],
    ["en", ["Certificate of Service Quality", "Guangzhou Chengxinda Wholesale & Supply Co., Ltd.", "广州市诚信达批发有限公司", "28 February 2027", "not a rating"]],
  ] as const)("can be read as text in %s (needs pdftotext)", async (language, expected) => {
    const facts = certificateIn(language);
    const text = textOf(await drawCertificate(facts));
    for (const words of [...expected, facts.number, facts.grade, facts.score, facts.holder.creditCode, facts.verifyUrl]) expect(text).toContain(words);
  });

  test.skipIf(!hasPoppler("pdftotext")).each([["zh-Hant", "（第一版）"], ["zh-Hans", "（第一版）"], ["en", "scheme 1"]] as const)(
    "names its scheme with the edition once, in %s (needs pdftotext)", async (language, edition) => {
      const text = textOf(await drawCertificate(certificateIn(language)));
      expect(text.split(edition)).toHaveLength(2);
      expect(text).not.toMatch(/第 ?1 ?版|version 1/);
    },
  );

  test.skipIf(!hasPoppler("pdftotext"))("writes a name in the script it is registered in, whatever language the paper has (needs pdftotext)", async () => {
    const holder = { name: "广州市诚信达批发有限公司", otherName: null, creditCode: "x" };
    expect(textOf(await drawCertificate(certificateIn("zh-Hant", { holder })))).toContain(holder.name);
  });

  test("keeps names out of the metadata, where they could not be escaped", async () => {
    const holder = { name: "A & B <Trading>", otherName: null, creditCode: "x" };
    const xmp = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec((await drawCertificate(certificateIn("en", { holder }))).toString("utf8"))?.[0];
    expect(xmp).toContain("Certificate of Service Quality");
    expect(xmp).not.toContain("Trading");
  });
});

describe("an audit report", () => {
  test.skipIf(!hasPoppler("pdftotext"))("repeats the head of its table on every page and lists every finding (needs pdftotext)", async () => {
    const facts = auditReportIn("en", 120);
    const paper = await drawAuditReport(facts);
    const pages = textOf(paper).split("\f").filter((page) => page.includes("Quarter 1 of 2026") && page.includes("Report of a periodic audit"));
    expect(pages.length).toBeGreaterThan(6);
    for (const page of pages.slice(2)) expect(page).toMatch(/Member\s+Severity\s+Rule\s+Subject\s+What was found/);
    expect(textOf(paper)).toContain(`${pagesOf(paper)} / ${pagesOf(paper)}`);
    expect(textOf(paper)).toContain("12 of 12 members examined (coverage 100.0%)");
  });

  test.skipIf(!hasPoppler("pdftotext")).each([["zh-Hant", "（第一版）"], ["zh-Hans", "（第一版）"], ["en", "set 1"]] as const)(
    "names its rules with the edition once, in %s (needs pdftotext)", async (language, edition) => {
      const text = textOf(await drawAuditReport(auditReportIn(language, 0)));
      expect(text.split(edition)).toHaveLength(2);
      expect(text).not.toMatch(/第 ?1 ?版|version 1/);
    },
  );

  test.skipIf(!hasPoppler("pdftotext")).each([
    ["zh-Hant", "專員於 2026 年 11 月 29 日發起", "未評級"], ["zh-Hans", "专员于 2026 年 11 月 29 日发起", "未评级"], ["en", "Ordered by an officer on 29 November 2026", "Not rated"],
  ] as const)("says in words that an officer ordered it and who is not rated, in %s (needs pdftotext)", async (language, ordered, unrated) => {
    const facts = auditReportIn(language, 0);
    const text = textOf(await drawAuditReport({ ...facts, plan: { ...facts.plan, occasion: "now-2026-11-29T10:14:05.785Z" } }));
    expect(text.split(ordered).length).toBeGreaterThan(2);
    expect(text).toContain(unrated);
    expect(text).not.toMatch(/now-|\bNR\b/);
  });

  test.skipIf(!hasPoppler("pdftotext"))("never parts a heading from its chart (needs pdftotext)", async () => {
    const pages = textOf(await drawAuditReport(auditReportIn("zh-Hant", 0))).split("\f");
    expect(pages.find((page) => page.includes("會員自律等級分布"))).toMatch(/AAA +2 家/);
  });

  test.skipIf(!hasPoppler("pdftotext"))("says so when nothing was found and when there was nobody to examine (needs pdftotext)", async () => {
    const text = textOf(await drawAuditReport({ ...auditReportIn("zh-Hant", 0), population: { eligible: 0, examined: 0 } }));
    expect(text).toContain("本次檢查未發現違反規則的事項");
    expect(text).toContain("無應檢會員");
  });
});

test.skipIf(!hasPoppler("pdftotext"))("a pledge receipt states who signed what, when and from where (needs pdftotext)", async () => {
  const facts = pledgeReceiptIn("zh-Hant");
  const text = textOf(await drawPledgeReceipt(facts));
  for (const words of [facts.memberName, facts.signatoryName, facts.signatoryTitle, "203.0.113.7", "2026 年 3 月 1 日 10:03:04 (UTC+08:00)"]) expect(text).toContain(words);
  expect(text.replace(/\s/g, "")).toContain(facts.seal);
  for (const { title } of facts.text.clauses) expect(text).toContain(title);
});
