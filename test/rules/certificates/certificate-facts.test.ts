import { describe, expect, test } from "vitest";
import { factsStatement, factsText, namesOn, readFacts } from "../../../server/modules/certificates/certificate-facts.rules.ts";
import { certificateIn } from "../../support/papers.ts";

const facts = certificateIn("zh-Hans");

describe("the facts of a certificate", () => {
  test("have one text, which reads back", () => {
    expect(readFacts(factsText(facts))).toEqual(facts);
    expect(factsText({ ...facts, holder: { creditCode: facts.holder.creditCode, otherName: facts.holder.otherName, name: facts.holder.name } })).toBe(factsText(facts));
  });

  test("are stated by number and digest, so that any other fact gives another statement", () => {
    expect(factsStatement(facts)).toMatch(/^GH-2026-000123-[0-9A-Z] facts sha256:[0-9a-f]{64}$/);
    expect(factsStatement({ ...facts, grade: "A" })).not.toBe(factsStatement(facts));
  });

  test.each([
    ["another format", { ...facts, format: "guildhall.certificate.v2" }],
    ["a mistyped number", { ...facts, number: "GH-2026-000124-V" }],
    ["an unknown grade", { ...facts, grade: "A+" }],
    ["a day that is none", { ...facts, expiresOn: "2027-02-29" }],
    ["a period that runs backwards", { ...facts, period: { from: "2025-12-31", to: "2025-01-01" } }],
    ["no holder", { ...facts, holder: undefined }],
    ["no name in its own language", { ...facts, scope: { en: "x" } }],
  ])("with %s are not read", (_, changed) => {
    expect(readFacts(factsText(changed as unknown as typeof facts))).toBeNull();
  });

  test.each([
    ["zh-Hant", "永豐行", "Wing Fung Hong"],
    ["zh-Hans", "永丰行", "Wing Fung Hong"],
    ["en", "Wing Fung Hong", "永丰行"],
  ] as const)("name the holder in %s and beside it in the other script, an English paper with the registered Chinese name", (language, name, otherName) => {
    expect(namesOn(language, { "zh-Hant": "永豐行", "zh-Hans": "永丰行", en: "Wing Fung Hong" })).toEqual({ name, otherName });
    expect(namesOn(language, { "zh-Hant": "ABC", "zh-Hans": "ABC", en: "ABC" })).toEqual({ name: "ABC", otherName: null });
  });

  test("are read from their one text only", () => {
    for (const text of ["", "null", "[]", JSON.stringify(facts, null, 1), `${factsText(facts)} `]) expect(readFacts(text)).toBeNull();
  });
});
