import { expect, test } from "vitest";

import { indicatorsOf, measure, type Inputs } from "../../../server/modules/assessments/index.ts";
import { answer, halfYear, indicator, scheme } from "./example.ts";

const table: [id: string, inputs: Inputs, value: string, n: string][] = [
  ["I-1.1", { accurate_orders: "197", total_orders: "200" }, "98.5", "200"],
  ["I-1.2", { sum_of_hours: "1234.5", orders_completed: "60" }, "20.575", "60"],
  ["I-1.3", { qty_fulfilled: "2", qty_demanded: "3" }, "66.666667", "3"],
  ["I-2.1", { cost_of_sales: "900", opening_balance: "100", closing_balance: "200" }, "6", "150"],
  ["I-2.2", { accurate_stock_qty: "99.5", book_stock_qty: "100" }, "99.5", "100"],
  ["I-2.3", { stockout_orders: "7", total_orders: "200" }, "3.5", "200"],
  ["I-3.1", { on_time_orders: "190", total_orders: "200" }, "95", "200"],
  ["I-3.2", { damaged_qty: "1", delivered_qty: "8" }, "12.5", "8"],
  ["I-3.3", { transport_cost: "100.10", handling_cost: "50.20", storage_cost: "25.30", other_cost: "0", unit_count: "8" }, "21.95", "8"],
  ["I-4.1", { complaints_on_time: "9", total_complaints: "12", sla_hours: "48" }, "75", "12"],
  ["I-4.2", { complaints_resolved: "11", total_complaints: "12" }, "91.666667", "12"],
  ["I-4.3", { satisfaction_score: "86.5", survey_responses: "40" }, "86.5", "40"],
  ["I-5.1", { staff_trained: "45", staff_total: "60" }, "75", "60"],
  ["I-5.2", { staff_passed: "8", staff_examined: "10" }, "80", "10"],
  ["I-5.3", { customer_rating: "81", internal_rating: "94", ratings_given: "30" }, "87.5", "30"],
  ["I-6.1", { intact_units: "39", total_units: "40" }, "97.5", "40"],
  ["I-6.2", { repair_cost: "1000.50", upkeep_cost: "499.50", total_units: "40" }, "37.5", "40"],
  ["I-6.3", { renewed_units: "5", total_units: "40" }, "12.5", "40"],
  ["I-7.1", { accurate_records: "480", total_records: "500" }, "96", "500"],
  ["I-7.2", { contacts: "3600", customers: "200", months: "6" }, "3", "1200"],
  ["I-7.3", { repeat_customers: "150", total_customers: "200" }, "75", "200"],
];

test("the table has every indicator of the source document once", () => {
  expect(table.map(([id]) => id)).toEqual(indicatorsOf(scheme).map(({ id }) => id));
});

test.each(table)("%s follows the source's formula", (id, inputs, value, n) => {
  expect(measure(indicator(id), { [id]: answer(inputs) }, halfYear)).toMatchObject({ state: "VALUE", value, n });
});

test.each(table)("%s without its last input is unanswered, not nought", (id, inputs) => {
  const last = Object.keys(inputs).filter((code) => code !== "sla_hours").at(-1) ?? "";
  expect(measure(indicator(id), { [id]: answer({ ...inputs, [last]: null }) }, halfYear)).toMatchObject({ state: "UNANSWERED", value: null });
});

test("text that is no plain decimal is as good as no answer", () => {
  for (const text of ["1e3", "NaN", "Infinity", " 5", "1,000", "0x10", "５", ""]) {
    expect(measure(indicator("I-1.1"), { "I-1.1": answer({ accurate_orders: text, total_orders: "2000" }) }, halfYear).state).toBe("UNANSWERED");
  }
});

test("figures beyond what a binary number can hold stay exact", () => {
  const inputs = { qty_fulfilled: "123456789012345", qty_demanded: "246913578024690" };
  expect(measure(indicator("I-1.3"), { "I-1.3": answer(inputs) }, halfYear).value).toBe("50");
});
