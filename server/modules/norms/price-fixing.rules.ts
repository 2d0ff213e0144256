import { type Language, languages, type Localized } from "../../kernel/language.ts";
import { reasonsInChinese } from "./price-fixing-chinese.rules.ts";
import { reasonsInEnglish } from "./price-fixing-english.rules.ts";
import type { Chapter } from "./norm.rules.ts";
import type { PriceReason } from "./price-sentence.rules.ts";

/** Names the words the check knows; a judgement keeps the number of the check that made it. */
export const priceCheckVersion = 1;

/** A sentence no norm may hold: where it stands, in which language, and why. */
export interface PriceHit {
  /** The code of the article or chapter, or `title` or `preamble` of the whole. */
  part: string;
  language: Language;
  sentence: string;
  reason: PriceReason;
}

interface Text {
  title: Localized;
  preamble: Localized;
  chapters: readonly Chapter[];
}

/**
 * Reads each sentence of a norm in each language and names those by which an association would set prices, margins, discounts,
 * formulas, output or markets for competitors (Anti-Monopoly Guide for Industry Associations, 2024). Prohibitions, clear marking and lawful
 * reporting pass. It reads patterns of words, not meaning: what it lets through is not thereby lawful.
 */
export const priceHits = ({ title, preamble, chapters }: Text): PriceHit[] =>
  partsOf({ title, preamble, chapters }).flatMap(({ part, text }) => languages.flatMap((language) => hitsIn(part, text[language], language)));

const partsOf = ({ title, preamble, chapters }: Text): { part: string; text: Localized }[] => [
  { part: "title", text: title },
  { part: "preamble", text: preamble },
  ...chapters.flatMap((chapter) => [
    { part: chapter.code, text: chapter.title },
    ...chapter.articles.flatMap((article) => [{ part: article.code, text: article.title }, { part: article.code, text: article.text }]),
  ]),
];

/** The sentences of one text that set what every competitor sets alone; one hit for each reason. */
export const hitsIn = (part: string, text: string, language: Language): PriceHit[] =>
  sentencesOf(text, language).flatMap((sentence) => priceReasons(sentence, language).map((reason) => ({ part, language, sentence, reason })));

/** Why a sentence may not stand in a norm; empty when it may. */
export const priceReasons = (sentence: string, language: Language): PriceReason[] =>
  language === "en" ? reasonsInEnglish(sentence) : reasonsInChinese(sentence);

/** Sentences as they are read. A point between figures ends none, nor does one after an abbreviation of a single letter or `No`. */
export const sentencesOf = (text: string, language: Language): string[] =>
  text
    .split(language === "en" ? /(?<=[!?])\s+|(?<=(?<!\b(?:[A-Za-z]|[Nn]o|[Aa]rt|e\.g|i\.e))\.)\s+|\n+/ : /(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
