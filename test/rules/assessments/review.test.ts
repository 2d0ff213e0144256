import { describe, expect, test } from "vitest";

import { adjust, AssessmentState, isOpenToMember, isUnderReview, mayBecome, type Inputs } from "../../../server/modules/assessments/index.ts";
import { exampleAnswers, halfYear, scheme } from "./example.ts";

describe("the life of an assessment", () => {
  const states = Object.values(AssessmentState);

  test("goes from draft to confirmed, back only for changes", () => {
    const moves = states.flatMap((from) => states.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`));
    expect(moves).toEqual([
      "DRAFT → SUBMITTED",
      "SUBMITTED → CHANGES_REQUESTED",
      "SUBMITTED → CONFIRMED",
      "CHANGES_REQUESTED → SUBMITTED",
    ]);
  });

  test("is the member's or the reviewer's to write, never both", () => {
    expect(states.filter(isOpenToMember)).toEqual(["DRAFT", "CHANGES_REQUESTED"]);
    expect(states.filter(isUnderReview)).toEqual(["SUBMITTED"]);
  });
});

describe("an adjustment", () => {
  const adjusted = (id: string, inputs: Inputs, reason = "Counted on site.") =>
    adjust(scheme, exampleAnswers(), halfYear, id, { inputs, reason, by: "usr_1", at: "2026-07-20T08:00:00Z" });

  test("keeps both figures", () => {
    const { answers, problems } = adjusted("I-1.1", { accurate_orders: "11400", total_orders: "12000" });
    expect(problems).toEqual([]);
    expect(answers["I-1.1"]).toMatchObject({ inputs: { accurate_orders: "11820" }, adjusted: { inputs: { accurate_orders: "11400" }, by: "usr_1" } });
  });

  test("needs a reason and valid figures, or changes nothing", () => {
    const { answers, problems } = adjusted("I-1.1", { accurate_orders: "12001", total_orders: "12000" }, " ");
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(["REQUIRED reason", "NUMERATOR_ABOVE_DENOMINATOR answers.I-1.1.accurate_orders"]);
    expect(answers).toEqual(exampleAnswers());
  });

  test("may move a shared total, one indicator after another", () => {
    expect(adjusted("I-2.3", { stockout_orders: "264", total_orders: "11900" }).problems).toEqual([]);
  });

  test("cannot be made to what does not apply or does not exist", () => {
    const answers = { ...exampleAnswers(), "I-6.1": { inputs: {}, notApplicable: { reason: "No equipment." }, proof: "SELF_DECLARED" as const } };
    const refusal = adjust(scheme, answers, halfYear, "I-6.1", { inputs: {}, reason: "Seen.", by: "usr_1", at: "2026-07-20T08:00:00Z" });
    expect(refusal.problems).toEqual([{ code: "NOT_FOUND", path: "answers.I-6.1" }]);
    expect(adjusted("I-9.9", {}).problems).toEqual([{ code: "NOT_FOUND", path: "answers.I-9.9" }]);
  });
});
