import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { oneAtATime } from "../../../workers/pdf/one-at-a-time.ts";

test("papers are drawn one at a time, in the order they were asked for, and one that fails does not stop the next", async () => {
  const seen: string[] = [];
  const draw = (name: string) => oneAtATime(async () => {
    seen.push(`${name} begins`);
    await turn();
    if (name === "torn") throw new Error("The paper is torn.");
    seen.push(`${name} ends`);
    return name;
  });
  const endings = await Promise.allSettled(["first", "torn", "last"].map(draw));
  expect(endings.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(seen).toEqual(["first begins", "first ends", "torn begins", "last begins", "last ends"]);
});

test("between two drawings whatever waited has its turn", async () => {
  const seen: string[] = [];
  const drawings = Promise.all(["first", "second"].map((name) => oneAtATime(() => Promise.resolve(seen.push(name)))));
  setImmediate(() => setImmediate(() => seen.push("an audit")));
  await drawings;
  expect(seen).toEqual(["first", "an audit", "second"]);
});
