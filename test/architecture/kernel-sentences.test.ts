import { expect, test } from "vitest";
import { sources } from "./sources.ts";

test("whatever the kernel lends to all others says in a sentence what it is", () => {
  const silent = sources("server/kernel").flatMap(({ path, text }) => {
    const lines = text.split("\n");
    return lines.flatMap((line, at) => (/^export (?!\{|\*)/.test(line) && !lines[at - 1]?.endsWith("*/") ? [`${path}: ${line}`] : []));
  });
  expect(silent).toEqual([]);
});
