import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => (world = await openWorld({ now: new Date("2026-05-04T02:00:00Z") })));
afterAll(() => world.close());

const NORMS = `{ norms { id code inForce { number state inForceOn chapters { code title articles { code title text } } externalNorms { number } } versions { number } } }`;

interface Norms {
  norms: { id: string; code: string; inForce: { number: number; chapters: { code: string; articles: { code: string; text: Record<string, string> }[] }[] } | null }[];
}

test("anybody reads the norm in force, chapter by chapter, in three languages", async () => {
  const { data } = await world.stranger().run<Norms>(NORMS);
  const norm = data?.norms[0];
  expect(norm).toMatchObject({ code: "norm", inForce: { number: 1, state: "ADOPTED", inForceOn: "2026-01-01" }, versions: [{ number: 1 }] });
  expect(norm?.inForce?.chapters.map(({ code }) => code)).toEqual(["N1", "N2", "N3", "N4"]);
  const articles = norm?.inForce?.chapters.flatMap((chapter) => chapter.articles) ?? [];
  expect(articles.map(({ code }) => code)).toEqual([...articles.map(({ code }) => code)].sort());
  for (const { text } of articles) expect(Object.keys(text).sort()).toEqual(["en", "zh-Hans", "zh-Hant"]);
});

test("anybody reads the pledge in force, with a digest for each language", async () => {
  const { data } = await world.stranger().run<{ pledge: Record<string, string> }>(
    `{ pledge { number inForceOn clauses { code title duty prohibited checkedBy } hant: textDigest(language: ZH_HANT) hans: textDigest(language: ZH_HANS) en: textDigest(language: EN) } }`,
  );
  expect(data?.pledge).toMatchObject({ number: 1, inForceOn: "2026-01-01" });
  const { hant, hans, en } = data?.pledge ?? {};
  expect(new Set([hant, hans, en]).size).toBe(3);
});

test("a norm binds from the association's midnight on, not from Greenwich's", async () => {
  const inForce = async (instant: string) => {
    world.travelTo(instant);
    return (await world.stranger().run<Norms>(NORMS)).data?.norms[0]?.inForce?.number ?? null;
  };
  expect([await inForce("2025-12-31T15:59:59Z"), await inForce("2025-12-31T16:00:00Z")]).toEqual([null, 1]);
});

test("a draft is the association's alone until it is laid before the members", async () => {
  await world.database.asOwner(
    `insert into norm_version (id, norm_id, number, state, digest, preamble, external_norms)
     select 'nmv_01JD0000000000000000000000', id, 2, 'DRAFT', 'x', '{}', '[]' from norm`,
  );
  const versions = async (person: Person) =>
    (await person.run<{ norms: { versions: { number: number }[] }[] }>(NORMS)).data?.norms[0]?.versions.map(({ number }) => number);
  const node = `{ node(id: "nmv_01JD0000000000000000000000") { id } }`;
  expect(await versions(await world.officer())).toEqual([2, 1]);
  expect(await versions(world.stranger())).toEqual([1]);
  expect((await (await world.member()).run(node)).data).toEqual({ node: null });
});
