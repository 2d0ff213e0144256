import type { Localized } from "../../kernel/language.ts";

/** Where the making of a text stands; whether an adopted one is in force is a matter of the day. */
export const TextState = { DRAFT: "DRAFT", CONSULTATION: "CONSULTATION", ADOPTED: "ADOPTED" } as const;
export type TextState = keyof typeof TextState;

/** One article: its code stays the same through all versions. */
export interface Article {
  code: string;
  title: Localized;
  text: Localized;
}

/** A standard of another house, cited by its number and never copied. */
export interface ExternalNorm {
  number: string;
  title: Localized;
}

export interface Chapter {
  code: string;
  title: Localized;
  articles: readonly Article[];
}

/** One version of a norm as the association adopts it. */
export interface NormDefinition {
  code: string;
  title: Localized;
  version: number;
  state: TextState;
  inForceOn: string;
  reviewDueOn: string | null;
  preamble: Localized;
  externalNorms: readonly ExternalNorm[];
  chapters: readonly Chapter[];
}

interface Dated {
  state: TextState;
  number: number;
  inForceOn: string | null;
}

/** The version that binds on a day: of those adopted and begun, the one that began last. */
export const versionInForce = <Version extends Dated>(versions: readonly Version[], day: string): Version | null =>
  versions
    .filter(({ state, inForceOn }) => state === "ADOPTED" && inForceOn !== null && inForceOn <= day)
    .reduce<Version | null>((last, version) => (last === null || follows(version, last) ? version : last), null);

const follows = (version: Dated, last: Dated): boolean =>
  version.inForceOn === last.inForceOn ? version.number > last.number : (version.inForceOn ?? "") > (last.inForceOn ?? "");

/** Codes that stand twice; an article is cited by its code alone. */
export function repeatedCodes({ chapters }: Pick<NormDefinition, "chapters">): string[] {
  const codes = chapters.flatMap(({ code, articles }) => [code, ...articles.map((article) => article.code)]);
  return codes.filter((code, index) => codes.indexOf(code) !== index);
}
