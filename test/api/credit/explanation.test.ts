import { Decimal } from "decimal.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audited } from "../supervision/audited.ts";
import type { Person } from "../assessments/people.ts";
import { creditHouse, type CreditHouse, memberIdOf } from "./credit-house.ts";

interface Leaf { key: string; role: string; contribution: string | null; settleable: boolean; words: Record<string, string>; entry: { id: string; evidence: { kind: string; id: string }[] } | null }
interface Tree { state: string; score: string | null; grade: string | null; areas: { code: string; contribution: string | null; leaves: Leaf[] }[]; limits: { grade: string }[] }
interface Part { reason: string; difference: string; words: Record<string, string>; entry: { id: string } | null }
interface Grade { id: string; score: string | null; grade: string | null; scheme: { version: number }; explanation: Tree | null; change: { since: { id: string }; difference: string; parts: Part[] } | null }

const TREE = "state score grade areas { code contribution leaves { key role words share points contribution settleable entry { id evidence { kind id } } } } limits { grade areaName minimum }";
const PARTS = "difference parts { reason difference words areaName entry { id } }";
const OF = `query ($id: ID!) { member(id: $id) { grades { id score grade scheme { version } explanation { ${TREE} } change { since { id } ${PARTS} } } } }`;
const SIMULATE = `query ($id: ID!, $input: CreditSimulationInput!) {
  creditSimulation(memberId: $id, input: $input) { scheme { version kinds { code } } today { ${TREE} } supposed { ${TREE} } ${PARTS} } }`;

let house: CreditHouse;
beforeAll(async () => (house = await creditHouse()));
afterAll(() => house.close());

const gradesOf = async (reader: Person, of: Person = house.firm): Promise<Grade[]> =>
  ((await reader.ask(OF, { id: memberIdOf(of) })).data.member?.grades ?? []) as Grade[];
const sum = (values: (string | null)[]) => Decimal.sum(0, ...values.map((value) => value ?? 0)).toFixed(2);

describe("the explanation of a grade", () => {
  test("is a tree whose parts add up to the score exactly, each in three languages with its records", async () => {
    const [latest] = await gradesOf(house.firm);
    const tree = latest?.explanation;
    expect(latest?.scheme.version).toBe(2);
    expect(tree).toMatchObject({ state: "RATED", score: latest?.score, grade: latest?.grade });
    expect(sum((tree?.areas ?? []).map(({ contribution }) => contribution))).toBe(latest?.score);
    for (const { contribution, leaves } of tree?.areas ?? []) expect(sum(leaves.map((leaf) => leaf.contribution))).toBe(contribution ?? "0.00");
    const leaves = (tree?.areas ?? []).flatMap((area) => area.leaves);
    expect(leaves.length).toBeGreaterThanOrEqual(3);
    for (const { words, entry, role } of leaves) {
      expect(Object.keys(words).sort()).toEqual(["en", "zh-Hans", "zh-Hant"]);
      if (role !== "BOUND") expect(entry?.evidence.length).toBeGreaterThan(0);
    }
  });

  test("is not there for a grade given before there was a ledger, which keeps its scheme", async () => {
    const [, , first] = await gradesOf(house.firm);
    expect(first).toMatchObject({ scheme: { version: 1 }, explanation: null, change: null });
  });

  test("says what changed since the grade before it, exactly", async () => {
    const [third, second, first] = await gradesOf(house.firm);
    for (const [grade, before] of [[third, second], [second, first]] as const) {
      expect(grade?.change?.since.id).toBe(before?.id);
      expect(sum((grade?.change?.parts ?? []).map(({ difference }) => difference))).toBe(new Decimal(grade?.score ?? 0).minus(before?.score ?? 0).toFixed(2));
    }
    expect(new Set(second?.change?.parts.map(({ reason }) => reason))).toEqual(new Set(["SCHEME"]));
    expect(third?.change?.parts.map(({ reason }) => reason)).toEqual(expect.arrayContaining(["NEW"]));
  });

  test("is for the member, the association and its panel, and for nobody else", async () => {
    expect(await gradesOf(house.bystander)).toEqual([]);
    const [own] = await gradesOf(house.firm);
    expect((await gradesOf(await house.officer()))[0]).toEqual(own);
    const FILE = "query ($id: ID!) { creditEntries(first: 10, memberId: $id) { edges { node { id } } totalCount } }";
    expect((await house.bystander.ask(FILE, { id: memberIdOf(house.firm) })).data.creditEntries.edges).toEqual([]);
    expect((await house.firm.ask(FILE, { id: memberIdOf(house.firm) })).data.creditEntries.edges.length).toBeGreaterThan(5);
    expect((await (await house.world.inspector()).run(FILE, { id: memberIdOf(house.firm) })).errors).toEqual([{ code: "FORBIDDEN", path: "creditEntries" }]);
  });
});

