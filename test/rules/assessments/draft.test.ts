import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { saveAnswers } from "../../../server/modules/assessments/draft.rules.ts";
import { type Answers, draftProblems, indicatorsOf, type Inputs, scoreAssessment } from "../../../server/modules/assessments/index.ts";
import { exampleAnswers, halfYear, scheme } from "./example.ts";

const none = new Set<string>();
const change = (indicator: string, inputs: Inputs, notApplicableReason: string | null = null) => ({ indicator, inputs, notApplicableReason });
const save = (answers: Answers, ...changes: ReturnType<typeof change>[]) => saveAnswers(scheme, answers, halfYear, changes, none);

describe("saving a draft", () => {
  test("takes over field by field and leaves the others", () => {
    const { answers } = save(exampleAnswers(), change("I-1.1", { accurate_orders: " 11 " }));
    expect(answers["I-1.1"]?.inputs).toEqual({ accurate_orders: "11", total_orders: "12000" });
    expect(answers["I-1.2"]).toEqual(exampleAnswers()["I-1.2"]);
  });

  test("a blank clears a field", () => {
    expect(save(exampleAnswers(), change("I-1.1", { accurate_orders: "  " })).answers["I-1.1"]?.inputs["accurate_orders"]).toBeNull();
  });

  test("the same again changes nothing", () => {
    const { changed, answers } = save(exampleAnswers(), ...Object.entries(exampleAnswers()).map(([id, { inputs }]) => change(id, inputs)));
    expect([changed, answers]).toEqual([false, exampleAnswers()]);
  });

  test("other figures end verification and adjustment, and evidence stays worth what it is", () => {
    const verified: Answers = { ...exampleAnswers(), "I-1.1": { inputs: { accurate_orders: "1", total_orders: "12000" }, proof: "VERIFIED", adjusted: { inputs: { accurate_orders: "2", total_orders: "12000" }, reason: "r", by: "u", at: "2026-01-01T00:00:00Z" } } };
    expect(save(verified, change("I-1.1", { accurate_orders: "3" })).answers["I-1.1"]).toEqual({ inputs: { accurate_orders: "3", total_orders: "12000" }, proof: "SELF_DECLARED" });
    expect(saveAnswers(scheme, verified, halfYear, [change("I-1.1", { accurate_orders: "3" })], new Set(["I-1.1"])).answers["I-1.1"]?.proof).toBe("DOCUMENT_BACKED");
    expect(save(verified, change("I-1.1", { accurate_orders: "1" })).answers["I-1.1"]).toBe(verified["I-1.1"]);
  });

  test("a reason keeps the figures for the day it applies again", () => {
    const { answers } = save(exampleAnswers(), change("I-3.2", { damaged_qty: "x" }, "We do not deliver."));
    expect(answers["I-3.2"]).toMatchObject({ notApplicable: { reason: "We do not deliver." }, inputs: exampleAnswers()["I-3.2"]?.inputs });
    expect(save(answers, change("I-3.2", {})).answers["I-3.2"]?.notApplicable).toBeUndefined();
  });

  test.each<[string, Inputs, Inputs, string, string[]]>([
    ["its whole lowered", { staff_passed: "9", staff_examined: "9" }, { staff_examined: "2" }, "staff_examined", ["staff_passed"]],
    ["its part raised", { staff_passed: "9", staff_examined: "9" }, { staff_passed: "10" }, "staff_passed", ["staff_examined"]],
    ["both changed", { staff_passed: "9", staff_examined: "9" }, { staff_passed: "5", staff_examined: "2" }, "staff_passed", ["staff_examined"]],
    ["both given for the first time", {}, { staff_passed: "5", staff_examined: "2" }, "staff_passed", ["staff_examined"]],
    ["only its part given before", { staff_passed: "9" }, { staff_passed: "9", staff_examined: "2" }, "staff_examined", ["staff_passed"]],
  ])("a share with %s is refused there, and nothing of it is kept", (_, held, typed, field, against) => {
    const before: Answers = { ...exampleAnswers(), "I-5.2": { inputs: held, proof: "SELF_DECLARED" } };
    const saved = save(before, change("I-5.2", typed), change("I-1.1", { accurate_orders: "11" }));
    expect(saved.problems).toEqual([{ code: "NUMERATOR_ABOVE_DENOMINATOR", path: `answers.I-5.2.${field}`, against: against.map((code) => `answers.I-5.2.${code}`) }]);
    expect(saved.answers["I-5.2"]).toEqual(before["I-5.2"]);
    expect(saved.answers["I-1.1"]?.inputs["accurate_orders"]).toBe("11");
  });

  test("a pair put right in one go is kept", () => {
    expect(save(exampleAnswers(), change("I-5.2", { staff_passed: "2", staff_examined: "2" }))).toMatchObject({ problems: [], answers: { "I-5.2": { inputs: { staff_passed: "2", staff_examined: "2" } } } });
  });

  test("a whole below its part under another indicator is refused at the whole, and both are as they were", () => {
    const examined = exampleAnswers()["I-5.2"]?.inputs["staff_examined"] ?? "";
    const saved = save(exampleAnswers(), change("I-5.1", { staff_trained: "1", staff_total: "1" }), change("I-5.2", { staff_examined: examined }));
    expect(saved.problems).toEqual([{ code: "PART_ABOVE_WHOLE", path: "answers.I-5.1.staff_total", against: ["answers.I-5.2.staff_examined"] }]);
    expect([saved.changed, saved.answers]).toEqual([false, exampleAnswers()]);
  });

  test("taking one change back takes back what stood on it", () => {
    const before: Answers = { "I-5.1": { inputs: { staff_trained: "1", staff_total: "10" }, proof: "SELF_DECLARED" }, "I-5.2": { inputs: { staff_passed: "1", staff_examined: "9" }, proof: "SELF_DECLARED" } };
    const saved = save(before, change("I-5.1", { staff_trained: "21", staff_total: "20" }), change("I-5.2", { staff_passed: "1", staff_examined: "15" }));
    expect(saved.problems.map(({ path }) => path)).toEqual(["answers.I-5.1.staff_trained", "answers.I-5.2.staff_examined"]);
    expect([saved.changed, saved.answers]).toEqual([false, before]);
  });

  test("a figure held back takes the pair it belongs to with it, and is what is said", () => {
    const saved = save(exampleAnswers(), change("I-5.2", { staff_passed: "59", staff_examined: "sixty" }));
    expect(saved.problems.map(({ code, path }) => `${code} ${path}`)).toEqual(["NOT_A_NUMBER answers.I-5.2.staff_examined"]);
    expect(saved.answers).toEqual(exampleAnswers());
  });

  test("a pair that stood impossible before stands in no other change's way, and comes to nothing", () => {
    const before: Answers = { ...exampleAnswers(), "I-5.2": { inputs: { staff_passed: "9", staff_examined: "2" }, proof: "SELF_DECLARED" } };
    expect(save(before, change("I-5.2", { staff_passed: "9", staff_examined: "2" }))).toEqual({ answers: before, problems: [], changed: false });
    const leaf = scoreAssessment(scheme, before, halfYear).groups.flatMap(({ indicators }) => indicators).find(({ id }) => id === "I-5.2");
    expect(leaf).toMatchObject({ state: "UNANSWERED", value: null, points: null });
  });

  test("whatever is typed, neither a malformed figure nor a pair that cannot be is ever kept", () => {
    const indicators = indicatorsOf(scheme);
    const typed = fc.record({ place: fc.nat(indicators.length - 1), texts: fc.array(fc.oneof(fc.string(), fc.integer().map(String), fc.constant(null)), { maxLength: 6 }), reason: fc.option(fc.string({ maxLength: 600 }), { freq: 8 }) });
    fc.assert(fc.property(fc.array(typed, { maxLength: 5 }), (changes) => {
      const all = changes.map(({ place, texts, reason }) => {
        const indicator = indicators[place];
        return change(indicator?.id ?? "", Object.fromEntries((indicator?.inputs ?? []).map(({ code }, n) => [code, texts[n] ?? null])), reason);
      });
      const { answers } = save(exampleAnswers(), ...all);
      return draftProblems(scheme, answers, halfYear).every(({ code }) => ["TOTALS_DISAGREE", "REQUIRED"].includes(code));
    }));
  });
});
