import { describe, expect, test } from "vitest";

import { draftProblems, indicatorsOf, inputProblems, type Answers, type Inputs } from "../../../server/modules/assessments/index.ts";
import { answer, exampleAnswers, exampleWith, halfYear, scheme } from "./example.ts";

const found = (answers: Answers, period = halfYear) => inputProblems(scheme, answers, period).map(({ code, path }) => `${code} ${path}`);

describe("answers that may be submitted", () => {
  test("the published example has nothing against it", () => {
    expect(found(exampleAnswers())).toEqual([]);
  });

  test("every share may be full, and every count nought", () => {
    expect(found(exampleWith("I-5.2", { staff_passed: "0", staff_examined: "0" }))).toEqual([]);
    expect(found(exampleWith("I-7.3", { repeat_customers: "420" }))).toEqual([]);
    expect(found(exampleWith("I-3.2", { damaged_qty: "-0" }))).toEqual([]);
  });

  test("an indicator that need not apply may be left out with a reason, and its totals with it", () => {
    const answers = { ...exampleAnswers(), "I-3.1": { inputs: { total_orders: "7" }, notApplicable: { reason: "Customers collect." }, proof: "SELF_DECLARED" as const } };
    expect(found(answers)).toEqual([]);
  });
});

describe("answers that may not", () => {
  test.each<[string, string, Inputs, string[]]>([
    ["nothing typed", "I-1.1", { accurate_orders: null }, ["MISSING_INPUT answers.I-1.1.accurate_orders"]],
    ["blank text", "I-1.1", { accurate_orders: "" }, ["MISSING_INPUT answers.I-1.1.accurate_orders"]],
    ["words", "I-1.1", { accurate_orders: "many" }, ["NOT_A_NUMBER answers.I-1.1.accurate_orders"]],
    ["an exponent", "I-1.1", { accurate_orders: "1e3" }, ["NOT_A_NUMBER answers.I-1.1.accurate_orders"]],
    ["below nought", "I-2.3", { stockout_orders: "-1" }, ["NEGATIVE answers.I-2.3.stockout_orders"]],
    ["half an order", "I-2.3", { stockout_orders: "0.5" }, ["NOT_WHOLE answers.I-2.3.stockout_orders"]],
    ["a rating above 100", "I-5.3", { customer_rating: "100.1" }, ["OUT_OF_RANGE answers.I-5.3.customer_rating"]],
    ["a limit of no hours", "I-4.1", { sla_hours: "0" }, ["OUT_OF_RANGE answers.I-4.1.sla_hours"]],
    ["twenty-six digits", "I-1.1", { accurate_orders: "1".repeat(26) }, ["TOO_MANY_DIGITS answers.I-1.1.accurate_orders"]],
    ["more digits than any firm has", "I-3.2", { delivered_qty: "1000000000000000" }, ["TOO_MANY_DIGITS answers.I-3.2.delivered_qty"]],
    ["a part above its whole", "I-1.1", { accurate_orders: "12001" }, ["NUMERATOR_ABOVE_DENOMINATOR answers.I-1.1.accurate_orders"]],
    ["more examined than employed", "I-5.2", { staff_examined: "61" }, ["PART_ABOVE_WHOLE answers.I-5.2.staff_examined"]],
    ["more orders due than orders", "I-3.1", { orders_due: "12001" }, ["PART_ABOVE_WHOLE answers.I-3.1.orders_due"]],
    ["more on time than due", "I-3.1", { orders_due: "11639" }, ["PART_ABOVE_WHOLE answers.I-3.1.on_time_orders"]],
    ["more months than the period has", "I-7.2", { months: "7" }, ["OUT_OF_RANGE answers.I-7.2.months"]],
    ["an input nobody asks for", "I-1.1", { margin: "5" }, ["UNKNOWN_INPUT answers.I-1.1.margin"]],
    ["customers told two ways", "I-7.2", { customers: "421" }, ["TOTALS_DISAGREE answers.I-7.2.customers", "TOTALS_DISAGREE answers.I-7.3.total_customers"]],
    ["complaints told two ways", "I-4.2", { total_complaints: "49" }, ["TOTALS_DISAGREE answers.I-4.1.total_complaints", "TOTALS_DISAGREE answers.I-4.2.total_complaints"]],
  ])("%s", (_, id, inputs, problems) => {
    expect(found(exampleWith(id, inputs))).toEqual(problems);
  });

  test("orders told three ways are named at all three fields, whichever is wrong", () => {
    expect(inputProblems(scheme, exampleWith("I-2.3", { total_orders: "11999" }), halfYear)).toEqual([
      { code: "TOTALS_DISAGREE", path: "answers.I-1.1.total_orders", against: ["answers.I-2.3.total_orders"] },
      { code: "TOTALS_DISAGREE", path: "answers.I-2.3.total_orders", against: ["answers.I-1.1.total_orders", "answers.I-3.1.total_orders"] },
      { code: "TOTALS_DISAGREE", path: "answers.I-3.1.total_orders", against: ["answers.I-2.3.total_orders"] },
    ]);
  });

  test("totals that are written differently but equal agree", () => {
    expect(found(exampleWith("I-2.3", { total_orders: "12000.0" }))).toEqual([]);
  });

  test("an indicator the scheme does not have", () => {
    expect(found({ ...exampleAnswers(), "I-9.9": answer({}) })).toEqual(["UNKNOWN_INDICATOR answers.I-9.9"]);
  });

  test("leaving out what always applies, or without saying why", () => {
    const leftOut = (id: string, reason: string) => found({ ...exampleAnswers(), [id]: { inputs: {}, notApplicable: { reason }, proof: "SELF_DECLARED" } });
    expect(leftOut("I-4.1", "No complaints desk.")).toEqual(["ALWAYS_APPLICABLE answers.I-4.1.notApplicable"]);
    expect(leftOut("I-4.3", " ")).toEqual(["REQUIRED answers.I-4.3.notApplicable.reason"]);
  });

  test("an empty sheet lacks every required figure and nothing else", () => {
    const problems = found({});
    const required = indicatorsOf(scheme).flatMap(({ inputs }) => inputs.filter((field) => field.required)).length;
    expect(problems.every((problem) => problem.startsWith("MISSING_INPUT "))).toBe(true);
    expect(problems).toHaveLength(required + 2);
    expect(new Set(problems).size).toBe(problems.length);
  });
});

test("a draft may be unfinished, but not wrong", () => {
  expect(draftProblems(scheme, {}, halfYear)).toEqual([]);
  expect(draftProblems(scheme, { "I-1.1": answer({ accurate_orders: "-1" }) }, halfYear)).toEqual([{ code: "NEGATIVE", path: "answers.I-1.1.accurate_orders" }]);
});
