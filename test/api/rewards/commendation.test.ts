import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { effectsInForce } from "../../../server/modules/rewards/index.ts";
import { standAs } from "../../support/standing.ts";
import type { Person, World } from "../../support/world.ts";
import { deed, firmOf, inAll, proved, rewardActs, rewardsHouse, type RewardsHouse } from "./rewards-house.ts";

let house: RewardsHouse;
let world: World;
let [first, second, panel]: Person[] = [];

beforeAll(async () => {
  house = await rewardsHouse();
  ({ world } = house);
  [first, second, panel] = [await world.officer(), await world.officer(), await world.panel()];
});
afterAll(() => world.close());

const of = (person: Person | undefined, changes: Partial<Person["actor"]> = {}): Person => {
  if (!person) throw new Error("Nobody is there.");
  return proved(world, person, changes);
};
const model = () => firmOf(house.model);
const proposed = async (input: object = deed()) => {
  const { reward, problems } = await rewardActs.propose(of(first), model(), input);
  if (!reward) throw new Error(JSON.stringify(problems));
  return reward.id;
};
const given = async () => {
  const id = await proposed();
  await rewardActs.confirm(of(second), id);
  return id;
};
const entries = (id: string) =>
  world.database.asOwner<{ kind: string; clause: string; proof: string; occurred: string; ended: boolean; reason: string | null; corrects: boolean }>(
    `select kind, clause, proof, to_char(occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as occurred, expires_at is not null as ended, reason, supersedes is not null as corrects
     from credit_entry where source = 'REWARD' and source_record = $1 order by place`, [id],
  );

