import { describe, expect, test } from "vitest";
import { loadReferenceData } from "../../../seeds/reference/load.ts";
import { isQualified, judge, type MemberFigures } from "../../../server/modules/rewards/criteria.rules.ts";
import { type CriterionCode, filled, stepOf } from "../../../server/modules/rewards/reward-ladder.rules.ts";
import { grades } from "../../../server/kernel/grade.ts";

const { rewardLadder } = loadReferenceData();
const words = { "zh-Hant": "", "zh-Hans": "", en: "" };

const sound: MemberFigures = {
  day: "2026-12-31", status: "ACTIVE", admittedOn: "2020-01-01", grade: { id: "grd", grade: "AAA", caps: 0, findings: { CRITICAL: 0, MAJOR: 0, MINOR: 3 } },
  assessment: { id: "asm", score: "91.5" }, sanctions: 0, pledge: { signed: 1, required: 1 },
};
const graded = (change: Partial<NonNullable<MemberFigures["grade"]>>): Partial<MemberFigures> => ({ grade: { id: "grd", grade: "AAA", caps: 0, findings: { CRITICAL: 0, MAJOR: 0, MINOR: 0 }, ...change } });
const judged = (code: CriterionCode, atLeast: string | undefined, change: Partial<MemberFigures>) => {
  const [one] = judge([{ code, atLeast, words }], { ...sound, ...change });
  return [one?.figure, one?.met];
};

describe("a criterion", () => {
  test.each<[string, CriterionCode, string | undefined, Partial<MemberFigures>, string | null, boolean]>([
    ["a member in full", "IN_GOOD_STANDING", undefined, {}, "ACTIVE", true],
    ["a member in grace", "IN_GOOD_STANDING", undefined, { status: "GRACE" }, "GRACE", true],
    ["a suspended one", "IN_GOOD_STANDING", undefined, { status: "SUSPENDED" }, "SUSPENDED", false],
    ["a year to the day", "MEMBER_MONTHS", "12", { admittedOn: "2026-01-01" }, "12", true],
    ["a day short of a year", "MEMBER_MONTHS", "12", { admittedOn: "2026-01-02" }, "11", false],
    ["just the grade", "MINIMUM_GRADE", "AA", graded({ grade: "AA" }), "AA", true],
    ["a grade below", "MINIMUM_GRADE", "AA", graded({ grade: "A" }), "A", false],
    ["not rated", "MINIMUM_GRADE", "C", graded({ grade: null }), null, false],
    ["never graded", "MINIMUM_GRADE", "C", { grade: null }, null, false],
    ["exactly the points", "MINIMUM_SERVICE_SCORE", "70", { assessment: { id: "asm", score: "70.00" } }, "70.00", true],
    ["a hundredth short", "MINIMUM_SERVICE_SCORE", "70", { assessment: { id: "asm", score: "69.99" } }, "69.99", false],
    ["more digits than nine of its kind", "MINIMUM_SERVICE_SCORE", "9", { assessment: { id: "asm", score: "10" } }, "10", true],
    ["no score", "MINIMUM_SERVICE_SCORE", "0", { assessment: { id: "asm", score: null } }, null, false],
    ["no assessment", "MINIMUM_SERVICE_SCORE", "0", { assessment: null }, null, false],
    ["a capped grade", "NO_GRADE_CAP", undefined, graded({ caps: 1 }), "1", false],
    ["no grade that could be capped", "NO_GRADE_CAP", undefined, { grade: null }, null, false],
    ["a major finding where critical ones count", "NO_OPEN_FINDING", "CRITICAL", graded({ findings: { CRITICAL: 0, MAJOR: 2, MINOR: 0 } }), "0", true],
    ["a major finding where it counts", "NO_OPEN_FINDING", "MAJOR", graded({ findings: { CRITICAL: 1, MAJOR: 2, MINOR: 9 } }), "3", false],
    ["minor findings where all count", "NO_OPEN_FINDING", "MINOR", {}, "3", false],
    ["no audit yet", "NO_OPEN_FINDING", "CRITICAL", { grade: null }, null, false],
    ["a sanction", "NO_UNSETTLED_SANCTION", undefined, { sanctions: 1 }, "1", false],
    ["an earlier pledge", "PLEDGE_SIGNED", undefined, { pledge: { signed: 1, required: 2 } }, "1", false],
    ["a later pledge than asked", "PLEDGE_SIGNED", undefined, { pledge: { signed: 3, required: 2 } }, "3", true],
    ["no pledge", "PLEDGE_SIGNED", undefined, { pledge: { signed: null, required: 1 } }, null, false],
    ["no pledge in force", "PLEDGE_SIGNED", undefined, { pledge: { signed: 1, required: null } }, "1", false],
  ])("%s", (_, code, atLeast, change, figure, met) => {
    expect(judged(code, atLeast, change)).toEqual([figure, met]);
  });

  test("that nothing is known for is never met", () => {
    const nothing: MemberFigures = { ...sound, grade: null, assessment: null, pledge: { signed: null, required: null } };
    for (const { criteria } of rewardLadder.kinds) for (const { figure, met } of judge(criteria, nothing)) expect(figure === null && met).toBe(false);
  });
});

describe("a reward", () => {
  test.each(rewardLadder.kinds.map(({ code }) => [code] as const))("%s is met by a model firm, and lost by any one failure", (kind) => {
    const { criteria } = stepOf(rewardLadder, kind);
    expect(isQualified(judge(criteria, sound))).toBe(true);
    const failures: Partial<MemberFigures>[] = [{ status: "SUSPENDED" }, { sanctions: 1 }, { pledge: { signed: 0, required: 1 } }];
    for (const failure of failures) expect(isQualified(judge(criteria, { ...sound, ...failure }))).toBe(false);
  });

  test("asks no less of an excellent service enterprise than of the honour list", () => {
    const [list, excellent] = [stepOf(rewardLadder, "HONOUR_LIST"), stepOf(rewardLadder, "EXCELLENT_SERVICE_ENTERPRISE")];
    for (const grade of grades)
      for (const score of ["100", "85", "84.9", "70", "69.9", "0"])
        for (const findings of [{ CRITICAL: 0, MAJOR: 0, MINOR: 1 }, { CRITICAL: 0, MAJOR: 1, MINOR: 0 }, { CRITICAL: 1, MAJOR: 0, MINOR: 0 }])
          for (const admittedOn of ["2020-01-01", "2025-06-01", "2026-06-01"]) {
            const figures = { ...sound, ...graded({ grade, findings }), assessment: { id: "asm", score }, admittedOn };
            if (isQualified(judge(excellent.criteria, figures))) expect(isQualified(judge(list.criteria, figures)), JSON.stringify(figures)).toBe(true);
          }
  });

  test("is of a kind the ladder has, and its sentences are filled", () => {
    expect(() => stepOf({ version: 9, kinds: [] }, "HONOUR_LIST")).toThrow(/Version 9/);
    expect(filled({ "zh-Hant": "{value}%", "zh-Hans": "{value}% {value}", en: "none" }, "value", 50)).toEqual({ "zh-Hant": "50%", "zh-Hans": "50% 50", en: "none" });
  });

  test("has no figure for what a firm pays, its level or its size", () => {
    expect(Object.keys(sound).sort()).toEqual(["admittedOn", "assessment", "day", "grade", "pledge", "sanctions", "status"]);
  });
});
