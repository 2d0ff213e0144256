import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { saveAnswers } from "../../../server/modules/assessments/draft.rules.ts";
import { type Answers, draftProblems, indicatorsOf, type Inputs } from "../../../server/modules/assessments/index.ts";
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

  test("whatever is typed, no malformed figure is ever kept", () => {
    const indicators = indicatorsOf(scheme);
    const typed = fc.record({ place: fc.nat(indicators.length - 1), texts: fc.array(fc.oneof(fc.string(), fc.integer().map(String), fc.constant(null)), { maxLength: 6 }), reason: fc.option(fc.string({ maxLength: 600 }), { freq: 8 }) });
    fc.assert(fc.property(fc.array(typed, { maxLength: 5 }), (changes) => {
      const all = changes.map(({ place, texts, reason }) => {
        const indicator = indicators[place];
        return change(indicator?.id ?? "", Object.fromEntries((indicator?.inputs ?? []).map(({ code }, n) => [code, texts[n] ?? null])), reason);
      });
      const { answers } = save(exampleAnswers(), ...all);
      const grave = draftProblems(scheme, answers, halfYear).filter(({ code }) => ["NOT_A_NUMBER", "NEGATIVE", "NOT_WHOLE", "OUT_OF_RANGE", "UNKNOWN_INPUT", "UNKNOWN_INDICATOR", "ALWAYS_APPLICABLE"].includes(code));
      return grave.length === 0;
    }));
  });
});