describe("a commendation", () => {
  test("is proposed by one officer, confirmed by another, and holds for a year from then on", async () => {
    const asked = await rewardActs.propose(of(first), model());
    expect(asked).toEqual({ reward: { id: expect.stringMatching(/^rwd_/) as string, state: "PROPOSED", fromDay: null, throughDay: null }, problems: [] });
    expect(await rewardActs.confirm(of(second), asked.reward?.id ?? "")).toEqual({
      reward: { id: asked.reward?.id, state: "IN_FORCE", fromDay: "2026-08-11", throughDay: "2027-08-10" }, problems: [],
    });
    expect((await world.announced("reward.")).slice(-2)).toEqual(["reward.proposed", "reward.confirmed"]);
    const history = await world.database.asOwner("select state, changed_by from reward_change where reward_id = $1 order by place", [asked.reward?.id]);
    expect(history).toEqual([{ state: "PROPOSED", changed_by: of(first).actor.userId }, { state: "IN_FORCE", changed_by: of(second).actor.userId }]);
  });

  test("may be confirmed or declined by a member of the panel, and needs a reason to be declined", async () => {
    const id = await proposed();
    expect((await rewardActs.decline(of(panel), id, " ")).problems).toEqual([{ code: "REQUIRED", path: "reason" }]);
    expect((await rewardActs.decline(of(panel), id, "x".repeat(2_001))).problems).toEqual([{ code: "TOO_LONG", path: "reason" }]);
    expect(await rewardActs.decline(of(panel), id)).toMatchObject({ reward: { state: "DECLINED", fromDay: null }, problems: [] });
    expect((await rewardActs.confirm(of(second), id)).problems).toEqual([{ code: "CONFLICT", path: "id" }]);
    expect((await rewardActs.revoke(of(second), id)).problems).toEqual([{ code: "REWARD_STATE", path: "id" }]);
  });

  test("is not confirmed by who proposed it: not later, not in another role, and not after proposing it by an API key", async () => {
    const id = await proposed();
    const own = [{ code: "OWN_PROPOSAL", path: "id" }];
    expect((await rewardActs.confirm(of(first), id)).problems).toEqual(own);
    expect((await rewardActs.decline(of(first), id)).problems).toEqual(own);
    expect((await rewardActs.confirm(of(panel, { userId: of(first).actor.userId }), id)).problems).toEqual(own);
    const byKey = (await rewardActs.propose(of(second, { kind: "API_KEY", sessionId: null }), model())).reward?.id ?? "";
    expect((await rewardActs.confirm(of(second), byKey)).problems).toEqual(own);
  });

  test("confirmed by several at the same moment is given once, and the rest are told so", async () => {
    const id = await proposed();
    const answers = await Promise.all([rewardActs.confirm(of(second), id), rewardActs.confirm(of(panel), id), rewardActs.confirm(of(second), id)]);
    expect(answers.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(["CONFLICT", "CONFLICT"]);
    expect(await world.database.asOwner("select count(*)::int as count from reward_change where reward_id = $1 and state = 'IN_FORCE'", [id])).toEqual([{ count: 1 }]);
  });

  test("concerns nobody who belongs to the firm", async () => {
    const insider = of(second, { memberId: model() });
    expect((await rewardActs.propose(insider, model())).problems).toEqual([{ code: "OWN_FIRM", path: "memberId" }]);
    const id = await proposed();
    expect((await rewardActs.confirm(insider, id)).problems).toEqual([{ code: "OWN_FIRM", path: "id" }]);
    await rewardActs.confirm(of(second), id);
    expect((await rewardActs.revoke(insider, id)).problems).toEqual([{ code: "OWN_FIRM", path: "id" }]);
  });

  test.each([
    ["a deed before the days the ladder allows", { deedOn: "2026-02-11" }, "DEED_DAY", "input.deedOn"],
    ["a deed of tomorrow", { deedOn: "2026-08-12" }, "DEED_DAY", "input.deedOn"],
    ["a clause nobody wrote", { clause: "C9" }, "NOT_FOUND", "input.clause"],
    ["no deed in one language", { deed: { ...inAll("Well done."), en: " " } }, "REQUIRED", "input.deed.en"],
    ["a deed told at length", { deed: { ...inAll("Well done."), "zh-Hant": "好".repeat(301) } }, "TOO_LONG", "input.deed.zh-Hant"],
    ["no evidence", { evidence: "" }, "REQUIRED", "input.evidence"],
  ])("is refused for %s", async (_, change, code, path) => {
    const { asOwner } = world.database;
    const count = () => asOwner("select count(*) from reward");
    const before = await count();
    expect(await rewardActs.propose(of(first), model(), deed(change))).toEqual({ reward: null, problems: [{ code, path }] });
    expect(await count()).toEqual(before);
  });

  test("may honour an article of a norm, and takes the oldest day the ladder allows", async () => {
    const id = await proposed(deed({ clause: "N4.2", deedOn: "2026-02-12" }));
    const { data } = await of(first).run("query ($id: ID!) { reward(id: $id) { clause { code title } deedOn } }", { id });
    expect(data).toMatchObject({ reward: { clause: { code: "N4.2" }, deedOn: "2026-02-12" } });
  });

  test("is refused to a firm that has not signed the pledge, and not confirmed once it is suspended", async () => {
    expect((await rewardActs.propose(of(first), firmOf(house.bare))).problems).toEqual([{ code: "CRITERIA_UNMET", path: "memberId" }]);
    const { reward } = await rewardActs.propose(of(first), firmOf(house.signed));
    await standAs(world.database, "SUSPENDED", firmOf(house.signed));
    expect((await rewardActs.confirm(of(second), reward?.id ?? "")).problems).toEqual([{ code: "CRITERIA_UNMET", path: "id" }]);
    await standAs(world.database, "ACTIVE", firmOf(house.signed));
    expect((await rewardActs.confirm(of(second), reward?.id ?? "")).problems).toEqual([]);
  });

  test("and what happens to it wants an officer's fresh proof of identity", async () => {
    const id = await proposed();
    const stale = await world.officer({ steppedUp: false });
    expect((await rewardActs.confirm(stale, id)).problems).toEqual([{ code: "STEP_UP_REQUIRED", path: "act" }]);
    expect((await rewardActs.revoke(stale, id)).problems).toEqual([{ code: "STEP_UP_REQUIRED", path: "act" }]);
    expect((await rewardActs.propose(of(panel), model())).problems).toEqual([{ code: "FORBIDDEN", path: "act" }]);
    expect((await rewardActs.revoke(of(panel), id)).problems).toEqual([{ code: "FORBIDDEN", path: "act" }]);
    expect((await rewardActs.confirm(house.model, id)).problems).toEqual([{ code: "FORBIDDEN", path: "act" }]);
    expect((await rewardActs.confirm(of(second), "rwd_01JD0000000000000000000000")).problems).toEqual([{ code: "NOT_FOUND", path: "id" }]);
  });
});

describe("what a commendation enters in the credit ledger", () => {
  test("is one entry of the deed's day, when it is confirmed and not before", async () => {
    const id = await proposed();
    const enter = () => world.change((tx) => world.services.ledger.enterOf(tx, { source: "REWARD", record: id }));
    expect(await enter()).toBe(0);
    await rewardActs.confirm(of(second), id);
    expect([await enter(), await enter()]).toEqual([1, 0]);
    expect(await entries(id)).toEqual([{ kind: "COMMENDATION", clause: "C2", proof: "DOCUMENT_BACKED", occurred: "2026-08-01", ended: false, reason: null, corrects: false }]);
  });

  test("ends by a correction when it is revoked, whether it was entered by then or not", async () => {
    const id = await given();
    world.travel(1_000);
    expect(await rewardActs.revoke(of(first), id)).toMatchObject({ reward: { state: "REVOKED" }, problems: [] });
    expect((await entries(id)).map(({ ended, reason, corrects }) => ({ ended, reason, corrects }))).toEqual([
      { ended: false, reason: null, corrects: false }, { ended: true, reason: "It never happened.", corrects: true },
    ]);
    expect((await rewardActs.revoke(of(first), id)).problems).toEqual([{ code: "CONFLICT", path: "id" }]);
    expect(await entries(id)).toHaveLength(2);
  });

  test("stands as it is when the revocation is refused", async () => {
    const id = await given();
    expect((await rewardActs.revoke(of(first), id, "")).problems).toEqual([{ code: "REQUIRED", path: "reason" }]);
    expect(await entries(id)).toEqual([]);
  });
});

describe("what a reward brings", () => {
  const effects = async () => {
    const ctx = world.contextOf(system);
    const found = await effectsInForce(ctx, [firmOf(house.signed), firmOf(house.bare)]);
    await ctx.endReads();
    return [...found].map(([member, list]) => [member, list.map(({ code, kind, through }) => ({ code, kind, through }))]);
  };

  test("is there for who was given it while it stands, and rests while it is suspended or sanctioned", async () => {
    const lane = [[firmOf(house.signed), [{ code: "FAST_LANE", kind: "COMMENDATION", through: "2027-08-10" }]]];
    expect(await effects()).toEqual(lane);
    await standAs(world.database, "SUSPENDED", firmOf(house.signed));
    expect(await effects()).toEqual([]);
    await standAs(world.database, "ACTIVE", firmOf(house.signed));
    const enter = (id: string, kind: string) =>
      world.database.asOwner(
        `insert into credit_entry (id, member_id, source, source_record, kind, area, matter, severity, proof, occurred_at, decided_at, evidence, facts, entered_at)
         values ($1, $2, 'TEST', $1, $3, 'PLEDGE_AND_NORMS', 'case 1', 'MAJOR', 'VERIFIED', $4, $4, '[]', '{}', $4)`, [id, firmOf(house.signed), kind, world.now()],
      );
    await enter("cre_00000000000000000000000001", "SANCTION");
    expect(await effects()).toEqual([]);
    await enter("cre_00000000000000000000000002", "REPAIR");
    expect(await effects()).toEqual(lane);
  });

  test("is shown to the firm with its words and its end, and nothing of it to another", async () => {
    const { data } = await house.signed.run("{ viewer { member { rewards { kind state } rewardEffects { code words through } } } }");
    expect(data).toMatchObject({ viewer: { member: { rewards: [{ kind: "COMMENDATION", state: "IN_FORCE" }], rewardEffects: [{ code: "FAST_LANE", through: "2027-08-10" }] } } });
    expect((await house.bare.run("{ rewards(first: 10) { totalCount } viewer { member { rewards { id } } } }")).data).toEqual({ rewards: { totalCount: 0 }, viewer: { member: { rewards: [] } } });
  });

  test("ends with its last day, after which there is nothing to revoke", async () => {
    world.travelTo("2027-08-10T02:00:00Z");
    expect(await effects()).toHaveLength(1);
    world.travelTo("2027-08-10T17:00:00Z");
    expect(await effects()).toEqual([]);
    const { data } = await proved(world, house.signed).run<{ viewer: { member: { rewards: { id: string; state: string }[] } } }>("{ viewer { member { rewards { id state } } } }");
    expect(data?.viewer.member.rewards.map(({ state }) => state)).toEqual(["EXPIRED"]);
    expect((await rewardActs.revoke(of(first), data?.viewer.member.rewards[0]?.id ?? "")).problems).toEqual([{ code: "REWARD_STATE", path: "id" }]);
  });
});

describe("a firm", () => {
  beforeAll(() => standAs(world.database, "ACTIVE", model()));

  test("knows nothing of what is only proposed or was declined, even its own", async () => {
    const [waiting, declined] = [await proposed(deed({ deedOn: "2027-08-01" })), await proposed(deed({ deedOn: "2027-08-02" }))];
    await rewardActs.decline(of(second), declined);
    for (const id of [waiting, declined]) {
      expect((await proved(world, house.model).run("query ($id: ID!) { reward(id: $id) { id } node(id: $id) { id } }", { id })).data).toEqual({ reward: null, node: null });
    }
    const { data } = await proved(world, house.model).run<{ rewards: { edges: { node: { id: string } }[] } }>("{ rewards(first: 100) { edges { node { id } } } }");
    expect(data?.rewards.edges.map(({ node }) => node.id)).not.toEqual(expect.arrayContaining([waiting]));
  });

  test("cannot be rewarded past the second person, whoever asks the database", async () => {
    const id = await proposed(deed({ deedOn: "2027-08-03" }));
    const as = (sql: string) => world.database.asOwner(sql, [id, of(first).actor.userId]);
    await expect(as("update reward set state = 'IN_FORCE', decided_by = $2, decided_at = now(), from_day = '2027-08-11', through_day = '2028-08-10' where id = $1")).rejects.toThrow(/reward_four_eyes/);
    await expect(as("update reward set state = 'REVOKED', decided_by = $2 where id = $1")).rejects.toThrow(/skips no step/);
    await expect(world.database.asOwner("update reward set evidence = 'Other.' where id = $1", [id])).rejects.toThrow(/stays what it is/);
    await expect(world.database.asOwner("delete from reward where id = $1", [id])).rejects.toThrow(/never removed/);
    await expect(world.database.asOwner("update reward_change set reason = 'x'")).rejects.toThrow(/append-only/);
  });
});
