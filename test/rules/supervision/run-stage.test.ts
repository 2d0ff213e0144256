import { expect, test } from "vitest";
import { stageOf } from "../../../web/src/features/supervision/run-stage.ts";

const run = { population: 12, batches: 3, batchesDone: 3, gradeCounts: [] as { members: number }[], reports: [] as unknown[] };

test.each([
  ["waits to start", { ...run, state: "ORDERED" as const, population: 0, batches: 0, batchesDone: 0 }, { name: "ORDERED", done: 0, total: 0 }],
  ["judges batch by batch", { ...run, state: "RUNNING" as const, batchesDone: 2 }, { name: "RUNNING", done: 2, total: 3 }],
  ["grades its members after the last batch", { ...run, state: "DONE" as const, gradeCounts: [{ members: 4 }, { members: 1 }] }, { name: "GRADING", done: 5, total: 12 }],
  ["draws its report once all are graded", { ...run, state: "DONE" as const, gradeCounts: [{ members: 12 }] }, { name: "DRAWING", done: 0, total: 3 }],
  ["draws though a member left before it was graded", { ...run, state: "DONE" as const, gradeCounts: [{ members: 11 }], reports: [1] }, { name: "DRAWING", done: 1, total: 3 }],
  ["draws where there was nobody to grade", { ...run, state: "DONE" as const, population: 0 }, { name: "DRAWING", done: 0, total: 3 }],
  ["is at its end with the last report", { ...run, state: "DONE" as const, gradeCounts: [{ members: 12 }], reports: [1, 2, 3] }, null],
])("an audit %s", (_, at, stage) => {
  expect(stageOf(at)).toEqual(stage);
});
