import { afterAll, beforeAll, expect, test } from "vitest";
import { statementsDuring } from "../../support/statements.ts";
import { normActs, normOf } from "../../support/norms.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { standAs } from "../../support/standing.ts";

let world: World;
let id = "";
let all: string[] = [];
let officer: Person;
let [acme, rival]: Person[] = [];

const NOTE = `mutation ($id: ID!, $articles: [String!]!) { normReadingNote(versionId: $id, articles: $articles) { version { id readArticles } problems { code path } } }`;
const BOARD = `query ($id: ID!, $first: Int!, $after: String) { normReadingTotals(versionId: $id) { all part none }
  normReadership(versionId: $id, first: $first, after: $after) { totalCount pageInfo { endCursor } edges { node { read articles share member { number } readers { articles } } } } }`;

interface Board {
  normReadingTotals: object;
  normReadership: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: { read: number; articles: number; share: string; member: { number: number }; readers: { articles: string[] }[] } }[] };
}

const of = (person: Person | undefined): Person => {
  if (!person) throw new Error("Nobody is there.");
  return person;
};
const note = async (person: Person, articles: string[], version = id) =>
  (await person.run<{ normReadingNote: { version: { readArticles: string[] } | null; problems: { code: string; path: string }[] } }>(NOTE, { id: version, articles })).data?.normReadingNote;
const board = async (first = 50, after: string | null = null) => (await officer.run<Board>(BOARD, { id, first, after })).data;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T02:00:00Z") });
  officer = await world.officer();
  [acme, rival] = [await world.member(), await world.member()];
  const { data } = await world.stranger().run<{ norms: { inForce: { id: string; chapters: { articles: { code: string }[] }[] } }[] }>("{ norms { inForce { id chapters { articles { code } } } } }");
  id = data?.norms[0]?.inForce.id ?? "";
  all = data?.norms[0]?.inForce.chapters.flatMap(({ articles }) => articles.map(({ code }) => code)) ?? [];
});
afterAll(() => world.close());

test("what a person has read to its end is noted once, and each person sees their own", async () => {
  expect(await note(of(acme), ["N1.1", "N1.2", "N1.1"])).toMatchObject({ problems: [], version: { readArticles: ["N1.1", "N1.2"] } });
  world.travel(60_000);
  expect(await note(of(acme), ["N1.2", "N3.1"])).toMatchObject({ version: { readArticles: ["N1.1", "N1.2", "N3.1"] } });
  const colleague = await world.member({ memberId: of(acme).actor.memberId ?? "", role: "MEMBER_EDITOR" });
  expect(await note(colleague, ["N3.1", "N4.1"])).toMatchObject({ version: { readArticles: ["N3.1", "N4.1"] } });
  const before = await world.announced("norm.articles-read");
  await note(of(acme), ["N1.1"]);
  expect(await world.announced("norm.articles-read")).toEqual(before);
});

test("nothing is noted of articles the version has not, of drafts, without an article, and by whom it does not concern", async () => {
  expect((await note(of(acme), ["N1.1", "N9.9"]))?.problems).toEqual([{ code: "NOT_FOUND", path: "articles.1" }]);
  expect((await note(of(acme), []))?.problems).toEqual([{ code: "REQUIRED", path: "articles" }]);
  const draft = (await normActs.begin(officer, await normOf(world))).version?.id ?? "";
  await normActs.open(officer, draft, "2026-05-31");
  expect((await note(of(acme), ["N1.1"], draft))?.problems).toEqual([{ code: "NOT_FOUND", path: "versionId" }]);
  const left = await world.member();
  await standAs(world.database, "LAPSED", left.actor.memberId);
  expect((await note(left, ["N1.1"]))?.problems.map(({ code }) => code)).toEqual(["NOT_A_MEMBER_NOW"]);
  expect((await officer.run(NOTE, { id, articles: ["N1.1"] })).errors[0]?.code).toBe("FORBIDDEN");
});

test("the association sees at a glance which member has read how much, and who of it", async () => {
  await note(of(rival), all);
  const seen = await board();
  expect(seen?.normReadingTotals).toEqual({ all: 1, part: 1, none: 0 });
  const [first, second] = seen?.normReadership.edges.map(({ node }) => node) ?? [];
  expect(first).toMatchObject({ read: 4, articles: all.length, share: "15.3", readers: expect.arrayContaining([{ articles: ["N1.1", "N1.2", "N3.1"] }, { articles: ["N3.1", "N4.1"] }]) as object });
  expect(second).toMatchObject({ read: all.length, share: "100", readers: [{ articles: all }] });
});

test("the list comes in pages at the same cost whatever their length", async () => {
  const page = await board(1);
  expect(page?.normReadership.totalCount).toBe(2);
  expect((await board(1, page?.normReadership.pageInfo.endCursor))?.normReadership.edges).toHaveLength(1);
  const short = await statementsDuring(() => board(1));
  expect((await statementsDuring(() => board(2))).length).toBe(short.length);
});

test("no member sees what another has read, not even past the application", async () => {
  expect((await of(rival).run(BOARD, { id, first: 1 })).errors[0]?.code).toBe("FORBIDDEN");
  const ctx = world.contextOf(of(rival).actor);
  const rows = await ctx.rows<{ memberId: string }>(`select distinct member_id as "memberId" from norm_reading`).finally(() => ctx.endReads());
  expect(rows).toEqual([{ memberId: of(rival).actor.memberId }]);
  await expect(world.database.asOwner("delete from norm_reading")).rejects.toThrow(/never rewritten/);
});
