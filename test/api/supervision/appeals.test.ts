import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { act, actOnAppeal, actOnSeat, type CaseStory, decidedCase, passDays, seenIn, servedCase, went } from "../../support/cases.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

const BEGAN = "2026-07-01T02:00:00Z";
let world: World;
beforeAll(async () => (world = await openWorld({ now: new Date(BEGAN) })));
afterAll(() => world.close());
beforeEach(() => world.travelTo(BEGAN));
afterEach(() => world.travelTo(BEGAN));

const appeal = { grounds: ["EXCESSIVE"], text: "A warning would have done.", fileIds: [] };
const suspension = { step: "SUSPENSION", months: 6 };
const cancelled = { step: "MEMBERSHIP_CANCELLED" };

const file = (story: CaseStory, more: object = {}) => actOnAppeal(story.firm, "appealFile", { caseId: story.seen.id, ...appeal, ...more });

/** Has three people who had no part in the case decide an appeal. */
async function decideAppeal(story: CaseStory, choice: Record<string, unknown>) {
  let seen = went(await file(story));
  const panel = await Promise.all([1, 2, 3].map(() => world.panel()));
  went(await actOnAppeal(story.officer, "appealPanelSeat", { id: seen.id, revision: seen.revision, userIds: panel.map(({ actor }) => actor.userId) }));
  for (const person of panel) await actOnSeat(person, "panelInterestDeclare", { id: seen.id, interested: false, declaration: "" });
  for (const person of panel) went(await actOnAppeal(person, "appealVoteCast", { id: seen.id, revision: seen.revision, step: null, months: null, reason: "So it is just.", ...choice }));
  seen = went(await actOnAppeal(panel[0] as Person, "appealDecide", { id: seen.id, revision: seen.revision }));
  return { seen, panel };
}

const decisionsOf = (story: CaseStory) =>
  world.database.asOwner<{ step: string; in_force_on: string | null; ends_on: string | null; set_aside_on: string | null; appeal_id: string | null }>(
    "select step, in_force_on, ends_on, set_aside_on, appeal_id from sanction_decision where case_id = $1 order by decided_at, appeal_id nulls first", [story.seen.id]);

const stateOf = async (story: CaseStory) => (await world.database.asOwner<{ state: string; outcome: string | null; closed_on: string | null }>("select state, outcome, closed_on from sanction_case where id = $1", [story.seen.id]))[0];

const standingOn = async (story: CaseStory, day: string) => {
  const { data } = await story.officer.run<{ member: { statusOn: string } }>("query M($id: ID!, $day: Date!) { member(id: $id) { statusOn(day: $day) } }", { id: story.firm.actor.memberId, day });
  return data?.member.statusOn;
};

const settle = () => world.change((tx) => world.services.enforcement.settleNext(tx, "", 100));

