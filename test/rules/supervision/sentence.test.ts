import { describe, expect, test } from "vitest";
import { loadReferenceData } from "../../../seeds/reference/load.ts";
import { languages, type Localized } from "../../../server/kernel/language.ts";
import type { AuditRule, AuditRuleSet } from "../../../server/modules/supervision/audits/audit.rules.ts";
import { factAlone, sentenceOf, subjectInWords, toldToday } from "../../../server/modules/supervision/audits/fact.rules.ts";

const inAll = (text: string): Localized => ({ "zh-Hant": text, "zh-Hans": text, en: text });
const rule: AuditRule = {
  code: "LANTERN_LIT", title: inAll("Lantern"), article: "N1.1", severity: "MINOR", parameters: { limitDays: 7, kind: "oil" }, facts: ["days"],
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

  test("takes the words it has for want of a fact, whether it was told as nothing or as a dash", () => {
    const wanting = { ...rule, without: { days: inAll("Never lit, though {limitDays} were given.") } };
    expect(sentenceOf(wanting, { days: null }).en).toBe("Never lit, though 7 were given.");
    expect(sentenceOf(wanting, { days: "–" }).en).toBe("Never lit, though 7 were given.");
    expect(sentenceOf(wanting, { days: 2 }).en).toBe("Dark for 2 days of 7; 2 oil.");
  });

  test.each([
    ["DAY", "2026-03-31", ["2026年3月31日", "2026年3月31日", "31 March 2026"]],
    ["PERIOD", "2026-H1", ["2026年上半年", "2026年上半年", "the first half of 2026"]],
    ["PERIOD", "2026-H2", ["2026年下半年", "2026年下半年", "the second half of 2026"]],
    ["PERIOD", "2025", ["2025年", "2025年", "the year 2025"]],
    ["PERIOD", "2026-Q3", ["2026-Q3", "2026-Q3", "2026-Q3"]],
    ["DAYS", 1, ["1 日", "1 天", "1 day"]],
    ["DAYS", 52, ["52 日", "52 天", "52 days"]],
    ["PERCENT", "64.30", ["64.30%", "64.30%", "64.30%"]],
    ["COUNT", 12345, ["12,345", "12,345", "12,345"]],
    ["GROUP", "G4", ["職員服務", "职员服务", "Staff service"]],
    ["GROUP", "G9", ["G9", "G9", "G9"]],
    ["NAME", "GHA-2026-000001-7", ["GHA-2026-000001-7", "GHA-2026-000001-7", "GHA-2026-000001-7"]],
  ] as const)("writes a %s such as %s as people do", (kind, value, [hant, hans, en]) => {
    const told = sentenceOf({ ...rule, kinds: { days: kind }, words: inAll("{days}") }, { days: value }, { G4: { "zh-Hant": "職員服務", "zh-Hans": "职员服务", en: "Staff service" } });
    expect(told).toEqual({ "zh-Hant": hant, "zh-Hans": hans, en });
  });

  test("begins a fact that stands alone with a capital, and says nothing for one that is wanting", () => {
    expect(factAlone({ kinds: { period: "PERIOD" } }, "period", "2026-H1", {})?.en).toBe("First half of 2026");
    expect(factAlone({ kinds: { signed: "COUNT" } }, "signed", null, {})).toBeNull();
  });

  test("names what is at fault by its period and group", () => {
    const grouped = { ...rule, kinds: { period: "PERIOD", group: "GROUP", n: "COUNT" } as const };
    expect(subjectInWords(grouped, { period: "2026-H1", group: "G4", n: 3 }, { G4: inAll("Staff") })).toEqual({
      "zh-Hant": "2026年上半年，Staff", "zh-Hans": "2026年上半年，Staff", en: "First half of 2026, Staff",
    });
    expect(subjectInWords({ ...rule, kinds: { by: "DAY" } }, { by: "2026-03-31" }, {}).en).toBe("");
  });
});

describe("the words of a rule", () => {
  const set = (version: number, changes: Partial<AuditRule>): AuditRuleSet => ({ version, effectiveFrom: "2026-01-01", title: inAll(""), rules: [{ ...rule, ...changes }] });

  test("are those of the newest set that has the very same rule", () => {
    const sets = [set(3, { words: inAll("judged otherwise"), parameters: { limitDays: 5, kind: "oil" } }), set(2, { words: inAll("better said") }), set(1, {})];
    expect(toldToday(sets, 1, "LANTERN_LIT")).toMatchObject({ words: { en: "better said" }, parameters: rule.parameters });
    expect(toldToday(sets, 3, "LANTERN_LIT")?.words.en).toBe("judged otherwise");
  });

  test("are its own where no other set has it, and none where its set has no such rule", () => {
    expect(toldToday([set(1, {})], 1, "LANTERN_LIT")?.words).toEqual(rule.words);
    expect(toldToday([set(1, {})], 1, "UNKNOWN")).toBeUndefined();
  });
});

describe.each(loadReferenceData().auditRules.flatMap(({ version, rules }) => rules.map((each) => [`${each.code} of set ${version}`, version, each] as const)))("%s", (_, version, each) => {
  const sets = loadReferenceData().auditRules.toReversed();
  const today = toldToday(sets, version, each.code) as AuditRule;
  const samples = { DAY: "2026-03-31", DAYS: 3, PERIOD: "2026-H1", GROUP: "G4", PERCENT: "12.5", COUNT: 4, NAME: "X-1" };
  const facts = Object.fromEntries(each.facts.map((fact) => [fact, samples[today.kinds?.[fact] ?? "NAME"]]));

  test("knows how each of its facts is written", () => {
    expect(each.facts.filter((fact) => !today.kinds?.[fact])).toEqual([]);
  });

  test("is whole once its facts are there, with no code, bare day or dash in it", () => {
    for (const language of languages) expect(sentenceOf(today, facts, { G4: inAll("Staff") })[language]).not.toMatch(/[{}–]|\d{4}-|G4/);
  });

  test("is whole for want of a fact too, where it may be wanting", () => {
    for (const fact of Object.keys(today.without ?? {})) for (const language of languages) expect(sentenceOf(today, { ...facts, [fact]: null })[language]).not.toMatch(/[{}–]|none|無|无/);
  });
});
