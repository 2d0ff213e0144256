import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAfter } from "../../../server/kernel/days.ts";
import { mayJudge } from "../../../server/modules/applications/application.policy.ts";
import { ApplicationState, type ApplicationStepKind, decisionTime, isWithApplicant, mayBecome, next, stateOn } from "../../../server/modules/applications/application-state.rules.ts";

const states = Object.values(ApplicationState);

describe("the steps of an application", () => {
  test("are these and no others", () => {
    expect(states.flatMap((from) => states.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`))).toEqual([
      "DRAFT → SUBMITTED", "DRAFT → WITHDRAWN", "DRAFT → LAPSED",
      "SUBMITTED → RETURNED", "SUBMITTED → ADMITTED", "SUBMITTED → REFUSED", "SUBMITTED → WITHDRAWN",
      "RETURNED → SUBMITTED", "RETURNED → WITHDRAWN", "RETURNED → LAPSED",
    ]);
  });

  test("lead from wherever one is to an end, and from no end anywhere", () => {
    const ends = states.filter((state) => next[state].length === 0);
    expect(ends).toEqual(["ADMITTED", "REFUSED", "WITHDRAWN", "LAPSED"]);
    for (const state of states) expect(ends.includes(state) || next[state].some((to) => ends.includes(to))).toBe(true);
  });

  test("only what is with its applicant can be changed by them", () => {
    expect(states.filter(isWithApplicant)).toEqual(["DRAFT", "RETURNED"]);
  });
});

test.each([
  ["on its last day it still stands", "2026-04-01", "2026-04-01", "DRAFT"],
  ["the day after it has lapsed", "2026-04-01", "2026-04-02", "LAPSED"],
  ["what lies with the association does not lapse", null, "2099-01-01", "DRAFT"],
] as const)("%s", (_, lapsesOn, today, state) => {
  expect(stateOn({ state: "DRAFT", lapsesOn }, today)).toBe(state);
});

describe("what a decision clock counts", () => {
  const steps = (...told: [ApplicationStepKind, string][]) => told.map(([kind, day]) => ({ kind, day }));

  test.each([
    ["nothing before the hand-in", steps(["BEGUN", "2026-03-01"]), null],
    ["from the hand-in on", steps(["BEGUN", "2026-03-01"], ["SUBMITTED", "2026-03-02"]), { startedOn: "2026-03-02", pauses: [] }],
    ["not while it is back", steps(["SUBMITTED", "2026-03-02"], ["RETURNED", "2026-03-05"]), { startedOn: "2026-03-02", pauses: [{ from: "2026-03-05", until: null, reason: "WITH_APPLICANT" }] }],
    ["on, once it is handed in again", steps(["SUBMITTED", "2026-03-02"], ["RETURNED", "2026-03-05"], ["SUBMITTED", "2026-03-09"]),
      { startedOn: "2026-03-02", pauses: [{ from: "2026-03-05", until: "2026-03-09", reason: "WITH_APPLICANT" }] }],
  ])("%s", (_, given, time) => expect(decisionTime(given)).toEqual(time));

  test("pauses follow one another and never overlap, however often it goes to and fro", () => {
    fc.assert(fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }), (waits) => {
      let day = "2026-03-02";
      const told = waits.map((wait, at) => {
        day = dayAfter(day, wait);
        return { kind: at % 2 === 0 ? ("SUBMITTED" as const) : ("RETURNED" as const), day };
      });
      const pauses = decisionTime(told)?.pauses ?? [];
      expect(pauses).toHaveLength(Math.floor(waits.length / 2));
      pauses.forEach(({ from, until }, at) => {
        expect(until === null || from <= until).toBe(true);
        expect(until === null).toBe(at === pauses.length - 1 && waits.length % 2 === 0);
        expect(at === 0 || (pauses[at - 1]?.until ?? "9") <= from).toBe(true);
      });
    }));
  });
});

test("who may judge: the association, what lies with it, and nobody the firm speaks through", () => {
  const officer = { scope: "all" } as const;
  for (const state of states) {
    expect(mayJudge(officer, { state, isNamed: false })).toBe(state === "SUBMITTED");
    expect(mayJudge(officer, { state, isNamed: true })).toBe(false);
    for (const scope of ["member", "public"] as const) expect(mayJudge({ scope }, { state, isNamed: false })).toBe(false);
  }
});
