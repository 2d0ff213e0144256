import { expect, test } from "vitest";
import { observedFigures } from "../../../server/modules/assessments/observed.rules.ts";
import { periodBefore } from "../../../server/modules/assessments/round.rules.ts";
import { scoreAssessment } from "../../../server/modules/assessments/index.ts";
import { exampleAnswers, exampleWith, halfYear, scheme } from "./example.ts";

test.each([
  ["2026-H2", "2026-H1"], ["2026-H1", "2025-H2"], ["2026", "2025"], ["1000", "0999"], ["2026-H3", null], ["", null],
])("before %s comes %s", (period, before) => {
  expect(periodBefore(period)).toBe(before);
});

const before = scoreAssessment(scheme, exampleAnswers(), halfYear);
const deviationWith = (previous: string | null) =>
  observedFigures(scheme, exampleWith("I-3.3", { previous_delivery_cost: previous }), before).find(({ code }) => code === "previous_delivery_cost")?.deviation;

test.each([
  ["41.666667", "0.0"], ["50", "20.0"], ["37.5", "-10.0"], ["41.66", "0.0"], ["0", "-100.0"], [null, null], ["about forty", null],
])("beside 41.666667 confirmed, %s differs by %s percent", (given, deviation) => {
  expect(deviationWith(given)).toBe(deviation);
});

test("an indicator without a value then has nothing to stand beside", () => {
  const without = scoreAssessment(scheme, exampleWith("I-3.3", { unit_count: "0" }), halfYear);
  expect(observedFigures(scheme, exampleAnswers(), without).map(({ indicator }) => indicator)).toEqual(["I-6.2"]);
  expect(observedFigures(scheme, exampleAnswers(), null)).toEqual([]);
});

test("where nought was confirmed, nothing differs from it by a share", () => {
  const nought = scoreAssessment(scheme, exampleWith("I-6.2", { repair_cost: "0", upkeep_cost: "0" }), halfYear);
  expect(observedFigures(scheme, exampleWith("I-6.2", { previous_maintenance_cost: "5" }), nought)).toContainEqual(
    { indicator: "I-6.2", code: "previous_maintenance_cost", value: "0", deviation: null },
  );
});
