import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inThree, normActs, normOf, withArticle, wordsOf } from "../../support/norms.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
let norm: string;
let officer: Person;
let second: Person;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T02:00:00Z") });
  norm = await normOf(world);
  [officer, second] = [await world.officer(), await world.officer()];
});
afterAll(() => world.close());

const versionOf = (id: string) =>
  world.officer().then((person) => person.run<{ node: Record<string, unknown> }>(`query ($id: ID!) { node(id: $id) { ... on NormVersion { state standing inForceOn adoptedOn digest number } } }`, { id })).then(({ data }) => data?.node);
const inForce = async () => (await world.stranger().run<{ norm: { inForce: { number: number } } }>(`query ($id: ID!) { norm(id: $id) { inForce { number } } }`, { id: norm })).data?.norm.inForce.number;

describe("a version", () => {
  let id = "";
  beforeAll(async () => (id = (await normActs.begin(officer, norm)).version?.id ?? ""));

  test("begins with the words in force, and only once at a time", async () => {
    const { chapters } = await wordsOf(officer, id);
    expect(chapters.map(({ code }) => code)).toEqual(["N1", "N2", "N3", "N4"]);
    expect(chapters[0]?.articles.map(({ code }) => code)).toEqual(["N1.1", "N1.2", "N1.3", "N1.4", "N1.5", "N1.6"]);
    expect((await normActs.begin(second, norm)).problems).toEqual([{ code: "DRAFT_EXISTS", path: "normId" }]);
    expect((await normActs.begin(officer, "nrm_01JD0000000000000000000000")).problems).toEqual([{ code: "NOT_FOUND", path: "normId" }]);
  });

  test("gives a new article the next code, which is never given again once it was removed", async () => {
    const first = await normActs.save(officer, id, withArticle(await wordsOf(officer, id), "N1", "Goods are weighed."));
    expect(first).toMatchObject({ problems: [], version: { revision: 2 } });
    const words = await wordsOf(officer, id);
    expect(words.chapters[0]?.articles.at(-1)?.code).toBe("N1.7");

    const without = { ...words, chapters: words.chapters.map((chapter) => ({ ...chapter, articles: chapter.articles.filter(({ code }) => code !== "N1.7" && code !== "N2.2") })) };
    expect((await normActs.save(second, id, without)).problems).toEqual([]);
    const again = withArticle(await wordsOf(officer, id), "N1", "Goods are counted.");
    expect((await normActs.save(officer, id, again)).problems).toEqual([]);
    expect((await wordsOf(officer, id)).chapters[0]?.articles.map(({ code }) => code)).toEqual(["N1.1", "N1.2", "N1.3", "N1.4", "N1.5", "N1.6", "N1.8"]);
  });

  test("takes back an article of the version in force under its code, but no code that was never its own, and no code twice", async () => {
    const words = await wordsOf(officer, id);
    const [chapter] = words.chapters;
    const old = { code: "N2.2", title: inThree("Terms"), text: inThree("Terms are clear.") };
    const withCode = (code: string) => ({ ...words, chapters: words.chapters.map((each) => (each.code === "N2" ? { ...each, articles: [...each.articles, { ...old, code }] } : each)) });
    expect((await normActs.save(officer, id, withCode("N1.7"))).problems.map(({ code }) => code)).toEqual(["CODE_RETIRED"]);
    expect((await normActs.save(officer, id, withCode("N9.1"))).problems.map(({ code }) => code)).toEqual(["CODE_RETIRED"]);
    expect((await normActs.save(officer, id, withCode("N1.1"))).problems).toEqual([{ code: "CODE_TWICE", path: "input.N1.1" }]);
    expect((await normActs.save(officer, id, withCode("N2.2"))).problems).toEqual([]);
    expect(chapter?.code).toBe("N1");
  });

  test("is saved only on the revision that was seen, and with words in all three languages", async () => {
    const words = await wordsOf(officer, id);
    expect((await normActs.save(officer, id, { ...words, revision: words.revision - 1 })).problems).toEqual([{ code: "CONFLICT", path: "input.revision" }]);
    const empty = withArticle(words, "N1", "Goods are weighed.", { "zh-Hans": " " });
    expect((await normActs.save(officer, id, empty)).problems).toEqual([{ code: "REQUIRED", path: "input.chapters.0.articles.7.text.zh-Hans" }]);
    expect((await normActs.save(officer, id, { ...words, chapters: [] })).problems).toEqual([{ code: "REQUIRED", path: "input.chapters" }]);
    expect((await normActs.save(officer, "nmv_01JD0000000000000000000000", words)).problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
  });

  test("is nobody's but the association's while it is a draft", async () => {
    const node = `query ($id: ID!) { node(id: $id) { id } }`;
    const member = await world.member();
    for (const person of [member, world.stranger(), await world.regulator()]) expect((await person.run(node, { id })).data).toEqual({ node: null });
    expect((await world.stranger().run<{ norms: { inMaking: unknown }[] }>("{ norms { inMaking { id } versions { number } } }")).data?.norms[0]).toEqual({ inMaking: null, versions: [{ number: 1 }] });
    expect((await member.run(`mutation { normDraftBegin(normId: "${norm}") { problems { code } } }`)).errors[0]?.code).toBe("FORBIDDEN");
  });

  test("cannot be adopted past the consultation, nor the consultation be cut short, by any route", async () => {
    expect((await normActs.adopt(officer, id, "2026-07-01")).problems).toEqual([{ code: "NORM_STATE", path: "id" }]);
    expect((await normActs.back(officer, id)).problems).toEqual([{ code: "NORM_STATE", path: "id" }]);
    expect((await normActs.open(officer, id, "2026-05-03")).problems).toEqual([{ code: "DAY_PASSED", path: "closesOn" }]);
    await expect(world.database.asOwner("update norm_version set state = 'ADOPTED', in_force_on = '2026-07-01' where id = $1", [id])).rejects.toThrow(/skips no step/);
    expect((await normActs.open(officer, id, "2026-05-31")).version?.standing).toBe("CONSULTATION");
    world.travelTo("2026-05-31T15:59:00Z");
    expect((await normActs.adopt(await world.officer(), id, "2026-07-01")).problems).toEqual([{ code: "CONSULTATION_OPEN", path: "id" }]);
    await expect(world.database.asOwner("update norm_version set state = 'ADOPTED', in_force_on = '2026-07-01' where id = $1", [id])).rejects.toThrow(/norm_version_adopted/);
  });

  test("keeps the words that were laid before the members", async () => {
    const words = await wordsOf(officer, id);
    expect((await normActs.save(officer, id, words)).problems).toEqual([{ code: "NORM_STATE", path: "id" }]);
    expect((await normActs.open(officer, id, "2026-08-01")).problems).toEqual([{ code: "NORM_STATE", path: "id" }]);
    await expect(world.database.asOwner("update norm_version set preamble = '{}' where id = $1", [id])).rejects.toThrow(/laid before the members/);
    expect((await world.stranger().run<{ node: unknown }>(`query ($id: ID!) { node(id: $id) { id ... on NormVersion { standing } } }`, { id })).data?.node).toEqual({ id, standing: "CONSULTATION" });
  });

  test("taken back becomes a draft, and goes through the consultation anew", async () => {
    world.travelTo("2026-06-01T02:00:00Z");
    const fresh = await world.officer();
    expect((await versionOf(id))?.["standing"]).toBe("CONSULTED");
    expect((await normActs.back(fresh, id, " ")).problems).toEqual([{ code: "REQUIRED", path: "reason" }]);
    expect((await normActs.back(fresh, id)).version?.standing).toBe("DRAFT");
    expect((await normActs.adopt(fresh, id, "2026-07-01")).problems).toEqual([{ code: "NORM_STATE", path: "id" }]);
    expect((await normActs.open(fresh, id, "2026-06-10")).version?.standing).toBe("CONSULTATION");
  });

  test("adopted binds from its day on and supersedes the one before, without anybody doing anything", async () => {
    world.travelTo("2026-06-11T02:00:00Z");
    const fresh = await world.officer();
    expect((await normActs.adopt(fresh, id, "2026-06-10")).problems).toEqual([{ code: "DAY_PASSED", path: "inForceOn" }]);
    expect((await normActs.adopt(fresh, id, "2026-07-01"))).toMatchObject({ problems: [], version: { standing: "ADOPTED" } });
    expect(await inForce()).toBe(1);
    world.travelTo("2026-06-30T16:00:00Z");
    expect(await inForce()).toBe(2);
    expect(await versionOf(id)).toMatchObject({ standing: "IN_FORCE", adoptedOn: "2026-06-11", number: 2 });
    const { data } = await world.stranger().run<{ norms: { versions: { number: number; standing: string }[] }[] }>("{ norms { versions { number standing } } }");
    expect(data?.norms[0]?.versions).toEqual([{ number: 2, standing: "IN_FORCE" }, { number: 1, standing: "SUPERSEDED" }]);
    expect((await wordsOf(world.stranger(), id)).chapters[0]?.articles.map(({ code }) => code)).toEqual(["N1.1", "N1.2", "N1.3", "N1.4", "N1.5", "N1.6", "N1.8"]);
  });

  test("adopted is never rewritten, nor taken back, nor deleted, not even by the database's owner", async () => {
    expect((await normActs.back(await world.officer(), id)).problems).toEqual([{ code: "NORM_STATE", path: "id" }]);
    for (const change of ["update norm_version set preamble = '{}'", "update norm_version set state = 'DRAFT'", "delete from norm_version", "update norm_version set in_force_on = '2020-01-01'"]) {
      await expect(world.database.asOwner(change), change).rejects.toThrow(/never rewritten/);
    }
    await expect(world.database.asOwner("truncate norm_version cascade")).rejects.toThrow(/never rewritten/);
  });

  test("leaves every step in the journal", async () => {
    const acts = await world.database.asOwner<{ act: string }>("select act from journal_entry where record = $1 order by seq", [id]);
    expect(acts.map(({ act }) => act)).toEqual([
      "norm.draft-begun", "norm.draft-saved", "norm.draft-saved", "norm.draft-saved", "norm.draft-saved", "norm.consultation-opened", "norm.draft-returned",
      "norm.consultation-opened", "norm.adopted",
    ]);
  });
});

describe("the next version", () => {
  let id = "";

  test("goes on from the last one adopted, and remembers every code of all versions", async () => {
    officer = await world.officer();
    id = (await normActs.begin(officer, norm)).version?.id ?? "";
    const words = await wordsOf(officer, id);
    expect((await normActs.save(officer, id, withArticle(words, "N1", "Goods are clean."))).problems).toEqual([]);
    expect((await wordsOf(officer, id)).chapters[0]?.articles.at(-1)?.code).toBe("N1.9");
  });

  test("begins after the last one adopted, never on its day or before", async () => {
    await normActs.open(officer, id, "2026-07-01");
    world.travelTo("2026-07-02T02:00:00Z");
    const fresh = await world.officer();
    expect((await normActs.adopt(fresh, id, "2026-07-02")).problems).toEqual([]);
    const next = (await normActs.begin(fresh, norm)).version?.id ?? "";
    await normActs.open(fresh, next, "2026-07-02");
    world.travelTo("2026-07-03T02:00:00Z");
    await world.database.asOwner("insert into norm_version (id, norm_id, number, state, in_force_on, digest, preamble, external_norms) select 'nmv_01JD0000000000000000000009', id, 99, 'ADOPTED', '2026-09-01', 'x', '{}', '[]' from norm");
    expect((await normActs.adopt(await world.officer(), next, "2026-09-01")).problems).toEqual([{ code: "BEFORE_LAST_VERSION", path: "inForceOn" }]);
    expect((await normActs.adopt(await world.officer(), next, "2026-09-02")).problems).toEqual([]);
  });
});

test("a norm is due for review when the day it set itself has come", async () => {
  const due = async () => (await world.stranger().run<{ norms: { isReviewDue: boolean }[] }>("{ norms { isReviewDue } }")).data?.norms.map(({ isReviewDue }) => isReviewDue);
  const fresh = await openWorld({ now: new Date("2027-12-30T15:59:00Z") });
  try {
    const asked = async () => (await fresh.stranger().run<{ norms: { isReviewDue: boolean }[] }>("{ norms { isReviewDue } }")).data?.norms;
    expect(await asked()).toEqual([{ isReviewDue: false }]);
    fresh.travelTo("2027-12-30T16:00:00Z");
    expect(await asked()).toEqual([{ isReviewDue: true }]);
  } finally {
    await fresh.close();
  }
  expect(await due()).toEqual([false]);
});
