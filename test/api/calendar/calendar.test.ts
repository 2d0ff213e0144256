import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addWorkingDays, workingCalendar } from "../../../server/modules/calendar/index.ts";
import { system } from "../../../server/platform/actor.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
let officer: Person;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-11-25T02:00:00Z") });
  officer = await world.officer();
  await world.change((tx) => world.services.calendar.enterAnnounced(tx, 2026, [{ day: "2026-12-05", working: true, name: { "zh-Hant": "元旦", "zh-Hans": "元旦", en: "New Year" } }]));
});
afterAll(() => world.close());

const year = "year { year announced workingDays days { day working source counts name } } problems { code path }";
const set = `mutation ($day: Date!, $working: Boolean!, $reason: String!) { calendarDayDecide(input: { day: $day, working: $working, reason: $reason }) { ${year} } }`;
const restore = `mutation ($day: Date!) { calendarDayRestore(day: $day) { ${year} } }`;
interface Payload { year: { workingDays: number; days: { day: string; working: boolean; source: string; counts: boolean }[] } | null; problems: { code: string; path: string }[] }
const setting = async (person: Person, day: string, working: boolean, reason = "流動審計日") => (await person.run<{ calendarDayDecide: Payload }>(set, { day, working, reason })).data?.calendarDayDecide;
const dueFrom = async (day: string, count: number) => {
  const ctx = world.contextOf(system);
  const calendar = await workingCalendar(ctx);
  await ctx.endReads();
  return addWorkingDays(calendar, day, count);
};

describe("the working calendar", () => {
  test("is read by everybody who is signed in", async () => {
    const member = await world.member();
    const { data } = await member.run<{ calendarYear: Payload["year"] & { announced: boolean } }>("{ calendarYear(year: 2026) { announced workingDays days { day working source counts } } }");
    expect(data?.calendarYear).toMatchObject({ announced: true, workingDays: 262, days: [{ day: "2026-12-05", working: true, source: "ANNOUNCED", counts: true }] });
    expect((await member.run<{ calendarYear: object }>("{ calendarYear(year: 2031) { announced days { day } } }")).data?.calendarYear).toEqual({ announced: false, days: [] });
    expect((await member.run("{ calendarYear(year: 1999) { year } }")).data).toEqual({ calendarYear: null });
  });

  test("what an officer decides goes before what was announced, moves every clock, and can be taken back", async () => {
    expect(await dueFrom("2026-12-04", 1)).toBe("2026-12-05");
    const decided = await setting(officer, "2026-12-05", false);
    expect(decided?.problems).toEqual([]);
    expect(decided?.year?.days).toMatchObject([{ working: false, source: "ASSOCIATION", counts: true }, { working: true, source: "ANNOUNCED", counts: false }]);
    expect(await dueFrom("2026-12-04", 1)).toBe("2026-12-07");
    const { data } = await officer.run<{ calendarDayRestore: Payload }>(restore, { day: "2026-12-05" });
    expect(data?.calendarDayRestore.year?.days).toMatchObject([{ working: true, source: "ANNOUNCED", counts: true }]);
    expect(await dueFrom("2026-12-04", 1)).toBe("2026-12-05");
    expect((await world.announced("calendar")).slice(-3)).toEqual(["calendar.holidays-entered", "calendar.day-decided", "calendar.day-restored"]);
  });

  test.each([
    ["a day that is past", "2026-11-24", "x", { code: "PAST_DAY", path: "input.day" }],
    ["a day nobody can foresee", "2032-01-01", "x", { code: "OUT_OF_RANGE", path: "input.day" }],
    ["no reason", "2026-12-24", "  ", { code: "REQUIRED", path: "input.reason" }],
    ["a reason too long", "2026-12-24", "x".repeat(201), { code: "TOO_LONG", path: "input.reason" }],
  ])("refuses %s and changes nothing", async (_, day, reason, problem) => {
    const before = await world.database.asOwner("select * from calendar_day");
    expect(await setting(officer, day, false, reason)).toEqual({ year: null, problems: [problem] });
    expect(await world.database.asOwner("select * from calendar_day")).toEqual(before);
  });

  test("today can still be decided; there is nothing to take back where nothing was decided", async () => {
    expect((await setting(officer, "2026-11-25", false))?.problems).toEqual([]);
    const { data } = await officer.run<{ calendarDayRestore: Payload }>(restore, { day: "2026-12-25" });
    expect(data?.calendarDayRestore.problems).toEqual([{ code: "NOT_FOUND", path: "day" }]);
  });

  test("is changed by officers alone", async () => {
    for (const person of [await world.member(), await world.panel(), await world.operator()]) {
      expect((await person.run(set, { day: "2026-12-24", working: false, reason: "x" })).errors).toMatchObject([{ code: "FORBIDDEN" }]);
    }
  });

  test("the same announcement again changes nothing; a corrected one takes its place and leaves the association's decisions", async () => {
    const name = { "zh-Hant": "元旦", "zh-Hans": "元旦", en: "New Year" };
    await setting(officer, "2026-12-31", false);
    const facts = await world.announced("calendar.holidays");
    await world.change((tx) => world.services.calendar.enterAnnounced(tx, 2026, [{ day: "2026-12-05", working: true, name }]));
    expect(await world.announced("calendar.holidays")).toEqual(facts);
    await world.change((tx) => world.services.calendar.enterAnnounced(tx, 2026, [{ day: "2026-12-12", working: true, name }]));
    expect(await world.database.asOwner("select to_char(day, 'MM-DD') as day, source from calendar_day where day > '2026-12-01' order by day")).toEqual([
      { day: "12-12", source: "ANNOUNCED" }, { day: "12-31", source: "ASSOCIATION" },
    ]);
  });
});
