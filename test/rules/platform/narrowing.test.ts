import { expect, test } from "vitest";
import { narrowed } from "../../../server/platform/narrowing.ts";

test("only what was asked for stands in the statement, its values numbered in order", () => {
  expect(narrowed([["a = ?", null], ["b = ?", "x"], ["c = any(?::text[])", undefined], ["(d, e) < (?, ?)", 1, null], ["f = ?", 0]])).toEqual({
    where: "b = $1 and (d, e) < ($2, $3) and f = $4",
    values: ["x", 1, null, 0],
  });
});

test("nothing asked for narrows nothing", () => {
  expect(narrowed([["a = ?", null]])).toEqual({ where: "true", values: [] });
});
