import { afterAll, beforeAll, expect, test } from "vitest";
import { pledgeClause } from "../../../server/modules/norms/index.ts";
import { inThree } from "../../support/norms.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
let officer: Person;
let [signer, late, newcomer]: Person[] = [];
let first = { id: "", textDigest: "" };

interface Words {
  title: Record<string, string>;
  preamble: Record<string, string>;
  consent: Record<string, string>;
  clauses: { code: string | null; title: Record<string, string>; duty: Record<string, string>; prohibited: Record<string, string>[]; checkedBy: Record<string, string> }[];
}

const of = (person: Person | undefined): Person => {
  if (!person) throw new Error("Nobody is there.");
  return world.as({ ...person.actor, steppedUpUntil: new Date(world.now().getTime() + 60_000) });
};
const words = async () => {
  const { data } = await world.stranger().run<{ pledge: Words }>("{ pledge { title preamble consent clauses { code title duty prohibited checkedBy } } }");
  if (!data) throw new Error("There is no pledge.");
  return data.pledge;
};
const publish = async (change: object, person: Person = of(officer)) => {
  const { data, errors } = await person.run<{ pledgePublish: { pledge: { id: string; number: number; clauses: { code: string }[] } | null; problems: { code: string; path: string; article?: string }[] } }>(
    `mutation ($input: PledgePublishInput!) { pledgePublish(input: $input) { pledge { id number clauses { code } } problems { code path ... on RuleProblem { article } } } }`,
    { input: { ...(await words()), inForceOn: "2026-07-01", signBy: "2026-09-30", ...change } },
  );
  return data?.pledgePublish ?? errors[0];
};
const current = async () => (await world.stranger().run<{ pledge: { id: string; textDigest: string } }>("{ pledge { id textDigest(language: EN) } }")).data?.pledge ?? { id: "", textDigest: "" };
const sign = async (person: Person, { id, textDigest }: { id: string; textDigest: string }) => {
  const input = { versionId: id, textDigest, readToEnd: true, consent: true, signatoryName: "Lin Mei", signatoryTitle: "Manager" };
  return (await person.run<{ pledgeSign: { problems: { code: string; path: string }[] } }>(`mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) { problems { code path } } }`, { input })).data?.pledgeSign.problems;
};
interface Board {
  pledgeTotals: object;
  pledgeStatus: { edges: { node: { state: string; isOverdue: boolean; member: { number: number } } }[] };
}
const board = async (isOverdue: boolean | null = null) =>
  (await of(officer).run<Board>(`query ($isOverdue: Boolean) { pledgeTotals { signed outdated unsigned overdue } pledgeStatus(first: 50, isOverdue: $isOverdue) { edges { node { state isOverdue member { number } } } } }`, { isOverdue })).data;
const rows = (data: Board | null) => data?.pledgeStatus.edges.map(({ node }) => [node.member.number, node.state, node.isOverdue]);

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-05-04T02:00:00Z") });
  officer = await world.officer();
  [signer, late] = [await world.member(), await world.member()];
  first = await current();
  expect(await sign(of(signer), first)).toEqual([]);
});
afterAll(() => world.close());

test("a version is published by an officer alone, with a fresh proof of identity", async () => {
  expect(await publish({}, of(late))).toMatchObject({ code: "FORBIDDEN" });
  expect(await publish({}, of(await world.panel()))).toMatchObject({ code: "FORBIDDEN" });
  expect(await publish({}, await world.officer({ steppedUp: false }))).toMatchObject({ code: "STEP_UP_REQUIRED" });
});

test("a version with days that do not follow, missing words, or a code that was never given is refused", async () => {
  const clauses = (await words()).clauses;
  const problems = async (change: object) => ((await publish(change)) as { problems: object }).problems;
  expect(await problems({ inForceOn: "2026-05-03" })).toEqual([{ code: "DAY_PASSED", path: "input.inForceOn" }]);
  expect(await problems({ signBy: "2026-06-30" })).toEqual([{ code: "DAY_PASSED", path: "input.signBy" }]);
  expect(await problems({ clauses: [] })).toEqual([{ code: "REQUIRED", path: "input.clauses" }]);
  expect(await problems({ title: { ...inThree("Pledge"), en: " " } })).toEqual([{ code: "REQUIRED", path: "input.title.en" }]);
  expect(await problems({ clauses: [{ ...clauses[0], code: "C9" }] })).toEqual([{ code: "CODE_RETIRED", path: "input.clauses.0.code" }]);
  expect(await problems({ clauses: [clauses[0], clauses[0]] })).toEqual([{ code: "CODE_TWICE", path: "input.clauses.1.code" }]);
});

