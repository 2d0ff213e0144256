import type { Localized } from "../../lib/language.ts";
import type { DraftVersion } from "./draft-data.ts";

/** What a form of the draft is about. */
export interface DraftPart {
  kind: "chapter" | "article" | "newChapter" | "newArticle";
  /** Null for what is new. */
  code: string | null;
  /** What its page is named after: its own code, or for what is new the chapter's. */
  place: string;
  /** The chapter an article stands in, or is to stand in; null for a chapter. */
  chapter: string | null;
  title?: Localized;
  text?: Localized;
}

/** The part an address names; null when the draft has no such part. */
export function partOf({ chapters }: DraftVersion, address: string): DraftPart | null {
  if (address === "chapter") return { kind: "newChapter", code: null, place: "", chapter: null };
  const within = chapters.find(({ code }) => address === `in-${code}`);
  if (within) return { kind: "newArticle", code: null, place: within.code, chapter: within.code };
  const chapter = chapters.find(({ code }) => code === address);
  if (chapter) return { kind: "chapter", code: chapter.code, place: chapter.code, chapter: null, title: chapter.title };
  const home = chapters.find(({ articles }) => articles.some(({ code }) => code === address));
  const article = home?.articles.find(({ code }) => code === address);
  return home && article ? { kind: "article", code: article.code, place: article.code, chapter: home.code, title: article.title, text: article.text } : null;
}
