import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statementsDuring } from "../../support/statements.ts";
import type { Person, World } from "../../support/world.ts";
import { firmOf, type Problem, proved, rewardsHouse, type RewardsHouse } from "./rewards-house.ts";

let house: RewardsHouse;
let world: World;
let [first, second, third, panel]: Person[] = [];

beforeAll(async () => {
  house = await rewardsHouse();
  ({ world } = house);
  [first, second, third, panel] = [await world.officer(), await world.officer(), await world.officer(), await world.panel()];
});
afterAll(() => world.close());

const of = (person: Person | undefined, changes: Partial<Person["actor"]> = {}): Person => {
  if (!person) throw new Error("Nobody is there.");
  return proved(world, person, changes);
};

interface Round {
  id: string;
  state: string;
  candidates: number;
  qualified: number;
  struck: number;
  recheck: { judged: number; differing: number };
  tallies: { met: number; criterion: { code: string } }[];
}
interface Acted {
  round: Round | null;
  problems: Problem[];
}
const round = "round { id state candidates qualified struck recheck { judged differing } tallies { met criterion { code } } } problems { code path }";
const act = async (person: Person, document: string, variables: object): Promise<Acted> => {
  const { data, errors } = await person.run<{ act: Acted }>(document, { ...variables });
  return data?.act ?? { round: null, problems: errors };
};
const open = (person: Person, kind = "HONOUR_LIST", year = 2026) => act(person, `mutation ($input: RewardRoundOpenInput!) { act: rewardRoundOpen(input: $input) { ${round} } }`, { input: { kind, year } });
const confirm = (person: Person, id: string) => act(person, `mutation ($id: ID!) { act: rewardRoundConfirm(id: $id) { ${round} } }`, { id });
const drop = (person: Person, id: string, reason = "Opened before the audit.") => act(person, `mutation ($id: ID!, $reason: String!) { act: rewardRoundDrop(id: $id, reason: $reason) { ${round} } }`, { id, reason });
const strike = (person: Person, id: string, reason = "A complaint is looked into.") =>
  act(person, `mutation ($id: ID!, $reason: String!) { act: rewardCandidateStrike(id: $id, reason: $reason) { candidate { id } problems { code path } } }`, { id, reason });

interface Candidate {
  id: string;
  qualified: boolean;
  member: { id: string };
  strike: { reason: string } | null;
  criteria: { code: string; met: boolean; figure: string | null; atLeast: string | null }[];
}
const candidatesOf = async (id: string, standing: string | null = null, person = of(panel)): Promise<Candidate[]> =>
  (await person.run<{ rewardCandidates: { edges: { node: Candidate }[] } }>(
    `query ($id: ID!, $standing: CandidateStanding) { rewardCandidates(roundId: $id, first: 100, standing: $standing) {
       edges { node { id qualified member { id } strike { reason } criteria { code met figure atLeast } } } } }`, { id, standing },
  )).data?.rewardCandidates.edges.map(({ node }) => node) ?? [];
const opened = async (kind?: string, year?: number): Promise<Round> => {
  const { round: made, problems } = await open(of(first), kind, year);
  if (!made) throw new Error(JSON.stringify(problems));
  return made;
};
const modelOf = async (id: string) => (await candidatesOf(id, "QUALIFIED"))[0]?.id ?? "";

