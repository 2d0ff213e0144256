import { dayInWords, periodInWords } from "../../kernel/in-words.ts";
import { type Language, languages, type Localized } from "../../kernel/language.ts";
import { isDay } from "../../kernel/period.ts";
import type { EntryKind } from "./ledger-scheme.rules.ts";

const none: Localized = { "zh-Hant": "無", "zh-Hans": "无", en: "none" };

/** An entry in words: the sentence of its kind with its facts filled in. A placeholder nobody fills stays visible, so that a broken kind is seen. */
export function entryInWords({ words }: Pick<EntryKind, "words">, facts: Readonly<Record<string, unknown>>): Localized {
  return inAll((language) => words[language].replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? written(facts[name], language) : whole)));
}

/** Days, periods and texts in three languages are known by their form; everything else stands as it is. */
function written(value: unknown, language: Language): string {
  if (value === null || value === undefined) return none[language];
  if (typeof value === "object") return String((value as Localized)[language]);
  const text = String(value as string | number);
  return isDay(text) ? dayInWords(text, language) : periodInWords(text, language);
}

const inAll = (write: (language: Language) => string): Localized => Object.fromEntries(languages.map((language) => [language, write(language)])) as Localized;
