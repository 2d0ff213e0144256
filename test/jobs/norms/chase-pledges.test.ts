import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { chasePledgesProcessor } from "../../../workers/pledges/chase-pledges.processor.ts";
import { jobRun } from "../../support/job-run.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { standAs } from "../../support/standing.ts";

let world: World;
let [early, never, newcomer]: Person[] = [];
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-02-02T03:00:00Z") });
  [early, never] = [await world.member(), await world.member()];
});
afterAll(() => world.close());

const of = (person: Person | undefined): Person => {
  if (!person) throw new Error("Nobody is there.");
  return world.as({ ...person.actor, steppedUpUntil: new Date(world.now().getTime() + 60_000) });
};
const chase = async (atOnce?: number) => {
  const ctx = world.contextOf(system);
  await chasePledgesProcessor(world.services.pledgePublishing, atOnce).run({ period: "2026-01-01" }, jobRun(ctx));
  await ctx.endReads();
};
const noted = async (person: Person | undefined) =>
  (await world.database.asOwner<{ days: number; due: string }>("select day_offset as days, due_on::text as due from pledge_reminder where member_id = $1 order by 1", [of(person).actor.memberId])).map(({ days, due }) => `${days} ${due}`);

async function sign(person: Person): Promise<void> {
  const { data } = await person.run<{ pledge: { id: string; textDigest: string } }>(`{ pledge { id textDigest(language: EN) } }`);
  const input = { versionId: data?.pledge.id, textDigest: data?.pledge.textDigest, readToEnd: true, consent: true, signatoryName: "Lin Mei", signatoryTitle: "Manager" };
  await person.run(`mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) { problems { code } } }`, { input });
}

describe("members that have not signed the pledge", () => {
  test("are reminded on the association's days, from the day on and not before", async () => {
    await chase();
    expect(await noted(never)).toEqual([]);
    world.travelTo("2026-03-01T00:00:00Z");
    await chase();
    expect([await noted(early), await noted(never)]).toEqual([["-30 2026-03-01"], ["-30 2026-03-01"]]);
  });

  test("are reminded once, however often and however much at once the job runs", async () => {
    await Promise.all([chase(), chase(), chase()]);
    await chase();
    expect(await noted(never)).toEqual(["-30 2026-03-01"]);
    expect(await world.database.asOwner("select 1 from journal_entry where act = 'pledge.reminded'")).toHaveLength(2);
  });

  test("are reminded no more once they have signed", async () => {
    await sign(of(early));
    world.travelTo("2026-03-17T03:00:00Z");
    await chase();
    expect([await noted(early), await noted(never)]).toEqual([["-30 2026-03-01"], ["-30 2026-03-01", "-14 2026-03-17"]]);
  });

  test("find every reminder of the days the house was down, each under its own day, in however small steps", async () => {
    world.travelTo("2026-04-20T03:00:00Z");
    await chase(1);
    expect(await noted(never)).toEqual(["-30 2026-03-01", "-14 2026-03-17", "-3 2026-03-28", "1 2026-04-01", "14 2026-04-14"]);
  });

  test("see on which days they were reminded, and nobody else's", async () => {
    const asked = async (person: Person) => (await person.run<{ viewer: { member: { pledgeReminders: { dayOffset: number; dueOn: string }[] } } }>("{ viewer { member { pledgeReminders { dayOffset dueOn } } } }")).data?.viewer.member.pledgeReminders;
    expect((await asked(of(never)))?.map(({ dayOffset }) => dayOffset)).toEqual([-30, -14, -3, 1, 14]);
    expect(await asked(of(early))).toEqual([{ dayOffset: -30, dueOn: "2026-03-01" }]);
    const ctx = world.contextOf(of(early).actor);
    expect(await ctx.rows("select distinct member_id from pledge_reminder").finally(() => ctx.endReads())).toEqual([{ member_id: of(early).actor.memberId }]);
  });

  test("that came late have their own days, and none from before they came", async () => {
    newcomer = await world.member({ firm: { admittedOn: "2026-04-18" } });
    await chase();
    expect(await noted(newcomer)).toEqual(["-30 2026-04-18"]);
    world.travelTo("2026-05-20T03:00:00Z");
    await chase();
    expect(await noted(newcomer)).toEqual(["-30 2026-04-18", "-14 2026-05-04", "-3 2026-05-15", "1 2026-05-19"]);
  });

  test("are chased for the newest version alone once it binds", async () => {
    await world.database.asOwner(`insert into pledge_version (id, number, state, in_force_on, sign_by, digest, title, preamble, clauses, consent, text_digests)
      select 'plv_01JD0000000000000000000002', 2, state, '2026-06-01', '2026-06-20', 'other', title, preamble, clauses, consent, text_digests from pledge_version where number = 1`);
    world.travelTo("2026-06-07T03:00:00Z");
    await chase();
    const second = await world.database.asOwner<{ days: number; due: string }>("select day_offset as days, due_on::text as due from pledge_reminder where version_id = 'plv_01JD0000000000000000000002' and member_id = $1 order by 1", [of(early).actor.memberId]);
    expect(second).toEqual([{ days: -14, due: "2026-06-06" }]);
  });

  test("that left the association are let alone, and no reminder is rewritten", async () => {
    await standAs(world.database, "LAPSED", of(never).actor.memberId);
    const before = await noted(never);
    world.travelTo("2026-06-18T03:00:00Z");
    await chase();
    expect(await noted(never)).toEqual(before);
    await expect(world.database.asOwner("delete from pledge_reminder")).rejects.toThrow(/never rewritten/);
  });
});
