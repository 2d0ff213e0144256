import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { submittedOf } from "../assessments/people.ts";
import { signPledge } from "../credit/pledge.ts";
import type { Person, World } from "../../support/world.ts";
import { asking, deed, firmOf, proved, rewardActs, rewardsHouse } from "./rewards-house.ts";

let world: World;
let officer: Person;
/** What waits, in the order in which it was handed in: a day before, then of one day a plain firm, a commended one and another plain one. */
let handedIn: string[] = [];

beforeAll(async () => {
  ({ world } = await rewardsHouse());
  const [second, firms] = [await world.officer(), [await world.member(), await world.member(), await world.member(), await world.member()]];
  officer = await world.officer();
  for (const firm of firms) await signPledge(firm);
  const commended = firms[2];
  if (!commended) throw new Error("Nobody is there.");
  const { reward } = await rewardActs.propose(proved(world, officer), firmOf(commended), deed());
  await rewardActs.confirm(proved(world, second), reward?.id ?? "");
  handedIn = [];
  for (const [place, firm] of firms.entries()) {
    // The second begins a new day of the association, which is still the same day in UTC.
    world.travelTo(place === 0 ? "2026-08-11T15:59:00Z" : `2026-08-11T16:0${place}:00Z`);
    handedIn.push(await submittedOf(asking(proved(world, firm))));
  }
});
afterAll(() => world.close());

interface Queue {
  assessmentQueue: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };
}
const page = async (first: number, after: string | null) =>
  (await officer.run<Queue>("query ($first: Int!, $after: String) { assessmentQueue(tab: TO_REVIEW, first: $first, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }", { first, after })).data?.assessmentQueue;

describe("the fast lane", () => {
  test("goes before what others handed in on the same day, and not before an earlier day", async () => {
    const [yesterday, first, fast, last] = handedIn;
    expect((await page(10, null))?.edges.map(({ node }) => node.id)).toEqual([yesterday, fast, first, last]);
  });

  test("keeps its place from page to page, and from one assessment to the next", async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const found: Queue["assessmentQueue"] | undefined = await page(1, after);
      seen.push(...(found?.edges.map(({ node }) => node.id) ?? []));
      [after, more] = [found?.pageInfo.endCursor ?? null, found?.pageInfo.hasNextPage ?? false];
    }
    const [yesterday, first, fast, last] = handedIn;
    expect(seen).toEqual([yesterday, fast, first, last]);
    const { data } = await officer.run("query ($id: ID!) { assessmentNeighbours(tab: TO_REVIEW, id: $id) { previous { id } next { id } } }", { id: fast });
    expect(data).toEqual({ assessmentNeighbours: { previous: { id: yesterday }, next: { id: first } } });
  });
});
