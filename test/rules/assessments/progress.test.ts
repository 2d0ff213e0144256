import { expect, test } from "vitest";

import { isReadyToSubmit, taskList, type Answers } from "../../../server/modules/assessments/index.ts";
import { answer, exampleAnswers, exampleWith, halfYear, scheme } from "./example.ts";

const states = (answers: Answers, lookedAt: string[] = []) => taskList(scheme, answers, halfYear, lookedAt).map(({ state }) => state);

test("nothing done is nothing started", () => {
  expect(states({})).toEqual(Array(7).fill("NOT_STARTED"));
  expect(states({ "I-1.1": answer({ accurate_orders: null, total_orders: "" }) })[0]).toBe("NOT_STARTED");
});

test("a group is in progress from its first figure until its page is left, then incomplete", () => {
  const answers = { "I-1.1": answer({ accurate_orders: "5", total_orders: null }) };
  expect(states(answers)[0]).toBe("IN_PROGRESS");
  expect(states(answers, ["G1"])[0]).toBe("INCOMPLETE");
  expect(states({}, ["G1"])[0]).toBe("INCOMPLETE");
});

test("a task counts its indicators in order and names what is missing", () => {
  const [task] = taskList(scheme, { "I-1.1": answer({ accurate_orders: "5", total_orders: "6" }) }, halfYear, []);
  expect(task).toMatchObject({ group: "G1", answered: 1, of: 3 });
  expect(task?.problems.map(({ path }) => path)).toEqual([
    "answers.I-1.2.sum_of_hours", "answers.I-1.2.orders_completed", "answers.I-1.3.qty_fulfilled", "answers.I-1.3.qty_demanded",
  ]);
});

test("saying that something does not apply is a start", () => {
  expect(states({ "I-6.1": { inputs: {}, notApplicable: { reason: "No equipment." }, proof: "SELF_DECLARED" } })[5]).toBe("IN_PROGRESS");
});

test("the whole example is complete and ready", () => {
  const tasks = taskList(scheme, exampleAnswers(), halfYear, []);
  expect(tasks.every(({ state, answered, of }) => state === "COMPLETE" && answered === of)).toBe(true);
  expect(isReadyToSubmit(tasks)).toBe(true);
});

test("a total that disagrees reopens each group it stands in", () => {
  const tasks = taskList(scheme, exampleWith("I-2.3", { total_orders: "11999" }), halfYear, ["G1", "G2", "G3", "G4", "G5", "G6", "G7"]);
  expect(tasks.map(({ state }) => state)).toEqual(["INCOMPLETE", "INCOMPLETE", "INCOMPLETE", "COMPLETE", "COMPLETE", "COMPLETE", "COMPLETE"]);
  expect(isReadyToSubmit(tasks)).toBe(false);
});
