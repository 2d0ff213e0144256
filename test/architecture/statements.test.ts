import { expect, test } from "vitest";
import { sources } from "./sources.ts";

test("a statement holds the conditions that were asked for, and none for what might have been", () => {
  const spare = /\$\d+(::\w+)? is null or\b/;
  expect(sources("server/modules", /\.queries\.ts$/).filter(({ text }) => spare.test(text)).map(({ path }) => path)).toEqual([]);
});
