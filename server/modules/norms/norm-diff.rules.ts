import type { Language } from "../../kernel/language.ts";
import type { NormText } from "./norm-draft.rules.ts";
import type { Article, Chapter } from "./norm.rules.ts";
import { type Piece, textDiff } from "./text-diff.rules.ts";

/** What became of a chapter or an article between two versions. */
export const PartChange = { SAME: "SAME", CHANGED: "CHANGED", ADDED: "ADDED", REMOVED: "REMOVED" } as const;
export type PartChange = keyof typeof PartChange;

/** One chapter or article in both versions, found by its code. */
export interface PartDiff {
  code: string;
  /** The code of the chapter it stands in now, or stood in; null for a chapter. */
  chapter: string | null;
  change: PartChange;
  /** Whether it stands in another chapter, or in another order among the others. */
  isMoved: boolean;
  title: Piece[];
  /** Empty for a chapter. */
  text: Piece[];
}

export interface NormDiff {
  title: Piece[];
  preamble: Piece[];
  parts: PartDiff[];
}

type Words = Pick<NormText, "title" | "preamble" | "chapters">;

interface Part extends Article {
  chapter: string | null;
}

/** Two versions side by side in one language, in the order of the second; what was removed stands where it stood. */
export function normDiff(before: Words, after: Words, language: Language): NormDiff {
  const [from, to] = [partsOf(before.chapters), partsOf(after.chapters)];
  const [was, is] = [byCode(from), byCode(to)];
  const moved = movedParts(from, to);
  const diff = (part: Part): PartDiff => comparison(was.get(part.code), is.get(part.code), language, moved.has(part.code));
  return {
    title: textDiff(before.title[language], after.title[language], language),
    preamble: textDiff(before.preamble[language], after.preamble[language], language),
    parts: merged(from, to).map(diff),
  };
}

const partsOf = (chapters: readonly Chapter[]): Part[] =>
  chapters.flatMap(({ code, title, articles }) => [
    { code, title, text: { "zh-Hant": "", "zh-Hans": "", en: "" }, chapter: null },
    ...articles.map((article) => ({ ...article, chapter: code })),
  ]);

const byCode = (parts: readonly Part[]) => new Map(parts.map((part) => [part.code, part]));

function comparison(was: Part | undefined, is: Part | undefined, language: Language, isMoved: boolean): PartDiff {
  const part = is ?? was;
  if (part === undefined) throw new Error("A part is compared that stands in neither version.");
  const words = (of: Part | undefined, field: "title" | "text") => of?.[field][language] ?? "";
  const title = textDiff(words(was, "title"), words(is, "title"), language);
  const text = textDiff(words(was, "text"), words(is, "text"), language);
  return { code: part.code, chapter: part.chapter, change: changeOf(was, is, [...title, ...text]), isMoved, title, text };
}

function changeOf(was: Part | undefined, is: Part | undefined, pieces: readonly Piece[]): PartChange {
  if (was === undefined) return "ADDED";
  if (is === undefined) return "REMOVED";
  return pieces.every(({ change }) => change === "SAME") ? "SAME" : "CHANGED";
}

/** The parts of the second version in its order, each removed one behind whatever stood before it. */
function merged(from: readonly Part[], to: readonly Part[]): Part[] {
  const kept = new Set(to.map(({ code }) => code));
  const removed = new Map<string, Part[]>();
  let behind = "";
  for (const part of from) {
    if (kept.has(part.code)) behind = part.code;
    else removed.set(behind, [...(removed.get(behind) ?? []), part]);
  }
  return [...(removed.get("") ?? []), ...to.flatMap((part) => [part, ...(removed.get(part.code) ?? [])])];
}

/** The codes in both versions that stand in another chapter, or outside the longest row of parts whose order was kept. */
function movedParts(from: readonly Part[], to: readonly Part[]): Set<string> {
  const places = new Map(from.map(({ code }, place) => [code, place]));
  const chapters = new Map(from.map(({ code, chapter }) => [code, chapter]));
  const common = to.filter(({ code }) => places.has(code));
  const inOrder = longestRising(common.map(({ code }) => places.get(code) ?? 0));
  return new Set(common.filter(({ code, chapter }, place) => chapters.get(code) !== chapter || !inOrder.has(place)).map(({ code }) => code));
}

/** The length of the longest rising run that ends at a place, and the place before it in that run; -1 at its beginning. */
interface Run {
  length: number;
  before: number;
}

/** The longest run that ends with a number, given those of all numbers before it. */
const longestBefore = (number: number, numbers: readonly number[], runs: readonly Run[]): Run =>
  runs.reduce<Run>((best, { length }, place) => ((numbers[place] ?? 0) < number && length >= best.length ? { length: length + 1, before: place } : best), { length: 1, before: -1 });

/** The places of a longest rising run among numbers that all differ. */
function longestRising(numbers: readonly number[]): Set<number> {
  const runs: Run[] = [];
  for (const number of numbers) runs.push(longestBefore(number, numbers, runs));
  const longest = Math.max(0, ...runs.map(({ length }) => length));
  const inRun = new Set<number>();
  for (let place = runs.findIndex(({ length }) => length === longest); place >= 0; place = runs[place]?.before ?? -1) inRun.add(place);
  return inRun;
}
