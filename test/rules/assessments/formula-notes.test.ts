import { describe, expect, test } from "vitest";

import { indicatorsOf, inputProblems, measure, scoreAssessment, type Inputs, type Scheme } from "../../../server/modules/assessments/index.ts";
import { answer, exampleAnswers, exampleWith, halfYear, indicator, scheme, schemeFile } from "./example.ts";

const measured = (id: string, inputs: Inputs, period = halfYear) => measure(indicator(id), { [id]: answer(inputs) }, period);
const leaf = (answers = exampleAnswers(), id = "I-1.1", by: Scheme = scheme) =>
  scoreAssessment(by, answers, halfYear).groups.flatMap((group) => group.indicators).find((candidate) => candidate.id === id);
const problemsAt = (id: string, inputs: Inputs) => inputProblems(scheme, exampleWith(id, inputs), halfYear);

describe("the eleven formula notes of the source document", () => {
  test.each<[string, Inputs]>([
    ["I-1.1", { accurate_orders: "0", total_orders: "0" }],
    ["I-1.2", { sum_of_hours: "0", orders_completed: "0" }],
    ["I-1.3", { qty_fulfilled: "0", qty_demanded: "0" }],
    ["I-2.1", { cost_of_sales: "5", average_inventory_balance: "0.00" }],
    ["I-2.2", { accurate_stock_qty: "0", book_stock_qty: "0" }],
    ["I-2.3", { stockout_orders: "0", total_orders: "0" }],
    ["I-3.1", { on_time_orders: "0", total_orders: "0" }],
    ["I-3.2", { damaged_qty: "0", delivered_qty: "0" }],
    ["I-3.3", { transport_cost: "5", handling_cost: "0", storage_cost: "0", other_cost: "0", unit_count: "0" }],
    ["I-4.1", { complaints_on_time: "0", total_complaints: "0", sla_hours: "48" }],
    ["I-4.2", { complaints_resolved: "0", total_complaints: "0" }],
    ["I-4.3", { satisfaction_score: "0", survey_responses: "0" }],
    ["I-5.1", { staff_trained: "0", staff_total: "0" }],
    ["I-5.2", { staff_passed: "0", staff_examined: "0" }],
    ["I-5.3", { customer_rating: "0", internal_rating: "0", ratings_given: "0" }],
    ["I-6.1", { intact_units: "0", total_units: "0" }],
    ["I-6.2", { repair_cost: "0", upkeep_cost: "0", total_units: "0" }],
    ["I-6.3", { renewed_units: "0", total_units: "0" }],
    ["I-7.1", { accurate_records: "0", total_records: "0" }],
    ["I-7.2", { contacts: "0", customers: "0", months: "6" }],
    ["I-7.3", { repeat_customers: "0", total_customers: "0" }],
  ])("1: a denominator of nought in %s is no data, neither 0 nor 100", (id, inputs) => {
    expect(measured(id, inputs)).toMatchObject({ state: "NO_DATA", value: null, n: "0" });
    const scored = leaf({ ...exampleAnswers(), [id]: answer(inputs) }, id);
    expect(scored).toMatchObject({ state: "NO_DATA", points: null, contribution: null, effectiveWeight: null, reasons: [{ code: "NO_DATA" }] });
  });

  test("2: accurate stock is part of book stock, and no share passes its whole", () => {
    expect(indicator("I-2.2").inputs[0]?.help?.en).toContain("the smaller of count and book");
    expect(problemsAt("I-2.2", { accurate_stock_qty: "100.1", book_stock_qty: "100" })).toEqual([
      { code: "NUMERATOR_ABOVE_DENOMINATOR", path: "answers.I-2.2.accurate_stock_qty", against: ["answers.I-2.2.book_stock_qty"] },
    ]);
    for (const { id, formula } of indicatorsOf(scheme)) {
      if (formula.kind !== "SHARE") continue;
      const [part, whole] = [formula.numerator[0] ?? "", formula.denominator[0] ?? ""];
      expect(problemsAt(id, { [part]: "7", [whole]: "6" })).toContainEqual(
        expect.objectContaining({ code: "NUMERATOR_ABOVE_DENOMINATOR", path: `answers.${id}.${part}` }),
      );
    }
  });

  test("3: turnover keeps its period and is shown per year, on the monthly average or else half of opening and closing", () => {
    const inputs = { cost_of_sales: "900", opening_balance: "100", closing_balance: "200" };
    expect(measured("I-2.1", inputs)).toMatchObject({ value: "6", n: "150", figures: [{ code: "annualised", value: "12" }] });
    expect(measured("I-2.1", inputs, { from: "2026-01-01", to: "2026-12-31" }).figures[0]?.value).toBe("6");
    expect(measured("I-2.1", { ...inputs, average_inventory_balance: "300" })).toMatchObject({ value: "3", n: "300" });
    expect(scoreAssessment(scheme, exampleAnswers(), halfYear).period).toEqual(halfYear);
    expect(problemsAt("I-2.1", { average_inventory_balance: null, opening_balance: null })).toEqual([
      { code: "MISSING_INPUT", path: "answers.I-2.1.opening_balance" },
    ]);
  });

  test("4: on-time delivery divides by all orders, and the share of orders due stands beside it without earning points", () => {
    const inputs = { on_time_orders: "180", total_orders: "200" };
    expect(measured("I-3.1", { ...inputs, orders_due: "190" })).toMatchObject({ value: "90", n: "200", figures: [{ code: "share_of_due", value: "94.736842" }] });
    expect(measured("I-3.1", inputs)).toMatchObject({ value: "90", figures: [{ code: "share_of_due", value: null }] });
    expect(indicator("I-3.1").scoring.on).toBe("value");
    expect(indicator("I-3.1").notes.en).toContain("not yet due");
  });

  test("5: the pass rate stands beside training coverage and exam coverage", () => {
    expect(indicator("I-5.2").shownWith).toEqual(["I-5.1"]);
    const answers = { "I-5.1": answer({ staff_trained: "50", staff_total: "100" }), "I-5.2": answer({ staff_passed: "5", staff_examined: "5" }) };
    expect(measure(indicator("I-5.2"), answers, halfYear)).toMatchObject({ value: "100", figures: [{ code: "exam_coverage", value: "5" }] });
  });

  test("6: the weights of customer and internal rating are the scheme's, marked as the association's decision", () => {
    const inputs = { customer_rating: "80", internal_rating: "100", ratings_given: "10" };
    expect(indicator("I-5.3").formula).toMatchObject({ associationDecision: true, parts: [{ weight: "50" }, { weight: "50" }] });
    expect(measured("I-5.3", inputs).value).toBe("90");
    const other = schemeFile();
    const formula = other.groups[4]?.indicators[2]?.formula;
    if (formula?.kind !== "WEIGHTED_SCORE") throw new Error("I-5.3 is a weighted score");
    formula.parts = [{ input: "customer_rating", weight: "70" }, { input: "internal_rating", weight: "30" }];
    expect(leaf({ ...exampleAnswers(), "I-5.3": answer(inputs) }, "I-5.3", other)?.value).toBe("86");
  });

  test("7: timeliness states the time limit of each class of complaint", () => {
    const inputs = { complaints_on_time: "8", total_complaints: "10", sla_hours: "72", urgent_on_time: "1", urgent_complaints: "2", urgent_sla_hours: "24" };
    expect(measured("I-4.1", inputs)).toMatchObject({ value: "80", figures: [{ code: "urgent_timeliness", value: "50" }] });
    expect(indicator("I-4.1").inputs[0]?.help?.en).toContain("in force when it came in");
    expect(problemsAt("I-4.1", { sla_hours: null })).toEqual([{ code: "MISSING_INPUT", path: "answers.I-4.1.sla_hours" }]);
    expect(problemsAt("I-4.1", { urgent_sla_hours: null })).toEqual([{ code: "MISSING_INPUT", path: "answers.I-4.1.urgent_sla_hours" }]);
    expect(problemsAt("I-4.1", { complaints_on_time: "46", urgent_on_time: "1", urgent_complaints: "10" })).toEqual([
      { code: "PART_ABOVE_WHOLE", path: "answers.I-4.1.complaints_on_time", against: ["total_complaints", "urgent_on_time", "urgent_complaints"].map((code) => `answers.I-4.1.${code}`) },
    ]);
  });

  test.each(["I-2.1", "I-6.2", "I-6.3", "I-7.2"])("8: %s is judged by a target band", (id) => {
    const { scoring } = indicator(id);
    expect(scoring).toMatchObject({ direction: "BAND", associationDecision: true });
  });

  test.each(["I-3.3", "I-6.2"])("9: %s carries currency and unit, is sensitive, and is held against the member's own past alone", (id) => {
    const { sensitive, scoring, unit } = indicator(id);
    expect(sensitive).toBe(true);
    expect(scheme.units[unit]?.en).toContain(scheme.currency);
    expect(scoring.on).toBe("index_to_previous");
  });

  test("9: without an own earlier figure a cost is shown, not judged", () => {
    expect(leaf(exampleWith("I-3.3", { previous_delivery_cost: null }), "I-3.3")).toMatchObject({ state: "NO_BASELINE", value: "41.666667", points: null });
    expect(leaf(exampleWith("I-3.3", { previous_delivery_cost: "0" }), "I-3.3")).toMatchObject({ state: "NO_BASELINE" });
  });

  test("10: customer loyalty and the repeat purchase rate of part 6 are one definition", () => {
    expect(indicator("I-7.3").alsoKnownAs).toMatchObject([{ id: "I-8.5", code: "repeat_purchase_rate" }]);
    expect(indicatorsOf(scheme).some(({ code }) => code === "repeat_purchase_rate")).toBe(false);
  });

  test("11: every value shows its level of proof, and proof limits its points", () => {
    const perfect = { accurate_orders: "12000", total_orders: "12000" };
    const pointsAt = (proof: "SELF_DECLARED" | "DOCUMENT_BACKED" | "VERIFIED") => leaf(exampleWith("I-1.1", perfect, proof), "I-1.1");
    expect(pointsAt("SELF_DECLARED")).toMatchObject({ proof: "SELF_DECLARED", points: "60.00", reasons: [{ code: "LIMITED_BY_PROOF", figures: { limit: "60", lost: "40.00" } }] });
    expect(pointsAt("DOCUMENT_BACKED")).toMatchObject({ proof: "DOCUMENT_BACKED", points: "85.00", reasons: [{ code: "LIMITED_BY_PROOF", figures: { limit: "85", lost: "15.00" } }] });
    expect(pointsAt("VERIFIED")).toMatchObject({ proof: "VERIFIED", points: "100.00", reasons: [] });
  });
});
