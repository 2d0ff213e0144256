import { afterAll, beforeAll, expect, test } from "vitest";
import { statementsDuring } from "../../support/statements.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { standAs } from "../../support/standing.ts";

let world: World;
let officer: Person;

const BOARD = `query ($first: Int!, $after: String, $state: PledgeState) {
  pledgeTotals { signed outdated unsigned overdue }
  pledgeStatus(first: $first, after: $after, state: $state) { totalCount pageInfo { hasNextPage endCursor } edges { node { state member { number pledgeState } signature { number versionNumber } } } } }`;

interface Board {
  pledgeTotals: object;
  pledgeStatus: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { state: string; member: { number: number; pledgeState: string } } }[] };
}

async function sign(person: Person): Promise<void> {
  const { data } = await person.run<{ pledge: { id: string; textDigest: string } }>(`{ pledge { id textDigest(language: EN) } }`);
  const input = { versionId: data?.pledge.id, textDigest: data?.pledge.textDigest, readToEnd: true, consent: true, signatoryName: "Lin Mei", signatoryTitle: "Manager" };
  await person.run(`mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) { problems { code } } }`, { input });
}

/** A second version, in force from July on. */
const secondVersion = `insert into pledge_version (id, number, state, in_force_on, sign_by, digest, title, preamble, clauses, consent, text_digests)
  select 'plv_01JD0000000000000000000002', 2, state, '2026-07-01', '2026-09-30', 'other', title, preamble, clauses, consent, text_digests from pledge_version where number = 1`;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-02-02T03:00:00Z") });
  officer = await world.officer();
  const people = [];
  for (let count = 0; count < 5; count += 1) people.push(await world.member());
  const [first, second, , , left] = people;
  for (const person of [first, second, left]) if (person) await sign(person);
  await standAs(world.database, "LAPSED", left?.actor.memberId);
});
afterAll(() => world.close());

const board = async (variables: object = {}) => (await officer.run<Board>(BOARD, { first: 20, ...variables })).data;
const standings = (data: Board | null) => data?.pledgeStatus.edges.map(({ node }) => [node.member.number, node.state]);

test("the board shows who signed among those who stand in the association, in pages and by state", async () => {
  expect(standings(await board())).toEqual([[1, "SIGNED"], [2, "SIGNED"], [3, "UNSIGNED"], [4, "UNSIGNED"]]);
  expect((await board())?.pledgeTotals).toEqual({ signed: 2, outdated: 0, unsigned: 2, overdue: 0 });
  expect(standings(await board({ state: "UNSIGNED" }))).toEqual([[3, "UNSIGNED"], [4, "UNSIGNED"]]);
  const page = await board({ first: 1, state: "UNSIGNED" });
  expect(page?.pledgeStatus).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  expect(standings(await board({ state: "UNSIGNED", after: page?.pledgeStatus.pageInfo.endCursor }))).toEqual([[4, "UNSIGNED"]]);
});

test("a page costs the same number of statements whatever its length", async () => {
  const short = await statementsDuring(() => board({ first: 1 }));
  const long = await statementsDuring(() => board({ first: 4 }));
  expect(long.length).toBe(short.length);
});

test("the board is the association's: members and strangers do not see it", async () => {
  const denied = async (person: Person) => (await person.run(BOARD, { first: 1 })).errors.map(({ code }) => code);
  expect(await denied(await world.member())).toContain("FORBIDDEN");
  expect(await denied(world.stranger())).toContain("UNAUTHENTICATED");
});

test("a new version makes the old signature outdated on its day, and signing it sets that right", async () => {
  await world.database.asOwner(secondVersion);
  world.travelTo("2026-06-30T15:59:00Z");
  expect((await board())?.pledgeTotals).toMatchObject({ signed: 2, outdated: 0 });
  world.travelTo("2026-07-01T00:00:00Z");
  expect((await board())?.pledgeTotals).toMatchObject({ signed: 0, outdated: 2 });
  const [again] = await world.database.asOwner<{ id: string }>("select id from member where number = 1");
  await sign(await world.member({ memberId: again?.id ?? "" }));
  const node = (await board())?.pledgeStatus.edges[0]?.node;
  expect(node).toMatchObject({ state: "SIGNED", member: { pledgeState: "SIGNED" }, signature: { versionNumber: 2 } });
});
