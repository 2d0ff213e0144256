import { describe, expect, test } from "vitest";

import { gradeOf } from "../../../server/kernel/grade.ts";
import { scoreAssessment, type Answers, type Indicator } from "../../../server/modules/assessments/index.ts";
import { pointsOn } from "../../../server/modules/assessments/curve.rules.ts";
import { answer, exampleAnswers, exampleWith, halfYear, scheme } from "./example.ts";

const judged = (answers: Answers) => scoreAssessment(scheme, answers, halfYear);
const leaf = (answers: Answers, id: string) => judged(answers).groups.flatMap((group) => group.indicators).find((one) => one.id === id);
const leftOut = (...ids: string[]): Answers => ({
  ...exampleAnswers(),
  ...Object.fromEntries(ids.map((id) => [id, { inputs: {}, notApplicable: { reason: "None here." }, proof: "SELF_DECLARED" as const }])),
});

describe("points", () => {
  const higher: Indicator["scoring"] = { associationDecision: true, on: "value", direction: "HIGHER", zeroAt: "80", fullAt: "90" };
  const lower: Indicator["scoring"] = { associationDecision: true, on: "value", direction: "LOWER", fullAt: "8", zeroAt: "48" };
  const band: Indicator["scoring"] = { associationDecision: true, on: "value", direction: "BAND", zeroBelow: "2", fullFrom: "6", fullTo: "24", zeroAbove: "60" };

  test.each([
    ["far below", higher, "0", "0", "BELOW_TARGET"],
    ["at the far end", higher, "80", "0", "BELOW_TARGET"],
    ["half way", higher, "85", "50", "BELOW_TARGET"],
    ["a hair below the target", higher, "89.99", "99.9", "BELOW_TARGET"],
    ["on the target", higher, "90", "100", undefined],
    ["beyond it", higher, "100", "100", undefined],
    ["quick enough", lower, "8", "100", undefined],
    ["a little slow", lower, "18", "75", "ABOVE_TARGET"],
    ["far too slow", lower, "200", "0", "ABOVE_TARGET"],
    ["under the band", band, "2", "0", "BELOW_BAND"],
    ["half way into it", band, "4", "50", "BELOW_BAND"],
    ["on its lower edge", band, "6", "100", undefined],
    ["within", band, "15", "100", undefined],
    ["on its upper edge", band, "24", "100", undefined],
    ["half way out of it", band, "42", "50", "ABOVE_BAND"],
    ["beyond", band, "61", "0", "ABOVE_BAND"],
  ])("%s", (_, scoring, value, points, code) => {
    const earned = pointsOn(scoring, value, 2);
    expect([earned.points.toString(), earned.shortfall?.code]).toEqual([points, code]);
  });

  test("turnover is judged per year: the same stock turned as often earns the same in any period", () => {
    const inputs = (cost: string) => ({ cost_of_sales: cost, average_inventory_balance: "100" });
    const of = (cost: string, to: string) =>
      scoreAssessment(scheme, { "I-2.1": answer(inputs(cost)) }, { from: "2026-01-01", to }).groups[1]?.indicators[0]?.points;
    expect(of("200", "2026-06-30")).toBe("50.00");
    expect(of("400", "2026-12-31")).toBe("50.00");
  });
});