describe("a yearly round", () => {
  test("judges every member and says of each what it met and what the figures were", async () => {
    const made = await opened();
    expect(made).toMatchObject({ state: "OPEN", candidates: 3, qualified: 1, struck: 0, recheck: { judged: 3, differing: 0 } });
    expect(made.tallies.map(({ met, criterion: { code } }) => [code, met])).toEqual([
      ["IN_GOOD_STANDING", 3], ["MEMBER_MONTHS", 3], ["MINIMUM_GRADE", 1], ["MINIMUM_SERVICE_SCORE", 1], ["NO_GRADE_CAP", 3], ["NO_OPEN_FINDING", 2], ["NO_UNSETTLED_SANCTION", 3], ["PLEDGE_SIGNED", 2],
    ]);
    const found = await candidatesOf(made.id);
    expect(found.map(({ member, qualified }) => [member.id, qualified])).toEqual([[firmOf(house.model), true], [firmOf(house.signed), false], [firmOf(house.bare), false]]);
    expect(found[0]?.criteria.map(({ code, figure, atLeast, met }) => [code, figure, atLeast, met])).toEqual([
      ["IN_GOOD_STANDING", "ACTIVE", null, true], ["MEMBER_MONTHS", "31", "12", true], ["MINIMUM_GRADE", "AAA", "AA", true], ["MINIMUM_SERVICE_SCORE", "91", "70", true],
      ["NO_GRADE_CAP", "0", null, true], ["NO_OPEN_FINDING", "0", "CRITICAL", true], ["NO_UNSETTLED_SANCTION", "0", null, true], ["PLEDGE_SIGNED", "1", null, true],
    ]);
    expect(found[2]?.criteria.filter(({ met }) => !met).map(({ code, figure }) => [code, figure])).toEqual([["MINIMUM_GRADE", null], ["MINIMUM_SERVICE_SCORE", null], ["NO_OPEN_FINDING", "1"], ["PLEDGE_SIGNED", null]]);
    await drop(of(first), made.id);
  });

  test("costs the same statements however many members there are", async () => {
    const cost = async () => {
      let made: Round | null = null;
      const sent = await statementsDuring(async () => void (made = await opened("EXCELLENT_SERVICE_ENTERPRISE")));
      const { id, candidates } = made ?? { id: "", candidates: 0 };
      await drop(of(first), id);
      return { candidates, statements: sent.length };
    };
    const few = await cost();
    for (let firm = 0; firm < 12; firm += 1) await world.firm();
    const many = await cost();
    expect([few.candidates, many.candidates]).toEqual([3, 15]);
    expect(many.statements).toBe(few.statements);
    await world.database.asOwner("delete from standing_span where member_id not in ($1, $2, $3)", [house.model, house.signed, house.bare].map(firmOf));
  });

  test("is opened once for a kind and a year, of this year or the last, and not for commendations", async () => {
    const both = await Promise.all([open(of(first)), open(of(second))]);
    expect(both.flatMap(({ problems }) => problems)).toEqual([{ code: "REWARD_ROUND_EXISTS", path: "input.year" }]);
    expect((await open(of(second))).problems).toEqual([{ code: "REWARD_ROUND_EXISTS", path: "input.year" }]);
    expect((await open(of(first), "HONOUR_LIST", 2024)).problems).toEqual([{ code: "OUT_OF_RANGE", path: "input.year" }]);
    expect((await open(of(first), "HONOUR_LIST", 2027)).problems).toEqual([{ code: "OUT_OF_RANGE", path: "input.year" }]);
    expect((await open(of(first), "COMMENDATION")).problems).toEqual([{ code: "INVALID", path: "input.kind" }]);
    expect((await open(of(panel))).problems).toEqual([{ code: "FORBIDDEN", path: "act" }]);
    expect((await open(house.model)).problems).toEqual([{ code: "FORBIDDEN", path: "act" }]);
    const id = both.flatMap(({ round: made }) => made?.id ?? [])[0] ?? "";
    expect((await drop(of(second), id, " ")).problems).toEqual([{ code: "REQUIRED", path: "reason" }]);
    expect((await drop(of(second), "rwr_01JD0000000000000000000000")).problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
    expect(await drop(of(second), id)).toMatchObject({ round: { state: "DROPPED" }, problems: [] });
    expect((await drop(of(second), id)).problems).toEqual([{ code: "REWARD_ROUND_STATE", path: "id" }]);
  });

  test("lets officers strike who qualifies, with a reason, once, and nobody else", async () => {
    const { id } = await opened("HONOUR_LIST", 2025);
    const [model, unqualified] = await candidatesOf(id);
    expect((await strike(of(second), model?.id ?? "", "")).problems).toEqual([{ code: "REQUIRED", path: "reason" }]);
    expect((await strike(of(second), unqualified?.id ?? "")).problems).toEqual([{ code: "CRITERIA_UNMET", path: "id" }]);
    expect((await strike(of(second), "rwc_01JD0000000000000000000000")).problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
    expect((await strike(of(second, { memberId: firmOf(house.model) }), model?.id ?? "")).problems).toEqual([{ code: "OWN_FIRM", path: "id" }]);
    const answers = await Promise.all([strike(of(second), model?.id ?? ""), strike(of(third), model?.id ?? "")]);
    expect(answers.flatMap(({ problems }) => problems)).toEqual([{ code: "CONFLICT", path: "id" }]);
    expect((await candidatesOf(id, "STRUCK")).map(({ member, strike: struck }) => [member.id, struck?.reason])).toEqual([[firmOf(house.model), "A complaint is looked into."]]);
    const [struckBy] = await world.database.asOwner<{ by: string }>("select struck_by as by from reward_strike where candidate_id = $1", [model?.id]);
    const striker = [second, third].find((person) => person?.actor.userId === struckBy?.by);
    for (const person of [first, striker]) expect((await confirm(of(person), id)).problems).toEqual([{ code: "OWN_PROPOSAL", path: "id" }]);
    expect(await confirm(of(panel), id)).toMatchObject({ round: { state: "CONFIRMED", qualified: 1, struck: 1 }, problems: [] });
    expect(await world.database.asOwner("select 1 from reward where round_id = $1", [id])).toEqual([]);
  });

  test("gives nobody anything who did not qualify, whoever asks the database", async () => {
    const { id } = await opened();
    const give = (member: Person, by: Person | undefined) =>
      world.database.asOwner(
        `insert into reward (id, kind, member_id, state, ladder_version, round_id, year, proposed_by, proposed_at, decided_by, decided_at, from_day, through_day)
         values ('rwd_added', 'HONOUR_LIST', $1, 'IN_FORCE', 1, $2, 2026, $3, now(), $4, now(), '2026-08-11', '2027-08-10')`, [firmOf(member), id, first?.actor.userId, by?.actor.userId],
      );
    await expect(give(house.bare, second)).rejects.toThrow(/gives nothing to who does not qualify/);
    await expect(give(house.model, first)).rejects.toThrow(/four_eyes/);
    await expect(world.database.asOwner("update reward_candidate set qualified = true, unmet = '{}'")).rejects.toThrow(/append-only/);
    await drop(of(first), id);
  });

  test("confirmed by another person gives everybody their reward at once; of several who confirm, one does", async () => {
    const { id } = await opened();
    expect((await confirm(of(first), id)).problems).toEqual([{ code: "OWN_PROPOSAL", path: "id" }]);
    expect((await confirm(of(second, { memberId: firmOf(house.model) }), id)).problems).toEqual([{ code: "OWN_FIRM", path: "id" }]);
    expect((await confirm(await world.officer({ steppedUp: false }), id)).problems).toEqual([{ code: "STEP_UP_REQUIRED", path: "act" }]);
    const candidate = await modelOf(id);
    const answers = await Promise.all([confirm(of(second), id), confirm(of(panel), id), confirm(of(third), id)]);
    expect(answers.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(["CONFLICT", "CONFLICT"]);
    const given = await world.database.asOwner(
      "select r.member_id, r.kind, r.year, r.from_day::text, r.through_day::text, h.state from reward r join reward_change h on h.reward_id = r.id where round_id = $1", [id],
    );
    expect(given).toEqual([{ member_id: firmOf(house.model), kind: "HONOUR_LIST", year: 2026, from_day: "2026-08-11", through_day: "2027-08-10", state: "IN_FORCE" }]);
    expect((await strike(of(third), candidate)).problems).toEqual([{ code: "REWARD_ROUND_STATE", path: "id" }]);
    expect((await drop(of(first), id)).problems).toEqual([{ code: "REWARD_ROUND_STATE", path: "id" }]);
    expect((await open(of(first))).problems).toEqual([{ code: "REWARD_ROUND_EXISTS", path: "input.year" }]);
  });

  test("enters nothing in the credit ledger, since what it gives follows from the grade", async () => {
    await world.change((tx) => world.services.ledger.enterNext(tx, ""));
    expect(await world.database.asOwner("select 1 from credit_entry where source = 'REWARD'")).toEqual([]);
  });

  test("judged anew later, from what it stored, comes out the same, and says so when it does not", async () => {
    const { data } = await of(panel).run<{ rewardRounds: { edges: { node: Round }[] } }>("{ rewardRounds(first: 100) { edges { node { id state recheck { judged differing } } } } }");
    const { id, recheck } = data?.rewardRounds.edges.map(({ node }) => node).find(({ state }) => state === "CONFIRMED") ?? { id: "", recheck: null };
    expect(recheck).toEqual({ judged: 3, differing: 0 });
    await world.database.asOwner("alter table reward_candidate disable trigger all");
    await world.database.asOwner("update reward_candidate set figures = jsonb_set(figures, '{grade,grade}', '\"B\"') where round_id = $1 and qualified", [id]);
    expect((await of(panel).run("query ($id: ID!) { rewardRound(id: $id) { recheck { judged differing } } }", { id })).data).toEqual({ rewardRound: { recheck: { judged: 3, differing: 1 } } });
  });

  test("is shown to no member", async () => {
    const { data, errors } = await house.model.run("{ rewardRounds(first: 10) { totalCount } }");
    expect([data, errors.map(({ code }) => code)]).toEqual([null, ["FORBIDDEN"]]);
    expect(await candidatesOf("rwr_01JD0000000000000000000000", null, proved(world, house.model))).toEqual([]);
  });
});

describe("what a firm lacks for a reward", () => {
  const outlook = async (person: Person) =>
    (await person.run<{ viewer: { member: { rewardOutlook: { kind: string; qualified: boolean; criteria: { code: string; met: boolean }[] }[] } } }>(
      "{ viewer { member { rewardOutlook { kind qualified criteria { code met figure words } } } } }",
    )).data?.viewer.member.rewardOutlook;

  test("is told to the firm from its own figures", async () => {
    expect((await outlook(house.model))?.map(({ kind, qualified }) => [kind, qualified])).toEqual([["HONOUR_LIST", true], ["EXCELLENT_SERVICE_ENTERPRISE", false]]);
    expect((await outlook(house.model))?.[1]?.criteria.filter(({ met }) => !met).map(({ code }) => code)).toEqual(["NO_OPEN_FINDING"]);
    const [list] = (await outlook(house.bare)) ?? [];
    expect(list?.criteria.filter(({ met }) => !met).map(({ code }) => code)).toEqual(["MINIMUM_GRADE", "MINIMUM_SERVICE_SCORE", "NO_OPEN_FINDING", "PLEDGE_SIGNED"]);
  });
});
