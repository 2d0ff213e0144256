import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.firm({ name: { "zh-Hant": "合豐糧油", "zh-Hans": "合丰粮油", en: "Hefeng Grain and Oil" }, region: "350000", productLines: ["GRAIN_OIL", "FOOD_DRINK"] });
  await world.firm({ name: { "zh-Hant": "永順五金 100%", "zh-Hans": "永顺五金 100%", en: "Yongshun Hardware 100%" }, region: "320000", sizeClass: "LARGE", productLines: ["HARDWARE"] });
  await world.firm({ name: { "zh-Hant": "海潮水產", "zh-Hans": "海潮水产", en: "Haichao Aquatic" }, region: "350000", productLines: ["MEAT_AQUATIC"] });
});
afterAll(() => world.close());

interface List {
  members: { totalCount: number; edges: { cursor: string; node: { number: number; name: Record<string, string> } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

const LIST = `query ($first: Int!, $after: String, $filter: MemberFilter) {
  members(first: $first, after: $after, filter: $filter) { totalCount edges { cursor node { number name } } pageInfo { hasNextPage endCursor } } }`;
const list = async (person: Person, filter: object = {}, page: object = {}) => (await person.run<List>(LIST, { first: 20, filter, ...page })).data?.members;
const names = async (person: Person, filter: object) => (await list(person, filter))?.edges.map(({ node }) => node.name.en);

describe("the list of members", () => {
  test("shows officers every member in the order of their numbers, page by page", async () => {
    const officer = await world.officer();
    const first = await list(officer, {}, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = await list(officer, {}, { first: 2, after: first?.pageInfo.endCursor });
    expect(second?.pageInfo.hasNextPage).toBe(false);
    expect([...(first?.edges ?? []), ...(second?.edges ?? [])].map(({ node }) => node.number)).toEqual([1, 2, 3]);
  });

  test.each([
    ["a name in traditional characters", { text: "糧油" }, ["Hefeng Grain and Oil"]],
    ["a name in simplified characters", { text: "水产" }, ["Haichao Aquatic"]],
    ["an English name in any case", { text: "hEFENG" }, ["Hefeng Grain and Oil"]],
    ["a piece of the credit code", { text: "91440101ma5c00002" }, ["Yongshun Hardware 100%"]],
    ["a sign that means something to the database", { text: "100%" }, ["Yongshun Hardware 100%"]],
    ["the same sign alone", { text: "%" }, ["Yongshun Hardware 100%"]],
    ["a region", { regions: ["350000"] }, ["Hefeng Grain and Oil", "Haichao Aquatic"]],
    ["a size", { sizeClasses: ["LARGE"] }, ["Yongshun Hardware 100%"]],
    ["one of several lines of products", { productLine: "FOOD_DRINK" }, ["Hefeng Grain and Oil"]],
    ["several at once", { regions: ["350000"], text: "海潮", statuses: ["ACTIVE"] }, ["Haichao Aquatic"]],
    ["nothing there is", { statuses: ["EXPELLED"] }, []],
    ["an empty field", { text: "  " }, ["Hefeng Grain and Oil", "Yongshun Hardware 100%", "Haichao Aquatic"]],
  ])("is searched by %s", async (_, filter, found) => {
    expect(await names(await world.officer(), filter)).toEqual(found);
  });

  test("is closed to members, regulators, operators and strangers", async () => {
    const outsiders = [await world.member({ memberId: await anyFirm() }), await world.regulator(), await world.operator()];
    for (const person of outsiders) expect(await person.run(LIST, { first: 1 })).toEqual({ data: null, errors: [{ code: "FORBIDDEN", path: "members" }] });
    expect((await world.stranger().run(LIST, { first: 1 })).errors).toEqual([{ code: "UNAUTHENTICATED", path: "members" }]);
  });
});

describe("one member", () => {
  const ONE = `query ($id: ID!) { member(id: $id) { id number creditCode status region { code name } own: viewerMay(act: PLEDGE_SIGN) } node(id: $id) { id } }`;

  test("is read by its own people, who may act for it", async () => {
    const own = await world.member({ firm: { region: "350000" } });
    const { data } = await own.run(ONE, { id: own.actor.memberId });
    expect(data).toMatchObject({
      member: { status: "ACTIVE", region: { code: "350000", name: { "zh-Hant": "福建", en: "Fujian" } }, own: true }, node: { id: own.actor.memberId },
    });
  });

  test("is read by officers, who may not act for it", async () => {
    expect((await (await world.officer()).run(ONE, { id: await anyFirm() })).data).toMatchObject({ member: { own: false } });
  });

  test("does not exist for another member, whether it does or not", async () => {
    const rival = await world.member();
    const foreign = await rival.run(ONE, { id: await anyFirm() });
    expect(foreign).toEqual({ data: { member: null, node: null }, errors: [] });
    expect(await rival.run(ONE, { id: "mem_01JD0000000000000000000000" })).toEqual(foreign);
  });

  test("is not changed by its own people, whatever the code above the database allows", async () => {
    const own = await world.member();
    const touched = await world.contextOf(own.actor).inTransaction(async (tx) => ({
      ok: true, value: await tx.rows("update member set region = '110000' where id = $1 returning id", [own.actor.memberId]),
    }));
    expect(touched).toEqual({ ok: true, value: [] });
  });
});

describe("admission", () => {
  test("says in which language the firm's papers are written", async () => {
    const own = await world.member({ firm: { language: "zh-Hans" } });
    const { data } = await own.run(`query ($id: ID!) { member(id: $id) { language } }`, { id: own.actor.memberId });
    expect(data).toEqual({ member: { language: "ZH_HANS" } });
  });

  test("is announced with the firm, and refused for a credit code that is taken", async () => {
    const admitted = await world.firm();
    expect(await world.announced("member")).toContain("member.admitted");
    const [entry] = await world.database.asOwner("select act, actor_kind as kind from journal_entry where record = $1", [admitted.id]);
    expect(entry).toEqual({ act: "member.admitted", kind: "SYSTEM" });
    const { number: _, ...again } = admitted;
    await expect(world.change((tx) => world.services.members.admit(tx, again))).rejects.toThrow(/CREDIT_CODE_TAKEN/);
  });
});

const anyFirm = async (): Promise<string> => (await world.database.asOwner<{ id: string }>("select id from member order by number limit 1"))[0]?.id ?? "";
