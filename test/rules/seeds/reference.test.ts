import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { loadReferenceData, ReferenceDataError } from "../../../seeds/reference/load.ts";
import { indicatorsOf } from "../../../server/modules/assessments/index.ts";
import { roles } from "../../../server/modules/identity/index.ts";

const source = fileURLToPath(new URL("../../../seeds/reference", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guildhall-reference-"));
  cpSync(source, folder, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Loads the reference data with one file spoilt, and answers the file and the paths complained of. */
function complaint(file: string, spoil: (text: string) => string): string[] {
  const whole = readFileSync(join(source, file), "utf8");
  const spoilt = spoil(whole);
  expect(spoilt).not.toBe(whole);
  writeFileSync(join(folder, file), spoilt);
  try {
    loadReferenceData(folder);
    return [];
  } catch (error) {
    if (!(error instanceof ReferenceDataError)) throw error;
    expect(error.message).toContain(error.file);
    return error.faults.map(({ path, fault }) => `${error.file}: ${path}: ${fault}`);
  } finally {
    writeFileSync(join(folder, file), whole);
  }
}

describe("the reference data", () => {
  const data = loadReferenceData();
  const latest = data.norms.at(-1);

  test("holds the norm's four chapters and the pledge's five clauses", () => {
    expect(latest?.norm.chapters.map(({ title }) => title["zh-Hant"])).toEqual(["商品質量", "交易流程", "價格機制", "售後服務"]);
    expect(latest?.pledge.clauses.map(({ id, title }) => `${id} ${title["zh-Hant"]}`)).toEqual([
      "C1 誠信經營", "C2 質量保證", "C3 價格合理", "C4 公平競爭", "C5 售後服務",
    ]);
    expect(latest?.norm.chapters.every(({ articles }) => articles.length >= 5)).toBe(true);
  });

  test("holds the prohibited acts the source names, clause by clause", () => {
    expect(latest?.pledge.clauses.map(({ prohibited }) => prohibited.map((act) => act["zh-Hant"]))).toEqual([
      ["虛假宣傳", "欺詐"], ["假冒偽劣"], ["哄抬物價", "低價傾銷"], ["商業賄賂", "惡意詆毀"], [],
    ]);
  });

  test("holds 21 indicators in 7 groups whose weights add up to 100", () => {
    expect(data.schemes).toHaveLength(1);
    const [scheme] = data.schemes;
    if (!scheme) throw new Error("a scheme");
    expect(scheme.groups.map(({ indicators }) => indicators.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
    expect(indicatorsOf(scheme)).toHaveLength(21);
    expect(scheme.groups.reduce((total, { weight }) => total + Number(weight), 0)).toBe(100);
  });

  test("holds the sanctions and supervision forms the source names, in its order, the fine switched off", () => {
    expect(data.sanctionLadders.map(({ version }) => version)).toEqual([1, 2]);
    for (const { steps, supervisionForms } of data.sanctionLadders) {
      expect(steps.filter(({ namedInSource }) => namedInSource).map(({ name }) => name["zh-Hant"])).toEqual(["警告", "通報批評", "罰款", "取消會員資格"]);
      expect(steps.filter(({ enabled }) => !enabled).map(({ code }) => code)).toEqual(["MONETARY_PENALTY"]);
      expect(supervisionForms.map(({ name }) => name["zh-Hant"])).toEqual(["定期檢查", "不定期抽查", "受理投訴舉報"]);
    }
  });

  test("holds the seven roles, at least six audit rules and the eight areas of the compliance grade", () => {
    expect(data.roles.roles.map(({ code }) => code)).toEqual(roles);
    expect(data.auditRules[0]?.rules.length).toBeGreaterThanOrEqual(6);
    expect(data.creditSchemes[0]?.areas.map(({ weight }) => weight)).toEqual(["10", "25", "20", "15", "10", "10", "5", "5"]);
  });

  test("writes the two Chinese scripts each in its own characters", () => {
    const traditionalOnly = /[質務會應實證規數據對與開關時後價區準單處員項庫計訂經業產達評總額點級檢條環節護責變優異]/;
    const simplifiedOnly = /[质务会应实证规数据对与开关时后价区单处员项库计订经业产达评总额点级检条环节护责变优异]/;
    const wrong: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === "zh-Hans" && typeof inner === "string" && traditionalOnly.test(inner)) wrong.push(inner);
        if (key === "zh-Hant" && typeof inner === "string" && simplifiedOnly.test(inner)) wrong.push(inner);
        walk(inner);
      }
    };
    walk(data);
    expect(wrong).toEqual([]);
  });
});

describe("a spoilt file is refused by name and place", () => {
  const schemeFile = "schemes/service-quality.v1.json";

  test.each<[string, string, (text: string) => string, string]>([
    ["a weight that no longer adds up", schemeFile, (text) => text.replace('"weight": "8"', '"weight": "9"'), "groups.G1.weight: the parts add up to 21, not 20"],
    ["a number without quotes", schemeFile, (text) => text.replace('"weight": "8"', '"weight": 8'), "groups.0.indicators.0.weight"],
    ["a text missing in one language", schemeFile, (text) => text.replace('"en": "Order accuracy rate"', '"en": " "'), "groups.0.indicators.0.name.en"],
    ["an indicator twice", schemeFile, (text) => text.replace('"id": "I-1.2"', '"id": "I-1.1"'), "indicators: I-1.1 stands here twice"],
    ["a formula over an unknown input", schemeFile, (text) => text.replace('"numerator": ["accurate_orders"]', '"numerator": ["orders"]'), "indicators.I-1.1.formula: I-1.1.orders does not exist"],
    ["a check over an unknown input", schemeFile, (text) => text.replace('"whole": "I-5.1.staff_total"', '"whole": "I-5.1.staff"'), "I-5.1.staff does not exist"],
    ["an unknown unit", schemeFile, (text) => text.replace('"unit": "hours_per_order"', '"unit": "days"'), "indicators.I-1.2.unit: days does not exist"],
    ["a curve against its direction", schemeFile, (text) => text.replace('"fullAt": "99.5"', '"fullAt": "80"'), "indicators.I-1.1.scoring: the curve runs against its direction"],
    ["bands out of order", schemeFile, (text) => text.replace('"floor": "80"', '"floor": "95"'), "bands.floors"],
    ["a decision without its mark", schemeFile, (text) => text.replace('"associationDecision": true', '"associationDecision": false'), "weights.associationDecision"],
    ["self-declared as good as verified", schemeFile, (text) => text.replace('"SELF_DECLARED": "60"', '"SELF_DECLARED": "100"'), "proofLimits.points"],
    ["weights of ratings not a hundred", schemeFile, (text) => text.replace('"weight": "50" }, {', '"weight": "40" }, {'), "indicators.I-5.3.formula.parts: the parts add up to 90, not 100"],
    ["a word nobody knows", schemeFile, (text) => text.replace('"currency"', '"money"'), "money"],
    ["not JSON at all", "roles.json", () => "{", "roles.json: : "],
    ["a rule tied to no article", "audit-rules.v1.json", (text) => text.replace('"article": "N4.6"', '"article": "N9.9"'), "rules.TRAINING_COVERED.article: N9.9 does not exist"],
    ["a finding with a gap in its words", "audit-rules.v1.json", (text) => text.replace("{daysLate} days late", "{delay} days late"), "rules.ASSESSMENT_FILED.words.en: nothing fills {delay}"],
    ["areas that do not add up", "credit-scheme.v1.json", (text) => text.replace('"weight": "25"', '"weight": "24"'), "areas: the weights add up to 99, not 100"],
    ["an article in another chapter", "norms/2026/norm.json", (text) => text.replace('"id": "N2.1"', '"id": "N3.9"'), "chapters.N2: N3.9 is not of this chapter"],
    ["a day that is none", "norms/2026/pledge.json", (text) => text.replace('"on": "2026-03-31"', '"on": "2026-02-30"'), "resignBy.on"],
    ["a clause twice", "norms/2026/pledge.json", (text) => text.replace('"id": "C2"', '"id": "C1"'), "clauses: C1 stands here twice"],
    ["a zone nobody lives in", "calendar/working-days.json", (text) => text.replace("Asia/Shanghai", "Asia/Nowhere"), "timeZone"],
  ])("%s", (_, file, spoil, expected) => {
    const complaints = complaint(file, spoil);
    expect(complaints.length).toBeGreaterThan(0);
    expect(complaints.join("\n")).toContain(file);
    expect(complaints.join("\n")).toContain(expected);
  });

  test("and the copy loads again once mended", () => {
    expect(loadReferenceData(folder)).toEqual(loadReferenceData());
  });
});