test("a clause that sets prices is refused, and named; to forbid the same act is not", async () => {
  const [clause] = (await words()).clauses;
  const setting = { ...clause, code: null, duty: { "zh-Hant": "會員應按協會公布的統一價格銷售。", "zh-Hans": "诚实经营。", en: "We are honest." } };
  expect(await publish({ clauses: [clause, setting] })).toMatchObject({ pledge: null, problems: [{ code: "PRICE_SETTING", path: "input.C6.zh-Hant", article: "C6" }] });
});

test("a new version keeps the codes of its clauses, gives new ones new codes, and holds an act of price fixing as forbidden", async () => {
  const { clauses } = await words();
  const fresh = { code: null, title: inThree("Competition"), duty: inThree("We decide alone."), prohibited: [{ "zh-Hant": "串通統一提價", "zh-Hans": "串通统一提价", en: "agreements on uniform prices" }], checkedBy: inThree("Cases.") };
  const published = await publish({ clauses: [...clauses.filter(({ code }) => code !== "C2"), fresh] });
  expect(published).toMatchObject({ problems: [], pledge: { number: 2, clauses: ["C1", "C3", "C4", "C5", "C6"].map((code) => ({ code })) } });
  expect(await publish({ clauses: [clauses[0]], inForceOn: "2026-07-01" })).toMatchObject({ problems: [{ code: "BEFORE_LAST_VERSION", path: "input.inForceOn" }] });
  expect(await world.database.asOwner("select 1 from journal_entry where act = 'pledge.version-entered' and actor_id is not null")).not.toEqual([]);
});

test("until its day the board stands as it was; from then on who signed before has signed an earlier version", async () => {
  expect(await current()).toEqual(first);
  expect((await board())?.pledgeTotals).toEqual({ signed: 1, outdated: 0, unsigned: 1, overdue: 1 });
  world.travelTo("2026-07-01T02:00:00Z");
  [newcomer] = [await world.member({ firm: { admittedOn: "2026-09-20" } })];
  expect((await board())?.pledgeTotals).toEqual({ signed: 0, outdated: 1, unsigned: 1, overdue: 0 });
});

test("a signature on a superseded version is refused by its code, and one on a version to come by another", async () => {
  expect(await sign(of(late), first)).toEqual([{ code: "PLEDGE_SUPERSEDED", path: "versionId" }]);
  const last = await of(officer).run<{ pledgeLast: { number: number; clauses: { code: string }[] } }>("{ pledgeLast { number clauses { code } } }");
  expect(last.data?.pledgeLast).toMatchObject({ number: 2, clauses: ["C1", "C3", "C4", "C5", "C6"].map((code) => ({ code })) });
  const next = (await publish({ inForceOn: "2027-01-01", signBy: "2027-03-31" })) as { pledge: { id: string } };
  expect(await sign(of(late), { id: next.pledge.id, textDigest: "0".repeat(64) })).toEqual([{ code: "NOT_YET_IN_FORCE", path: "versionId" }]);
  expect(await sign(of(late), await current())).toEqual([]);
});

test("whoever has not signed when the day is over is overdue, a newcomer only after the days it has", async () => {
  world.travelTo("2026-09-30T15:59:00Z");
  expect((await board())?.pledgeTotals).toEqual({ signed: 1, outdated: 1, unsigned: 1, overdue: 0 });
  world.travelTo("2026-09-30T16:00:00Z");
  expect(rows(await board())).toEqual([[1, "OUTDATED", true], [2, "SIGNED", false], [3, "UNSIGNED", false]]);
  expect(rows(await board(true))).toEqual([[1, "OUTDATED", true]]);
  expect(rows(await board(false))).toEqual([[2, "SIGNED", false], [3, "UNSIGNED", false]]);
  world.travelTo("2026-10-20T16:00:00Z");
  expect((await board())?.pledgeTotals).toMatchObject({ overdue: 2 });
  expect(of(newcomer).actor.memberId).not.toBeNull();
});

test("a breach finds its clause by version and code, as it read when it was signed", async () => {
  const ctx = world.contextOf(of(officer).actor);
  const second = (await current()).id;
  const found = await Promise.all([pledgeClause(ctx, first.id, "C2"), pledgeClause(ctx, second, "C2"), pledgeClause(ctx, second, "C6"), pledgeClause(ctx, "plv_01JD0000000000000000000000", "C1")]).finally(() => ctx.endReads());
  expect(found.map((clause) => clause?.title.en ?? null)).toEqual(["Quality assurance", null, "Competition", null]);
});
