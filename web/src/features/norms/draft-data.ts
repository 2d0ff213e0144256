import { graphql } from "../../gql/index.ts";
import type { DraftPageQuery, NormDraftSaveInput } from "../../gql/graphql.ts";

export const DraftQuery = graphql(`
  query DraftPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on NormVersion {
        number standing revision title preamble reviewDueOn
        mayWrite: viewerMay(act: NORM_DRAFT)
        norm { id }
        externalNorms { number title }
        chapters { code title articles { code title text } }
      }
    }
  }
`);
export const DraftSave = graphql(`
  mutation DraftSave($id: ID!, $input: NormDraftSaveInput!) {
    normDraftSave(id: $id, input: $input) {
      version { id revision title preamble reviewDueOn externalNorms { number title } chapters { code title articles { code title text } } }
      problems { code path }
    }
  }
`);

export type DraftVersion = Extract<DraftPageQuery["node"], { __typename: "NormVersion" }>;
type Chapter = NormDraftSaveInput["chapters"][number];
type Article = Chapter["articles"][number];

/** The whole text as a save sends it. */
export const inputOf = ({ revision, title, preamble, reviewDueOn, externalNorms, chapters }: DraftVersion): NormDraftSaveInput => ({
  revision, title, preamble, reviewDueOn: reviewDueOn ?? null,
  externalNorms: externalNorms.map(({ number, title: name }) => ({ number, title: name })),
  chapters: chapters.map((chapter) => ({
    code: chapter.code, title: chapter.title, articles: chapter.articles.map(({ code, title: name, text }) => ({ code, title: name, text })),
  })),
});

/** The same with one article as it now reads; a new one stands last in its chapter, and one that changes chapters stands last in the new one. */
export function withArticle(input: NormDraftSaveInput, chapter: string, article: Article): NormDraftSaveInput {
  const stays = input.chapters.some(({ code, articles }) => code === chapter && articles.some((other) => other.code === article.code));
  return {
    ...input,
    chapters: input.chapters.map((each) => {
      if (each.code === chapter && stays) return { ...each, articles: each.articles.map((other) => (other.code === article.code ? article : other)) };
      const others = each.articles.filter(({ code }) => code === null || code !== article.code);
      return { ...each, articles: each.code === chapter ? [...others, article] : others };
    }),
  };
}

/** The same with one chapter's heading as it now reads; a new chapter stands last, with its first article. */
export const withChapter = (input: NormDraftSaveInput, chapter: Pick<Chapter, "title"> & { code: string | null }, first?: Article): NormDraftSaveInput => ({
  ...input,
  chapters:
    chapter.code === null
      ? [...input.chapters, { code: null, title: chapter.title, articles: first ? [first] : [] }]
      : input.chapters.map((each) => (each.code === chapter.code ? { ...each, title: chapter.title } : each)),
});

/** The same without a part; a chapter goes with its articles. */
export const withoutPart = (input: NormDraftSaveInput, part: string): NormDraftSaveInput => ({
  ...input,
  chapters: input.chapters.filter(({ code }) => code !== part).map((each) => ({ ...each, articles: each.articles.filter(({ code }) => code !== part) })),
});

/** The same with a part one place nearer to the beginning, among its own kind. */
export const withPartBefore = (input: NormDraftSaveInput, part: string): NormDraftSaveInput => ({
  ...input,
  chapters: forward(input.chapters, part).map((each) => ({ ...each, articles: forward(each.articles, part) })),
});

function forward<Part extends { code?: string | null | undefined }>(parts: readonly Part[], code: string): Part[] {
  const place = parts.findIndex((part) => part.code === code);
  const [before, moved] = [parts[place - 1], parts[place]];
  return place > 0 && before && moved ? [...parts.slice(0, place - 1), moved, before, ...parts.slice(place + 1)] : [...parts];
}
