import { expect, test } from "vitest";
import { asRead, asReadOnOneLine, isStorable } from "../../../server/kernel/plain-text.ts";

test.each([
  ["what turns the reading direction", "陳\u202Eexe\u2066", "陳exe"],
  ["what takes no room", "a\u200Bb\u2060c\uFEFFd\u00ADe", "abcde"],
  ["what steers a terminal", "a\u001B[31m\u0007\u0085b\r\n", "a[31mb\n"],
  ["marks nobody can see", "a\u{E0041}\u{E007F}b", "ab"],
])("%s is taken out", (_, text, read) => expect(asRead(text)).toBe(read));

test.each(["first\nsecond\tthird", "नर\u200Dमदा", "می\u200Cخواهم", "𠮷野家 👨‍👩‍👧"])("%s stays as it is", (text) => expect(asRead(text)).toBe(text));

test("a name stands on one line", () => expect(asReadOnOneLine("Chan\r\n\tSiu Ming")).toBe("Chan Siu Ming"));

test.each([["a\0", false], ["\uD800", false], ["a\uDC00b", false], ["\uD83D\uDE00", true], ["", true]])("%j can be kept: %s", (text, storable) => expect(isStorable(text)).toBe(storable));