describe("a simulation", () => {
  const simulate = async (person: Person, input: object, of: Person = house.firm) =>
    (await person.ask(SIMULATE, { id: memberIdOf(of), input: { entries: [], settled: [], ...input } })).data.creditSimulation as { today: Tree; supposed: Tree; difference: string; parts: Part[]; scheme: { kinds: object[] } } | null;
  const count = async () => (await house.asOwner<{ count: string }>("select count(*) from credit_entry"))[0]?.count;

  test("of nothing changes nothing", async () => {
    const simulated = await simulate(house.firm, {});
    expect(simulated?.supposed).toEqual(simulated?.today);
    expect(simulated).toMatchObject({ difference: "0.00", parts: [] });
    expect(simulated?.scheme.kinds.length).toBeGreaterThan(20);
  });

  test("reckons what an entry would make of the grade, and stores nothing", async () => {
    const before = await count();
    const simulated = await simulate(house.firm, { entries: [{ kind: "SANCTION", severity: "CRITICAL", proof: "VERIFIED" }] });
    const [today, supposed] = [new Decimal(simulated?.today.score ?? 0), new Decimal(simulated?.supposed.score ?? 0)];
    expect(supposed.lt(today)).toBe(true);
    expect(simulated?.difference).toBe(supposed.minus(today).toFixed(2));
    expect(sum((simulated?.parts ?? []).map(({ difference }) => difference))).toBe(simulated?.difference);
    expect(simulated?.supposed.limits.length).toBeGreaterThan(0);
    expect(await count()).toBe(before);
  });

  test("reckons what settling a finding would make of it", async () => {
    house.travelTo("2026-11-28T03:00:00Z");
    const open = (await simulate(house.firm, {}))?.today.areas.flatMap(({ leaves }) => leaves).filter(({ settleable }) => settleable) ?? [];
    expect(open.length).toBeGreaterThan(0);
    const settled = await simulate(house.firm, { settled: open.map(({ entry }) => entry?.id) });
    expect(new Decimal(settled?.difference ?? 0).gt(0)).toBe(true);
    expect(settled?.parts.map(({ reason }) => reason)).toContain("SETTLED");
  });

  test("is refused for more suppositions than a person could mean", async () => {
    const entries = Array.from({ length: 21 }, () => ({ kind: "COMMENDATION", proof: "VERIFIED" }));
    expect((await house.firm.ask(SIMULATE, { id: memberIdOf(house.firm), input: { entries, settled: [] } })).codes).toEqual(["BAD_USER_INPUT"]);
  });

  test("is for the member itself and the association, and tells nobody else that there is a member", async () => {
    expect(await simulate(house.bystander, {})).toBeNull();
    expect(await simulate(await house.officer(), {})).not.toBeNull();
    const settled = (await simulate(house.firm, {}))?.today.areas.flatMap(({ leaves }) => leaves.flatMap(({ entry }) => entry?.id ?? [])) ?? [];
    expect((await simulate(house.bystander, { settled }, house.bystander))?.parts).toEqual([]);
  });
});

test("a grade does not move by the size of the firm or where it sits, and the rule is told nothing else of it", async () => {
  house.travelTo("2026-11-29T02:00:00Z");
  await audited(house.world);
  const [before] = await gradesOf(house.firm);
  await house.asOwner("update member set size_class = 'LARGE', region = '310000' where id = $1", [memberIdOf(house.firm)]);
  house.world.travel(60_000);
  await audited(house.world);
  const [after] = await gradesOf(house.firm);
  expect(after?.id).not.toBe(before?.id);
  expect([after?.score, after?.grade, after?.explanation?.areas.map(({ contribution }) => contribution)]).toEqual([before?.score, before?.grade, before?.explanation?.areas.map(({ contribution }) => contribution)]);
});
