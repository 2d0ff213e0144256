import type { Person, World } from "./world.ts";

/** A text in three languages, for tests. */
export const inThree = (text: string) => ({ "zh-Hant": `${text}繁`, "zh-Hans": `${text}简`, en: text });

export interface NormWords {
  revision: number;
  title: Record<string, string>;
  preamble: Record<string, string>;
  reviewDueOn: string | null;
  externalNorms: { number: string; title: Record<string, string> }[];
  chapters: { code: string | null; title: Record<string, string>; articles: { code: string | null; title: Record<string, string>; text: Record<string, string> }[] }[];
}

export interface Made {
  version: { id: string; number: number; revision: number; standing: string } | null;
  problems: { code: string; path: string; article?: string }[];
}

const payload = "{ version { id number revision standing } problems { code path ... on RuleProblem { article } } }";

/** The acts upon a version of a norm, by their names in the contract. */
export const normActs = {
  begin: async (person: Person, normId: string) => act(person, "normDraftBegin", "$normId: ID!", "normId: $normId", { normId }),
  save: async (person: Person, id: string, input: NormWords) => act(person, "normDraftSave", "$id: ID!, $input: NormDraftSaveInput!", "id: $id, input: $input", { id, input }),
  open: async (person: Person, id: string, closesOn: string) => act(person, "normConsultationOpen", "$id: ID!, $closesOn: Date!", "id: $id, closesOn: $closesOn", { id, closesOn }),
  back: async (person: Person, id: string, reason = "Other words.") => act(person, "normDraftReturn", "$id: ID!, $reason: String!", "id: $id, reason: $reason", { id, reason }),
  justify: async (person: Person, id: string, reason = "It only tells of the law.") => act(person, "normPriceHitsAccept", "$id: ID!, $reason: String!", "id: $id, reason: $reason", { id, reason }),
  adopt: async (person: Person, id: string, inForceOn: string) => act(person, "normAdopt", "$id: ID!, $inForceOn: Date!", "id: $id, inForceOn: $inForceOn", { id, inForceOn }),
};

async function act(person: Person, name: string, declared: string, given: string, variables: Record<string, unknown>): Promise<Made> {
  const { data, errors } = await person.run<Record<string, Made>>(`mutation (${declared}) { ${name}(${given}) ${payload} }`, variables);
  const made = data?.[name];
  if (!made) throw new Error(`${name} was denied: ${JSON.stringify(errors)}`);
  return made;
}

/** The id of the association's norm. */
export async function normOf(world: World): Promise<string> {
  const { data } = await world.stranger().run<{ norms: { id: string }[] }>("{ norms { id } }");
  return data?.norms[0]?.id ?? "";
}

/** The words of a version as an officer would save them again. */
export async function wordsOf(person: Person, id: string): Promise<NormWords> {
  const { data } = await person.run<{ node: NormWords }>(
    `query ($id: ID!) { node(id: $id) { ... on NormVersion { revision title preamble reviewDueOn externalNorms { number title } chapters { code title articles { code title text } } } } }`,
    { id },
  );
  if (!data?.node) throw new Error("There is no such version.");
  return data.node;
}

/** The words with one more article at the end of a chapter. */
export const withArticle = (words: NormWords, chapter: string, text: string, translations: Record<string, string> = {}): NormWords => ({
  ...words,
  chapters: words.chapters.map((each) =>
    each.code === chapter ? { ...each, articles: [...each.articles, { code: null, title: inThree("New"), text: { ...inThree(text), ...translations } }] } : each,
  ),
});
