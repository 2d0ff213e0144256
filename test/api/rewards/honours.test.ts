import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../support/world.ts";
import { deed, firmOf, inAll, proved, rewardActs, rewardsHouse, type RewardsHouse } from "./rewards-house.ts";

let house: RewardsHouse;
let [first, second]: Person[] = [];
let commendation = "";

const of = (person: Person | undefined): Person => {
  if (!person) throw new Error("Nobody is there.");
  return proved(house.world, person);
};

beforeAll(async () => {
  house = await rewardsHouse();
  [first, second] = [await house.world.officer(), await house.world.officer()];
  const opened = await of(first).run<{ rewardRoundOpen: { round: { id: string } } }>(`mutation { rewardRoundOpen(input: { kind: HONOUR_LIST, year: 2025 }) { round { id } } }`);
  await of(second).run(`mutation ($id: ID!) { rewardRoundConfirm(id: $id) { problems { code } } }`, { id: opened.data?.rewardRoundOpen.round.id });
  commendation = (await rewardActs.propose(of(first), firmOf(house.model))).reward?.id ?? "";
  await rewardActs.propose(of(first), firmOf(house.signed), deed({ deed: inAll("Waits to be confirmed.") }));
  await rewardActs.confirm(of(second), commendation);
});
afterAll(() => house.world.close());

const LIST = "query ($year: Int!, $kind: RewardKind) { honours(year: $year, first: 10, kind: $kind) { totalCount edges { node { kind year memberNumber memberName fromDay throughDay deed } } } }";
interface Honours {
  honours: { totalCount: number; edges: { node: { kind: string; deed: object | null } }[] };
}
const honours = async (person: Person, year: number, kind: string | null = null) => (await person.run<Honours>(LIST, { year, kind })).data?.honours;

describe("the public honour list", () => {
  test("tells strangers, members and regulators alike who was given what in a year", async () => {
    for (const person of [house.world.stranger(), house.bare, await house.world.regulator()]) {
      expect((await person.run("{ honourYears { year honours } }")).data).toEqual({ honourYears: [{ year: 2026, honours: 1 }, { year: 2025, honours: 1 }] });
      expect((await honours(person, 2025))?.edges).toEqual([
        { node: { kind: "HONOUR_LIST", year: 2025, memberNumber: 1, memberName: inAll("Firm 1"), fromDay: "2026-08-11", throughDay: "2027-08-10", deed: null } },
      ]);
      expect((await honours(person, 2026))?.edges.map(({ node }) => [node.kind, node.deed])).toEqual([["COMMENDATION", deed().deed]]);
    }
  });

  test("names nobody for what is only proposed, and can be asked by kind", async () => {
    expect(JSON.stringify(await honours(house.world.stranger(), 2026))).not.toContain("Waits to be confirmed.");
    expect((await honours(house.world.stranger(), 2026, "HONOUR_LIST"))?.totalCount).toBe(0);
    expect((await honours(house.world.stranger(), 2025, "HONOUR_LIST"))?.totalCount).toBe(1);
  });

  test("goes on page by page", async () => {
    await rewardActs.confirm(of(second), (await rewardActs.propose(of(first), firmOf(house.signed), deed({ deedOn: "2026-08-02" }))).reward?.id ?? "");
    const page = async (after: string | null) =>
      (await house.world.stranger().run<{ honours: { edges: { cursor: string; node: { memberNumber: number } }[]; pageInfo: { hasNextPage: boolean } } }>(
        "query ($after: String) { honours(year: 2026, first: 1, after: $after) { edges { cursor node { memberNumber } } pageInfo { hasNextPage } } }", { after },
      )).data?.honours;
    const one = await page(null);
    const two = await page(one?.edges[0]?.cursor ?? null);
    expect([one?.edges[0]?.node.memberNumber, two?.edges[0]?.node.memberNumber, one?.pageInfo.hasNextPage, two?.pageInfo.hasNextPage]).toEqual([1, 2, true, false]);
  });

  test("leaves strangers nothing else of rewards", async () => {
    const stranger = house.world.stranger();
    expect((await stranger.run("{ rewards(first: 1) { totalCount } }")).errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED"]);
    expect((await stranger.run("query ($id: ID!) { node(id: $id) { id } }", { id: commendation })).data).toEqual({ node: null });
    expect((await stranger.run("{ rewardLadder { version deedWithinDays steps { code yearly months } } }")).data).toMatchObject({ rewardLadder: { version: 1, deedWithinDays: 180 } });
  });

  test("loses what is revoked", async () => {
    house.world.travel(1_000);
    expect((await rewardActs.revoke(of(first), commendation)).problems).toEqual([]);
    expect((await honours(house.world.stranger(), 2026))?.edges.map(({ node }) => node.deed)).toEqual([deed().deed]);
    expect((await honours(house.world.stranger(), 2026))?.totalCount).toBe(1);
  });
});
