import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadReferenceData } from "../../../seeds/reference/load.ts";
import { normsPart } from "../../../seeds/reference/norms.part.ts";
import { normActs, normOf, withArticle, wordsOf } from "../../support/norms.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
let id = "";
let [writer, adopter, second, panel]: Person[] = [];

const forbidden = "Members sell at the price published by the association.";
const adoption = async (person: Person) =>
  (await person.run<{ normAdoption: { hits: object[]; opinion: object | null } }>(
    `query ($id: ID!) { normAdoption(id: $id) { hits { part language sentence reason } opinion { reason } commentCount answerCount unanswered { id } } }`, { id },
  )).data?.normAdoption;

/** People whose identity was proved on the day it is now. */
const proved = (person: Person): Person => world.as({ ...person.actor, steppedUpUntil: new Date(world.now().getTime() + 60_000) });
const of = (person: Person | undefined): Person => {
  if (!person) throw new Error("Nobody is there.");
  return proved(person);
};

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T02:00:00Z") });
  [writer, adopter, second, panel] = [await world.officer(), await world.officer(), await world.officer(), await world.panel()];
  id = (await normActs.begin(of(writer), await normOf(world))).version?.id ?? "";
  await normActs.save(of(writer), id, withArticle(await wordsOf(of(writer), id), "N3", "Members mark their prices.", { en: `Members mark their prices. ${forbidden}` }));
  await normActs.open(of(writer), id, "2026-05-10");
  world.travelTo("2026-05-11T02:00:00Z");
});
afterAll(() => world.close());

describe("a sentence that sets prices", () => {
  test("is shown to whoever looks at the version on its way, with article, language and reason", async () => {
    expect(await adoption(of(panel))).toEqual({
      hits: [{ part: "N3.7", language: "EN", sentence: forbidden, reason: "PRICE" }], opinion: null, commentCount: 0, answerCount: 0, unanswered: [],
    });
  });

  test("stands in the way of the adoption, and is named by its article", async () => {
    expect((await normActs.adopt(of(adopter), id, "2026-07-01")).problems).toEqual([{ code: "PRICE_SETTING", path: "N3.7.en", article: "N3.7" }]);
  });

  test("is justified by nobody who wrote it, and never without a reason", async () => {
    expect((await normActs.justify(of(writer), id)).problems).toEqual([{ code: "OWN_DRAFT", path: "id" }]);
    expect((await normActs.justify(of(second), id, "  ")).problems).toEqual([{ code: "REQUIRED", path: "reason" }]);
    expect((await normActs.justify(of(second), "nmv_01JD0000000000000000000000")).problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
    const denied = await (await world.member()).run(`mutation { normPriceHitsAccept(id: "${id}", reason: "x") { problems { code } } }`);
    expect(denied.errors[0]?.code).toBe("FORBIDDEN");
  });

  test("justified by a second person does not let that person adopt it, but lets another", async () => {
    expect((await normActs.justify(of(second), id, "It only repeats the law.")).problems).toEqual([]);
    expect((await normActs.justify(of(panel), id)).problems).toEqual([{ code: "ALREADY_JUSTIFIED", path: "id" }]);
    expect((await normActs.adopt(of(second), id, "2026-07-01")).problems.map(({ code }) => code)).toEqual(["PRICE_SETTING"]);
    expect(await adoption(of(writer))).toMatchObject({ opinion: { reason: "It only repeats the law." } });
  });

  test("written otherwise needs another opinion", async () => {
    expect((await normActs.back(of(writer), id)).problems).toEqual([]);
    await normActs.save(of(writer), id, withArticle(await wordsOf(of(writer), id), "N3", "Quotations are kept."));
    expect((await normActs.save(of(adopter), id, await wordsOf(of(adopter), id))).problems).toEqual([]);
    await normActs.open(of(writer), id, "2026-05-20");
    world.travelTo("2026-05-21T02:00:00Z");
    expect(await adoption(of(writer))).toMatchObject({ opinion: null });
    expect((await normActs.adopt(of(second), id, "2026-07-01")).problems.map(({ code }) => code)).toEqual(["PRICE_SETTING"]);
    expect((await normActs.justify(of(adopter), id)).problems).toEqual([{ code: "OWN_DRAFT", path: "id" }]);
  });

  test("is adopted with both on record: what was found, who justified it, who adopted it", async () => {
    expect((await normActs.justify(of(panel), id, "It only repeats the law.")).problems).toEqual([]);
    expect((await normActs.adopt(of(writer), id, "2026-07-01")).problems).toEqual([]);
    const [row] = await world.database.asOwner(
      "select v.adopted_by, v.price_hits, o.user_id, o.reason, o.hits from norm_version v join norm_price_opinion o on o.version_id = v.id where v.id = $1 order by o.given_at desc limit 1", [id],
    );
    const hits = [{ part: "N3.7", language: "en", sentence: forbidden, reason: "PRICE" }];
    expect(row).toEqual({ adopted_by: of(writer).actor.userId, price_hits: hits, user_id: of(panel).actor.userId, reason: "It only repeats the law.", hits });
    const entries = await world.database.asOwner<{ act: string; payload: Record<string, unknown> }>(
      "select act from journal_entry where record = $1 and act in ('norm.price-hits-accepted', 'norm.adopted') order by seq", [id],
    );
    expect(entries.map(({ act }) => act)).toEqual(["norm.price-hits-accepted", "norm.price-hits-accepted", "norm.adopted"]);
    await expect(world.database.asOwner("update norm_price_opinion set reason = 'x'")).rejects.toThrow(/never rewritten/);
  });

  test("cannot come in with reference data either", async () => {
    const data = loadReferenceData();
    const [first] = data.norms;
    const article = first?.norm.chapters[2]?.articles[0];
    if (!first || !article) throw new Error("The reference data is empty.");
    first.norm.version = 7;
    article.text["zh-Hans"] = "会员应按协会公布的统一价格销售。";
    const outcome = await world.contextOf(of(writer).actor).inTransaction((tx) => normsPart.enter(tx, data));
    expect(outcome).toEqual({ ok: false, problems: [{ code: "PRICE_SETTING", path: "N3.1.zh-Hans", article: "N3.1" }] });
  });
});

test("words in which nothing is found need no second person, and there is nothing to justify", async () => {
  const next = (await normActs.begin(of(writer), await normOf(world))).version?.id ?? "";
  const words = await wordsOf(of(writer), next);
  await normActs.save(of(writer), next, { ...words, chapters: words.chapters.map((chapter) => ({ ...chapter, articles: chapter.articles.filter(({ code }) => code !== "N3.7") })) });
  await normActs.open(of(writer), next, "2026-05-30");
  expect((await normActs.justify(of(second), next)).problems).toEqual([{ code: "NO_PRICE_HIT", path: "id" }]);
  world.travelTo("2026-05-31T02:00:00Z");
  expect((await normActs.adopt(of(writer), next, "2026-08-01")).problems).toEqual([]);
});
