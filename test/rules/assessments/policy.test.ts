import { describe, expect, test } from "vitest";
import { isConflicted, mayFill, mayReview } from "../../../server/modules/assessments/assessment.policy.ts";
import { AssessmentState } from "../../../server/modules/assessments/assessment-state.rules.ts";
import { isOverdue, isRoundOpen, periodOf } from "../../../server/modules/assessments/round.rules.ts";

const states = Object.keys(AssessmentState) as AssessmentState[];
const own = { memberId: "mem_1" };
const rival = { memberId: "mem_2" };
const officer = { memberId: null };

describe("who may do what to an assessment", () => {
  test.each(states)("%s: the member's own people fill it while it is in their hands", (state) => {
    const open = state === "DRAFT" || state === "CHANGES_REQUESTED";
    expect([own, rival, officer].map((viewer) => mayFill(viewer, { memberId: "mem_1", state }))).toEqual([open, false, false]);
  });

  test.each(states)("%s: an officer reviews what waits for review, and never their own firm", (state) => {
    const waiting = state === "SUBMITTED";
    expect([officer, rival, own].map((viewer) => mayReview(viewer, { memberId: "mem_1", state }))).toEqual([waiting, waiting, false]);
    expect(isConflicted(own, { memberId: "mem_1" })).toBe(true);
  });
});

describe("a round", () => {
  test.each([
    ["2025", { from: "2025-01-01", to: "2025-12-31" }],
    ["2026-H1", { from: "2026-01-01", to: "2026-06-30" }],
    ["2026-H2", { from: "2026-07-01", to: "2026-12-31" }],
    ["2026-H3", null], ["26", null], ["2026-H1 ", null], ["", null],
  ])("%j is about its days", (code, days) => {
    expect(periodOf(code)).toEqual(days);
  });

  test("is open from its first day on, also when late", () => {
    expect(["2026-06-30", "2026-07-01", "2027-01-01"].map((today) => isRoundOpen({ opensOn: "2026-07-01" }, today))).toEqual([false, true, true]);
  });

  test.each(states)("%s: overdue is what was never handed in, from the day after", (state) => {
    const neverHandedIn = state === "DRAFT";
    expect(["2026-09-30", "2026-10-01"].map((today) => isOverdue({ state, dueOn: "2026-09-30" }, today))).toEqual([false, neverHandedIn]);
  });
});
