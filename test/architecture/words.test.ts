import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages } from "../../server/kernel/language.ts";
import { sources } from "./sources.ts";

const glossary = readFileSync(new URL("../../server/decisions/0001-glossary.md", import.meta.url), "utf8");

/** The rows of the glossary's last table: a meaning, its word in each language, and the words it never goes by. */
const words = glossary.slice(glossary.indexOf("## One word for one thing")).split("\n").filter((line) => line.startsWith("| ")).slice(1).map((line) => {
  const [meaning = "", ...cells] = line.split("|").slice(1, -1).map((cell) => cell.trim());
  return { meaning, chosen: cells.slice(0, 3), never: (cells[3] ?? "").split(" · ") };
});

/** Every text people read: pages, papers, reference data and stories. */
const texts = [
  ...sources("web/src", /\.(json|tsx?)$/), ...sources("server"), ...sources("workers"), ...sources("seeds", /\.(json|ts)$/),
].flatMap(({ path, text }) => text.split("\n").map((line, index) => ({ place: `${path}:${index + 1}`, line })));

test("the glossary says for each thing its word in each language, and what it never goes by", () => {
  expect(words.length).toBeGreaterThan(12);
  for (const { chosen, never } of words) {
    expect(chosen.filter(Boolean)).toHaveLength(languages.length);
    expect(never.filter(Boolean)).not.toEqual([]);
    expect(never.filter((word) => chosen.includes(word))).toEqual([]);
  }
});

describe.each(words)("$meaning", ({ chosen, never }) => {
  test("goes by one word in each language", () => {
    expect(texts.filter(({ line }) => never.some((word) => line.includes(word))).map(({ place }) => place)).toEqual([]);
  });

  test("is spoken of at all", () => {
    const said = chosen.flatMap((word) => word.split(" · ")).filter((word) => !texts.some(({ line }) => line.toLowerCase().includes(word.toLowerCase())));
    expect(said).toEqual([]);
  });
});

test("no assessment and no certificate calls its grade by the name of the other one", () => {
  const speaking = texts.filter(({ place, line }) => /(certificates|assessments|http\/public|schemes)\//.test(place) && /自律等級|自律等级|compliance.grade/i.test(line));
  expect(speaking.map(({ place }) => place)).toEqual([]);
});
