import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { audited, carryOut } from "./audited.ts";

interface Listed {
  id: string;
  standing: string;
  alsoFoundAt: string[];
  foundAt: string;
  rule: { code: string };
}

const LIST = `query ($filter: FindingFilter) { findings(first: 100, filter: $filter) {
  totalCount edges { node { id standing alsoFoundAt foundAt rule { code } } } } }`;

let world: World;
let ours: Person;
let planId: string;

const listed = async (filter: object = {}, person = ours) => {
  const { data } = await person.run<{ findings: { totalCount: number; edges: { node: Listed }[] } }>(LIST, { filter: { rule: "PLEDGE_SIGNED", ...filter } });
  expect(data?.findings.totalCount).toBe(data?.findings.edges.length);
  return data?.findings.edges.map(({ node }) => node) ?? [];
};
const codes = (findings: Listed[]) => findings.map(({ rule }) => rule.code).sort();

async function again(at: string): Promise<void> {
  world.travelTo(at);
  const { id } = await world.change((tx) => world.services.audits.runNow(tx, planId));
  await carryOut(world, id);
}

async function sign(person: Person): Promise<void> {
  const { data } = await person.run<{ pledge: { id: string; textDigest: string } }>("{ pledge { id textDigest(language: EN) } }");
  const input = { versionId: data?.pledge.id, textDigest: data?.pledge.textDigest, readToEnd: true, consent: true, signatoryName: "Lin Mei", signatoryTitle: "Manager" };
  await person.run("mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) { problems { code } } }", { input });
}

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-11-02T03:00:00Z") });
  ours = await world.member();
  await world.member();
  ({ planId } = await audited(world));
});
afterAll(() => world.close());

test("what the latest audit found stands, and was found by no other", async () => {
  const findings = await listed({ standing: "STANDING" });
  expect(codes(findings)).toEqual(["PLEDGE_SIGNED"]);
  expect(findings[0]).toMatchObject({ standing: "STANDING", alsoFoundAt: [] });
  expect(await listed({ standing: "SETTLED" })).toEqual([]);
});

test("found again it is one matter: the latest finding stands and names the days of the others", async () => {
  await again("2026-11-09T03:00:00Z");
  expect(await listed()).toHaveLength(2);
  const [finding, ...others] = await listed({ standing: "STANDING" });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ foundAt: "2026-11-09T03:00:00.000Z", alsoFoundAt: ["2026-11-02T03:00:00.000Z"] });
  expect(await listed({ standing: "FOUND_AGAIN" })).toMatchObject([{ foundAt: "2026-11-02T03:00:00.000Z", standing: "FOUND_AGAIN" }]);
});

test("while the next audit runs nothing has changed yet", async () => {
  world.travelTo("2026-11-16T03:00:00Z");
  const { audits } = world.services;
  const { id } = await world.change((tx) => audits.runNow(tx, planId));
  await world.change((tx) => audits.open(tx, id));
  await world.change((tx) => audits.judgeBatch(tx, id));
  expect(await listed({ standing: "STANDING" })).toMatchObject([{ foundAt: "2026-11-09T03:00:00.000Z" }]);
  await world.change((tx) => audits.complete(tx, id));
  expect(await listed({ standing: "STANDING" })).toMatchObject([{ foundAt: "2026-11-16T03:00:00.000Z" }]);
});

test("put right it is settled and listed once, by the last audit that found it; for others it stands", async () => {
  await sign(await world.member({ memberId: ours.actor.memberId ?? "" }));
  await again("2026-11-23T03:00:00Z");
  expect(await listed({ standing: "STANDING" })).toEqual([]);
  expect(await listed({ standing: "SETTLED" })).toMatchObject([
    { standing: "SETTLED", foundAt: "2026-11-16T03:00:00.000Z", alsoFoundAt: ["2026-11-09T03:00:00.000Z", "2026-11-02T03:00:00.000Z"] },
  ]);
  const officer = await world.officer();
  expect(await listed({ standing: "STANDING" }, officer)).toMatchObject([{ foundAt: "2026-11-23T03:00:00.000Z", standing: "STANDING" }]);
  expect(await listed({ standing: "SETTLED" }, officer)).toMatchObject([{ foundAt: "2026-11-16T03:00:00.000Z" }]);
});
