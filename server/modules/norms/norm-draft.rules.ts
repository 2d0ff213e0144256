import { languages, type Localized } from "../../kernel/language.ts";
import { isDay } from "../../kernel/period.ts";
import { asRead, asReadOnOneLine } from "../../kernel/plain-text.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import { type Chapter, type ExternalNorm, repeatedCodes } from "./norm.rules.ts";

/** An article as an officer writes it: with the code it had, or without one while it is new. */
export interface DraftArticle {
  code: string | null;
  title: Localized;
  text: Localized;
}

export interface DraftChapter {
  code: string | null;
  title: Localized;
  articles: readonly DraftArticle[];
}

/** What an officer writes of a version. */
export interface NormDraft {
  title: Localized;
  preamble: Localized;
  reviewDueOn: string | null;
  externalNorms: readonly ExternalNorm[];
  chapters: readonly DraftChapter[];
}

/** The same with every code given. */
export interface NormText extends NormDraft {
  chapters: readonly Chapter[];
}

interface Fault {
  code: ProblemCode;
  path: string;
}

const most = { chapters: 30, articles: 60, externalNorms: 40 };
/** In characters, of each language. */
const longest = { title: 200, text: 4000, number: 60 };

/** Everything at fault in a draft; `current` are the codes its parts may bear: those of the version it follows and its own. */
export function draftFaults(draft: NormDraft, current: ReadonlySet<string>): Fault[] {
  const { title, preamble, reviewDueOn, externalNorms, chapters } = draft;
  return [
    ...words(title, "title", longest.title),
    ...words(preamble, "preamble", longest.text),
    ...(reviewDueOn === null || isDay(reviewDueOn) ? [] : [{ code: "INVALID" as const, path: "reviewDueOn" }]),
    ...count(externalNorms, "externalNorms", most.externalNorms, false),
    ...externalNorms.flatMap((norm, place) => [
      ...line(norm.number, `externalNorms.${place}.number`, longest.number),
      ...words(norm.title, `externalNorms.${place}.title`, longest.title),
    ]),
    ...count(chapters, "chapters", most.chapters),
    ...chapters.flatMap((chapter, place) => chapterFaults(chapter, `chapters.${place}`, current)),
    ...repeated(draft),
  ];
}

const chapterFaults = ({ code, title, articles }: DraftChapter, path: string, current: ReadonlySet<string>): Fault[] => [
  ...known(code, path, /^N\d+$/, current),
  ...words(title, `${path}.title`, longest.title),
  ...count(articles, `${path}.articles`, most.articles),
  ...articles.flatMap((article, place) => [
    ...known(article.code, `${path}.articles.${place}`, /^N\d+\.\d+$/, current),
    ...words(article.title, `${path}.articles.${place}.title`, longest.title),
    ...words(article.text, `${path}.articles.${place}.text`, longest.text),
  ]),
];

const known = (code: string | null, path: string, form: RegExp, current: ReadonlySet<string>): Fault[] =>
  code === null || (form.test(code) && current.has(code)) ? [] : [{ code: "CODE_RETIRED", path: `${path}.code` }];

const repeated = ({ chapters }: NormDraft): Fault[] =>
  repeatedCodes({ chapters: chapters.map(({ code, articles, ...chapter }) => ({ ...chapter, code: code ?? "", articles: articles.map((article) => ({ ...article, code: article.code ?? "" })) })) })
    .filter((code) => code !== "")
    .map((code) => ({ code: "CODE_TWICE", path: code }));

function count(parts: readonly unknown[], path: string, limit: number, some = true): Fault[] {
  if (some && parts.length === 0) return [{ code: "REQUIRED", path }];
  return parts.length > limit ? [{ code: "TOO_MANY", path }] : [];
}

const words = (text: Localized, path: string, limit: number): Fault[] => languages.flatMap((language) => line(text[language], `${path}.${language}`, limit));

function line(text: string, path: string, limit: number): Fault[] {
  if (asRead(text).trim() === "") return [{ code: "REQUIRED", path }];
  return text.length > limit ? [{ code: "TOO_LONG", path }] : [];
}

/** The draft as it is kept: without what nobody sees, titles on one line, and with a code for every part that had none. `used` are all codes ever given in this norm. */
export function coded({ chapters, ...draft }: NormDraft, used: ReadonlySet<string>): NormText {
  const given = new Set(used);
  return {
    title: titled(draft.title),
    preamble: plain(draft.preamble),
    reviewDueOn: draft.reviewDueOn,
    externalNorms: draft.externalNorms.map(({ number, title }) => ({ number: asReadOnOneLine(number).trim(), title: titled(title) })),
    chapters: chapters.map((chapter) => {
      const code = chapter.code ?? nextCode("N", given);
      const articles = chapter.articles.map((article) => ({ code: article.code ?? nextCode(`${code}.`, given), title: titled(article.title), text: plain(article.text) }));
      return { code, title: titled(chapter.title), articles };
    }),
  };
}

/** The code after the highest ever given under a stem such as `N` or `N3.`; it counts as given from then on. */
function nextCode(stem: string, given: Set<string>): string {
  const numbers = [...given].filter((code) => code.startsWith(stem)).map((code) => code.slice(stem.length)).filter((rest) => /^\d+$/.test(rest)).map(Number);
  const code = `${stem}${Math.max(0, ...numbers) + 1}`;
  given.add(code);
  return code;
}

const inAll = (text: Localized, change: (words: string) => string): Localized => ({ "zh-Hant": change(text["zh-Hant"]), "zh-Hans": change(text["zh-Hans"]), en: change(text.en) });
const plain = (text: Localized): Localized => inAll(text, (words) => asRead(words).trim());
const titled = (text: Localized): Localized => inAll(text, (words) => asReadOnOneLine(words).trim());

/** The codes of all chapters and articles, in order. */
export const codesOf = (chapters: readonly Chapter[]): string[] => chapters.flatMap(({ code, articles }) => [code, ...articles.map((article) => article.code)]);
