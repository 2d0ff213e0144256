import { expect, test } from "vitest";
import { cursorOf, readCursor, UnfitCursor } from "../../../server/platform/paging.ts";

const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a cursor gives back what it was made of", () => {
  expect(readCursor(cursorOf("2026-08-03T02:00:00.123Z", "fnd_1"), "INSTANT", "TEXT")).toEqual(["2026-08-03T02:00:00.123Z", "fnd_1"]);
  expect(readCursor(cursorOf("2026-08-03 10:00:00.123456+08", "a"), "INSTANT", "TEXT")).toEqual(["2026-08-03 10:00:00.123456+08", "a"]);
  expect(readCursor(cursorOf(7), "NUMBER")).toEqual([7]);
  expect([readCursor(null, "NUMBER"), readCursor(undefined, "TEXT"), readCursor("", "TEXT")]).toEqual([null, null, null]);
});

test.each<[string, string, Parameters<typeof readCursor>[1][]]>([
  ["no date", forged(["nodate", "x"]), ["INSTANT", "TEXT"]],
  ["a day the calendar lacks", forged(["2026-02-30T00:00:00Z", "x"]), ["INSTANT", "TEXT"]],
  ["an hour the day lacks", forged(["2026-02-20T25:00:00Z", "x"]), ["INSTANT", "TEXT"]],
  ["an instant without a zone", forged(["2026-02-20T05:00:00", "x"]), ["INSTANT", "TEXT"]],
  ["objects", forged([{}, []]), ["INSTANT", "TEXT"]],
  ["nothing", forged([null, null]), ["INSTANT", "TEXT"]],
  ["a number larger than any", forged([99999999999999]), ["NUMBER"]],
  ["a number in parts", forged([1.5]), ["NUMBER"]],
  ["a number as text", forged(["7"]), ["NUMBER"]],
  ["a text that cannot be kept", forged(["\0"]), ["TEXT"]],
  ["a text without end", forged(["x".repeat(1_000)]), ["TEXT"]],
  ["too many values", forged([1, 2]), ["NUMBER"]],
  ["no list", forged({ length: 1, 0: 1 }), ["NUMBER"]],
  ["no JSON", "%%%", ["NUMBER"]],
])("a cursor of %s is none of the list", (_, cursor, kinds) => expect(() => readCursor(cursor, ...kinds)).toThrow(UnfitCursor));