describe("an appeal", () => {
  test("is filed in time, once, on grounds the ladder knows, and refused afterwards with the day it ended", async () => {
    const story = await servedCase(world);
    expect(await file(story, { grounds: [] })).toMatchObject({ problems: [{ code: "REQUIRED", path: "input.grounds" }] });
    expect(await file(story, { grounds: ["BECAUSE"] })).toMatchObject({ problems: [{ code: "INVALID", path: "input.grounds" }] });
    expect(await file(story, { text: " " })).toMatchObject({ problems: [{ code: "REQUIRED", path: "input.text" }] });
    passDays(world, 28, story.firm);
    went(await file(story));
    expect(await file(story)).toMatchObject({ problems: [{ code: "ALREADY_APPEALED" }] });
    world.travelTo(BEGAN);
    const late = await servedCase(world);
    passDays(world, 29, late.firm);
    expect(await file(late)).toMatchObject({ problems: [{ code: "APPEAL_CLOSED", path: "input.caseId", day: "2026-07-29" }] });
  });

  test("is of the firm itself, and of a decision it was told", async () => {
    const story = await decidedCase(world);
    expect(await file(story)).toMatchObject({ problems: [{ code: "NOT_APPEALABLE" }] });
    const rival = await world.member();
    expect(await actOnAppeal(rival, "appealFile", { caseId: story.seen.id, ...appeal })).toMatchObject({ problems: [{ code: "NOT_FOUND" }] });
    const dismissed = await servedCase(world, {}, "DISMISS");
    expect(await file(dismissed)).toMatchObject({ problems: [{ code: "NOT_APPEALABLE" }] });
  });

  test("is decided by nobody who had a part in the case, its panel included", async () => {
    const story = await servedCase(world);
    const seen = went(await file(story));
    for (const person of [...story.panel]) {
      expect(await actOnAppeal(story.officer, "appealPanelSeat", { id: seen.id, revision: seen.revision, userIds: [person.actor.userId] })).toMatchObject({ problems: [{ code: "PANEL_CONFLICT" }] });
    }
    const fresh = await world.panel();
    const seat = { id: seen.id, revision: seen.revision, userIds: [fresh.actor.userId] };
    went(await actOnAppeal(story.officer, "appealPanelSeat", seat));
    await actOnSeat(fresh, "panelInterestDeclare", { id: seen.id, interested: false, declaration: "" });
    expect(await actOnAppeal(fresh, "appealVoteCast", { id: seen.id, revision: seen.revision, outcome: "REDUCED", step: "SUSPENSION", months: 2, reason: "More." })).toMatchObject({ problems: [{ code: "NOT_MILDER", path: "input.step" }] });
    expect(await actOnAppeal(fresh, "appealDecide", { id: seen.id, revision: seen.revision })).toMatchObject({ problems: [{ code: "BELOW_QUORUM" }] });
    expect(await actOnAppeal(story.firm, "appealDecide", { id: seen.id, revision: seen.revision })).toMatchObject({ problems: [{ code: "FORBIDDEN" }] });
  });

  test("keeps a cancelled membership from being cancelled until it is decided", async () => {
    const story = await servedCase(world, cancelled);
    expect([await stateOf(story), (await decisionsOf(story))[0]?.in_force_on, await standingOn(story, "2026-07-01")]).toEqual([{ state: "SERVED", outcome: null, closed_on: null }, null, "ACTIVE"]);
    passDays(world, 10, story.firm, story.officer);
    await decideAppeal(story, { outcome: "UPHELD" });
    expect([await stateOf(story), (await decisionsOf(story))[0]?.in_force_on, await standingOn(story, "2026-07-10"), await standingOn(story, "2026-07-11")]).toEqual([
      { state: "CLOSED", outcome: "SANCTIONED", closed_on: "2026-07-11" }, "2026-07-11", "ACTIVE", "EXPELLED",
    ]);
  });

  test("does away with a suspension, which ends that day and stays on file", async () => {
    const story = await servedCase(world, suspension);
    expect(await standingOn(story, "2026-07-05")).toBe("SUSPENDED");
    passDays(world, 10, story.firm, story.officer);
    await decideAppeal(story, { outcome: "SET_ASIDE" });
    expect(await decisionsOf(story)).toMatchObject([{ step: "SUSPENSION", in_force_on: "2026-07-01", set_aside_on: "2026-07-11" }]);
    expect(await stateOf(story)).toMatchObject({ state: "CLOSED", outcome: "SET_ASIDE" });
    expect([await standingOn(story, "2026-07-10"), await standingOn(story, "2026-07-11")]).toEqual(["SUSPENDED", "ACTIVE"]);
  });

  test("puts a shorter suspension in the place of a longer one, from the day that one began", async () => {
    const story = await servedCase(world, suspension);
    passDays(world, 10, story.firm, story.officer);
    await decideAppeal(story, { outcome: "REDUCED", step: "SUSPENSION", months: 1 });
    expect(await decisionsOf(story)).toMatchObject([{ set_aside_on: "2026-07-11" }, { step: "SUSPENSION", in_force_on: "2026-07-01", ends_on: "2026-07-31", set_aside_on: null }]);
    expect([await standingOn(story, "2026-07-31"), await standingOn(story, "2026-08-01")]).toEqual(["SUSPENDED", "ACTIVE"]);
    passDays(world, 31);
    await settle();
    expect(await stateOf(story)).toMatchObject({ state: "CLOSED", outcome: "SANCTIONED", closed_on: "2026-08-01" });
  });

  test("is taken back, and the decision takes effect", async () => {
    const story = await servedCase(world, cancelled);
    const seen = went(await file(story));
    const rival = await world.member();
    expect(await actOnAppeal(rival, "appealWithdraw", { id: seen.id, revision: seen.revision })).toMatchObject({ problems: [{ code: "NOT_FOUND" }] });
    went(await actOnAppeal(story.firm, "appealWithdraw", { id: seen.id, revision: seen.revision }));
    expect((await decisionsOf(story))[0]?.in_force_on).toBe("2026-07-01");
  });

  test("of fifty decisions at once, one is made", async () => {
    const story = await servedCase(world);
    const seen = went(await file(story));
    const panel = await Promise.all([1, 2, 3].map(() => world.panel()));
    went(await actOnAppeal(story.officer, "appealPanelSeat", { id: seen.id, revision: seen.revision, userIds: panel.map(({ actor }) => actor.userId) }));
    for (const person of panel) {
      await actOnSeat(person, "panelInterestDeclare", { id: seen.id, interested: false, declaration: "" });
      went(await actOnAppeal(person, "appealVoteCast", { id: seen.id, revision: seen.revision, outcome: "UPHELD", step: null, months: null, reason: "Yes." }));
    }
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => actOnAppeal(panel[at % 3] as Person, "appealDecide", { id: seen.id, revision: seen.revision })));
    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ problems }) => problems.map(({ code }) => code)))).toEqual(new Set(["CONFLICT"]));
  });
});

describe("a decision takes effect by itself on its day", () => {
  test("when nobody appealed in time, and on that day even where the house comes to it ten days late", async () => {
    const story = await servedCase(world, cancelled);
    passDays(world, 28);
    await settle();
    expect(await stateOf(story)).toMatchObject({ state: "SERVED" });
    passDays(world, 11, story.officer);
    await settle();
    expect((await decisionsOf(story))[0]?.in_force_on).toBe("2026-07-30");
    expect(await stateOf(story)).toMatchObject({ state: "CLOSED", closed_on: "2026-07-30" });
    expect([await standingOn(story, "2026-07-29"), await standingOn(story, "2026-07-30")]).toEqual(["ACTIVE", "EXPELLED"]);
    const before = await world.announced("sanction.in-force");
    await settle();
    expect(await world.announced("sanction.in-force")).toEqual(before);
  });

  test("and a case is closed when its time to appeal and its term are over", async () => {
    const warned = await servedCase(world);
    passDays(world, 29);
    await settle();
    expect(await stateOf(warned)).toMatchObject({ state: "CLOSED", outcome: "SANCTIONED", closed_on: "2026-07-30" });
  });
});

test("an act on a decision is never by anybody else: a member may not seat, vote or serve", async () => {
  const story = await decidedCase(world);
  for (const [name, more] of [["casePanelSeat", { userIds: [] }], ["caseVoteCast", { choice: "DISMISS", reason: "Me." }], ["caseDecide", {}], ["caseDecisionServe", {}]] as const) {
    expect(await act(story.firm, name, { ...seenIn(story), ...more })).toMatchObject({ problems: [{ code: "FORBIDDEN" }] });
  }
});
