import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../../server/kernel/language.ts";
import { problemCodes } from "../../server/kernel/problem-codes.ts";
import { sources } from "./sources.ts";

const codes = Object.keys(problemCodes).sort();

test.each(languages)("every code has a sentence in %s, and no sentence is left over", (language) => {
  const sentences = JSON.parse(readFileSync(new URL(`../../web/src/locales/problems.${language}.json`, import.meta.url), "utf8")) as Record<string, string>;
  expect(Object.keys(sentences).sort()).toEqual(codes);
  expect(Object.entries(sentences).filter(([, sentence]) => !/[.。！？?]$/.test(sentence)).map(([code]) => code)).toEqual([]);
});

test("every code is used by some rule or service", () => {
  const code = sources("server").filter(({ path }) => !path.endsWith("kernel/problem-codes.ts")).map(({ text }) => text).join("\n");
  const used = new Set(code.match(/\b[A-Z][A-Z_]+\b/g));
  expect(codes.filter((name) => !used.has(name))).toEqual([]);
});
