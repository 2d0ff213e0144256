import { describe, expect, test } from "vitest";
import { loadReferenceData } from "../../../seeds/reference/load.ts";
import { languages } from "../../../server/kernel/language.ts";
import { type AuditRule, sentenceOf } from "../../../server/modules/supervision/audits/audit.rules.ts";

const rule: AuditRule = {
  code: "LANTERN_LIT", title: { "zh-Hant": "點燈", "zh-Hans": "点灯", en: "Lantern" }, article: "N1.1", severity: "MINOR", parameters: { limitDays: 7, kind: "oil" },
  words: { "zh-Hant": "燈滅 {days} 天，限 {limitDays} 天。", "zh-Hans": "灯灭 {days} 天，限 {limitDays} 天。", en: "Dark for {days} days of {limitDays}; {days} {kind}." },
};

describe("a finding in words", () => {
  test("takes its figures from the rule's parameters and its own facts, in each language", () => {
    expect(sentenceOf(rule, { days: 9 })).toEqual({ "zh-Hant": "燈滅 9 天，限 7 天。", "zh-Hans": "灯灭 9 天，限 7 天。", en: "Dark for 9 days of 7; 9 oil." });
  });

  test("takes a fact before a parameter of the same name, and nought for what it is", () => {
    expect(sentenceOf(rule, { days: 0, limitDays: 3 }).en).toBe("Dark for 0 days of 3; 0 oil.");
  });

  test("leaves open what nobody fills", () => {
    expect(sentenceOf(rule, {}).en).toBe("Dark for {days} days of 7; {days} oil.");
  });

  test("fills in no braces that a fact brings along", () => {
    expect(sentenceOf(rule, { days: "{limitDays}" }).en).toBe("Dark for {limitDays} days of 7; {limitDays} oil.");
  });

  test.each(loadReferenceData().auditRules.flatMap(({ rules }) => rules.map((each) => [each.code, each] as const)))("of %s is whole once its facts are there", (_, each) => {
    const facts = Object.fromEntries(each.facts.map((fact) => [fact, "1"]));
    for (const language of languages) expect(sentenceOf(each, facts)[language]).not.toMatch(/[{}]/);
  });
});
