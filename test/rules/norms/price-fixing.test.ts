import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadReferenceData } from "../../../seeds/reference/load.ts";
import { languages, type Localized } from "../../../server/kernel/language.ts";
import { hitsIn, priceHits, priceReasons, sentencesOf } from "../../../server/modules/norms/price-fixing.rules.ts";
import { PriceReason } from "../../../server/modules/norms/price-sentence.rules.ts";
import { passed, refused } from "./price-sentences.ts";

test("the tables hold enough of each, in each language and for each reason", () => {
  expect([refused.length >= 40, passed.length >= 40]).toEqual([true, true]);
  for (const language of languages) expect([refused, passed].map((table) => table.filter(([of]) => of === language).length >= 10)).toEqual([true, true]);
  expect(new Set(refused.map(([, reason]) => reason))).toEqual(new Set(Object.keys(PriceReason)));
});

test.each(refused)("refuses in %s, as to %s: %s", (language, reason, sentence) => {
  expect(priceReasons(sentence, language)).toContain(reason);
});

test.each(passed)("lets stand in %s: %s", (language, sentence) => {
  expect(priceReasons(sentence, language)).toEqual([]);
});

describe("the text", () => {
  const all = (text: string): Localized => ({ "zh-Hant": text, "zh-Hans": text, en: text });

  test("of the norms the association has published passes whole", () => {
    for (const { norm } of loadReferenceData().norms) {
      const chapters = norm.chapters.map(({ id, title, articles }) => ({ code: id, title, articles: articles.map((article) => ({ code: article.id, title: article.title, text: article.text })) }));
      expect(priceHits({ title: norm.title, preamble: norm.preamble, chapters })).toEqual([]);
    }
  });

  test("of the pledges the association has published passes whole", () => {
    for (const { pledge } of loadReferenceData().norms) {
      const texts = [pledge.title, pledge.preamble, pledge.consent, ...pledge.clauses.flatMap(({ title, duty, prohibited, checkedBy }) => [title, duty, ...prohibited, checkedBy])];
      expect(texts.flatMap((text) => languages.flatMap((language) => hitsIn("pledge", text[language], language)))).toEqual([]);
    }
  });

  test("of the ladder of sanctions passes too, as does every word the audit rules cite", () => {
    const words = readFileSync(new URL("../../../seeds/reference/sanction-ladder.v2.json", import.meta.url), "utf8");
    const texts = [...words.matchAll(/"(zh-Hant|zh-Hans|en)": "([^"]+)"/g)];
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.flatMap(([, language, text]) => priceReasons(text ?? "", language as "en"))).toEqual([]);
  });

  test("is read part by part, and a hit names article, language, sentence and reason", () => {
    const chapter = { code: "N3", title: all("x"), articles: [{ code: "N3.7", title: all("x"), text: { "zh-Hant": "會員須明碼標價。會員售價不得低於每公斤五元。", "zh-Hans": "会员须明码标价。", en: "Members mark prices." } }] };
    expect(priceHits({ title: all("x"), preamble: all("x"), chapters: [chapter] })).toEqual([
      { part: "N3.7", language: "zh-Hant", sentence: "會員售價不得低於每公斤五元。", reason: "PRICE" },
    ]);
  });

  test("is watched in its headings and its preamble too", () => {
    const hits = priceHits({ title: { ...all("x"), en: "Uniform prices for 2027" }, preamble: { ...all("x"), "zh-Hans": "会员不得跨区销售。" }, chapters: [] });
    expect(hits.map(({ part, language, reason }) => [part, language, reason])).toEqual([["title", "en", "PRICE"], ["preamble", "zh-Hans", "MARKET"]]);
  });
});

describe("sentences", () => {
  test.each([
    ["en", "Goods cost 3.5 yuan. They sell. No. 5 stays.", ["Goods cost 3.5 yuan.", "They sell.", "No. 5 stays."]],
    ["zh-Hant", "甲。乙！\n丙；丁？", ["甲。", "乙！", "丙；丁？"]],
    ["en", "", []],
  ] as const)("in %s: %s", (language, text, sentences) => {
    expect(sentencesOf(text, language)).toEqual(sentences);
  });

  test("are read alike in both scripts and in figures of any width", () => {
    for (const text of ["會員售價不得低於每公斤５元。", "会员售价不得低于每公斤5元。", "會員售價 不得低於 每公斤五元"]) expect(priceReasons(text, "zh-Hant")).toEqual(["PRICE"]);
  });
});