describe("the score", () => {
  test("of the published example, by hand", () => {
    const tree = judged(exampleAnswers());
    expect(tree).toMatchObject({ state: "RATED", score: "84.13", grade: "AA", facts: { indicators: 20, weight: "98" } });
    expect(tree.groups.map(({ contribution }) => contribution)).toEqual(["18.49", "10.83", "16.21", "16.87", "9.39", "5.20", "7.14"]);
    expect(leaf(exampleAnswers(), "I-1.1")).toMatchObject({
      value: "98.5", n: "12000", points: "89.47", weight: "8", effectiveWeight: "8.17", contribution: "7.31", lost: "0.86",
      reasons: [{ code: "BELOW_TARGET", figures: { value: "98.5", target: "99.5", lost: "10.53" } }],
    });
  });

  test("two reasons for lost points tell what each has cost", () => {
    expect(leaf(exampleAnswers(), "I-1.3")?.reasons).toEqual([
      { code: "BELOW_TARGET", figures: { value: "97.25", target: "98", lost: "5.77" } },
      { code: "LIMITED_BY_PROOF", figures: { limit: "85", lost: "9.23" } },
    ]);
  });

  test("what does not apply leaves the denominator", () => {
    const tree = judged(leftOut("I-3.1", "I-3.2", "I-3.3"));
    expect(tree.facts).toEqual({ indicators: 17, weight: "80" });
    expect(tree.groups[2]).toMatchObject({ points: null, effectiveWeight: null, contribution: null, lost: null });
    expect(leaf(leftOut("I-3.1", "I-3.2", "I-3.3"), "I-1.1")).toMatchObject({ weight: "8", effectiveWeight: "10.00" });
  });

  test("fewer than ten survey answers are too few to count", () => {
    const few = exampleWith("I-4.3", { survey_responses: "9" });
    expect(leaf(few, "I-4.3")).toMatchObject({ state: "TOO_FEW", value: "86.5", points: null, reasons: [{ code: "TOO_FEW", figures: { n: "9", minimum: "10" } }] });
    expect(leaf(exampleWith("I-4.3", { survey_responses: "10" }), "I-4.3")?.state).toBe("RATED");
  });

  test("too few facts give no rating, not a low one", () => {
    const eleven = Object.fromEntries(Object.entries(exampleAnswers()).slice(0, 11));
    expect(judged(eleven)).toMatchObject({ state: "NOT_RATED", score: null, grade: null });
    expect(judged(eleven).reasons).toEqual([
      { code: "TOO_FEW_FACTS", figures: { indicators: "11", requiredIndicators: "12", weight: "65", requiredWeight: "60" } },
    ]);
    expect(leaf(eleven, "I-1.1")).toMatchObject({ state: "RATED", points: "89.47", contribution: null, lost: null });
    expect(judged(eleven).groups.map(({ effectiveWeight }) => effectiveWeight === null)).toEqual([false, false, false, false, true, true, true]);
    expect(judged(Object.fromEntries(Object.entries(exampleAnswers()).slice(0, 12))).state).toBe("RATED");
  });

  test("twelve facts of little weight give no rating either", () => {
    const light = ["I-1.2", "I-2.1", "I-2.3", "I-3.3", "I-5.1", "I-5.2", "I-5.3", "I-6.1", "I-6.3", "I-7.1", "I-7.2", "I-7.3"];
    const answers = exampleAnswers();
    const tree = judged(Object.fromEntries(light.flatMap((id) => (answers[id] ? [[id, answers[id]]] : []))));
    expect(tree).toMatchObject({ state: "NOT_RATED", facts: { indicators: 12, weight: "44" } });
  });

  test("an empty sheet is not rated", () => {
    expect(judged({})).toMatchObject({ state: "NOT_RATED", score: null, grade: null, facts: { indicators: 0, weight: "0" } });
    expect(leaf({}, "I-1.1")).toMatchObject({ state: "UNANSWERED", proof: null });
  });

  test("a reviewer's figures count, and the member's stay beside them", () => {
    const answers = exampleAnswers();
    const own = answers["I-1.1"];
    if (!own) throw new Error("the example answers I-1.1");
    const adjusted = { inputs: { accurate_orders: "11400", total_orders: "12000" }, reason: "Errors in June were left out.", by: "usr_1", at: "2026-07-20T08:00:00Z" };
    expect(leaf({ ...answers, "I-1.1": { ...own, adjusted } }, "I-1.1")).toMatchObject({
      value: "95", declaredValue: "98.5", points: "52.63",
      reasons: [{ code: "BELOW_TARGET" }, { code: "ADJUSTED", figures: { declared: "98.5" } }],
    });
  });
});

describe("bands", () => {
  test.each([
    ["100", "AAA"], ["90", "AAA"], ["89.99", "AA"], ["80", "AA"], ["79.99", "A"], ["70", "A"], ["69.99", "BBB"], ["60", "BBB"],
    ["59.99", "BB"], ["50", "BB"], ["49.99", "B"], ["40", "B"], ["39.99", "C"], ["0", "C"],
  ])("%s is %s", (score, grade) => {
    expect(gradeOf(score, scheme.bands.floors)).toBe(grade);
  });

  test("a grade is read from the score as shown", () => {
    expect(gradeOf(judged(exampleAnswers()).score ?? "", scheme.bands.floors)).toBe("AA");
  });
});
