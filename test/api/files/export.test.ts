import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { routes } from "../../../server/http/routes.ts";
import type { Permission } from "../../../server/modules/identity/index.ts";
import { createLog } from "../../../server/platform/log.ts";
import { act, decidedCase, openedCase, went } from "../../support/cases.ts";
import { served } from "../../support/served.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { furnish, type Household } from "../authorisation/household.ts";
import { numberOf } from "../publication/published.ts";

interface MemberFile {
  format: string;
  version: number;
  member: Record<string, unknown> & { sanctionCases?: { decisions: unknown[] }[] };
  gradeExplained: unknown;
  credit?: unknown[];
  findings?: unknown[];
  timeline: { event: string; words: Record<string, string> }[];
}

let world: World;
let app: FastifyInstance;
let household: Household;
let officer: Person;
const people: Person[] = [];

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-07-01T02:00:00Z") });
  household = await furnish(world);
  await world.database.asOwner("update finding set rule = 'PLEDGE_SIGNED' where id = $1", [household.ids.finding]); // A rule its set knows, so that it can be told in a sentence.
  officer = await world.officer();
  app = await createApp({
    source: world.database.source, config: served, services: world.services, schema: world.schema,
    authenticate: ({ headers }) => Promise.resolve((people[Number(headers["x-person"])] ?? world.stranger()).actor),
    log: createLog({ level: "silent", mode: "production", name: "api" }), routes: routes({ zone: "Asia/Shanghai" }),
  });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const get = (person: Person, url: string) => app.inject({ url, headers: { "x-person": String(people.push(person) - 1) } });
const fileUrl = (id: string) => `/members/${id}/file.json`;
const csvUrl = (id: string, more = "") => `/members/${id}/timeline.csv${more}`;
const fileFor = async (person: Person, id: string) => {
  const answer = await get(person, fileUrl(id));
  expect(answer.statusCode).toBe(200);
  return answer.json<MemberFile>();
};

describe("the file of a member to keep", () => {
  test("holds what stands on its page, the whole timeline and every entry, with its format's version", async () => {
    const answer = await get(officer, fileUrl(household.ids.member));
    expect(answer.headers).toMatchObject({ "content-type": "application/json; charset=utf-8", "cache-control": "private, no-store", "x-content-type-options": "nosniff" });
    expect(answer.headers["content-disposition"]).toMatch(/^attachment; filename="member-\d+\.json"/);
    const file = answer.json<MemberFile & { madeAt: string; association: { name: object } }>();
    expect(file).toMatchObject({ format: "guildhall-member-file", version: 1, madeAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
    expect(Object.keys(file.member)).toEqual(expect.arrayContaining([
      "id", "number", "name", "standing", "standingFacts", "contacts", "sites", "pledgeState", "pledgeSignature", "assessments", "grades", "sanctionCases", "publications", "rewards", "certificates",
    ]));
    expect([file.credit?.length, file.findings?.length]).toEqual([1, 1]);
    const { data } = await officer.run<{ member: { timeline: { totalCount: number } } }>("query ($id: ID!) { member(id: $id) { timeline(first: 1) { totalCount } } }", { id: household.ids.member });
    expect(file.timeline).toHaveLength(data?.member.timeline.totalCount ?? -1);
  });

  test("is longer than a page where there is more", async () => {
    const { id } = await world.firm();
    await world.database.asOwner(
      `insert into standing_fact (id, member_id, kind, day, through, grace_through, recorded_at)
       select 'stf_' || $1 || n, $1, 'RENEWED', date '2024-06-01', date '2030-01-01', date '2030-03-01', now() from generate_series(1, 150) n`, [id],
    );
    const renewed = (await fileFor(officer, id)).timeline.filter(({ event }) => event === "RENEWED");
    expect(renewed).toHaveLength(150);
    expect((await get(officer, csvUrl(id))).payload.match(/"RENEWED"/g)).toHaveLength(150);
  });

  test("comes to the firm itself, with what it may read; of another firm there is none", async () => {
    const file = await fileFor(household.editor, household.ids.member);
    expect(file.timeline.map(({ event }) => event)).toContain("ADMITTED");
    const rival = await world.member();
    for (const url of [fileUrl(household.ids.member), csvUrl(household.ids.member)]) {
      const [foreign, none] = [await get(rival, url), await get(rival, url.replace(household.ids.member, "mem_01JD0000000000000000000000"))];
      expect([foreign.statusCode, foreign.payload, Object.keys(foreign.headers)]).toEqual([404, none.payload, Object.keys(none.headers)]);
      for (const person of [world.stranger(), await world.regulator(), await world.operator()]) expect((await get(person, url)).statusCode).toBe(404);
    }
  });

  test("leaves out the parts whoever asks may not read", async () => {
    const program = world.as({ ...officer.actor, kind: "API_KEY", permissions: new Set<Permission>(["member:read", "certificate:read"]) });
    for (const person of [program, await world.inspector()]) {
      const file = await fileFor(person, household.ids.member);
      expect(Object.keys(file)).not.toContain("credit");
      for (const part of ["grades", "sanctionCases", "publications", "pledgeSignature", "assessments", "rewards"]) expect(Object.keys(file.member)).not.toContain(part);
      expect(file.timeline.map(({ event }) => event)).not.toContain("GRADE_WITHHELD");
    }
  });

  test("tells a firm nothing of a case before its notice, and takes no decision out of the house before it was served", async () => {
    const opened = await openedCase(world);
    const before = (await get(opened.firm, fileUrl(opened.firm.actor.memberId ?? ""))).payload;
    expect(before).not.toMatch(/Prices above|CASE_/);
    const story = await decidedCase(world);
    const id = story.firm.actor.memberId ?? "";
    const wanted = async (person: Person) => (await fileFor(person, id)).member.sanctionCases?.map(({ decisions }) => decisions.length);
    expect([await wanted(officer), await wanted(story.firm)]).toEqual([[0], [0]]);
    expect((await get(officer, fileUrl(id))).payload).not.toMatch(/"votes"|"seats"|"draft"|The marks speak|asked for more than the price/);
    went(await act(story.officer, "caseDecisionServe", { id: story.seen.id, revision: story.seen.revision }));
    expect([await wanted(officer), await wanted(story.firm)]).toEqual([[1], [1]]);
  });
});

describe("the timeline as a table", () => {
  test("is for spreadsheets, in the language asked for, else in that of whoever asks", async () => {
    const answer = await get(officer, csvUrl(household.ids.member, "?lang=zh-Hans"));
    expect(answer.headers).toMatchObject({ "content-type": "text/csv; charset=utf-8", "cache-control": "private, no-store" });
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(answer.payload).toContain(`"day","kind","event","words","record"\r\n`);
    expect(answer.payload).toContain("签署自律公约第");
    expect((await get(officer, csvUrl(household.ids.member, "?lang=tlh"))).payload).toContain("Signed version");
  });
});

describe("the public file as a value", () => {
  test("is the same for everybody, with what the page shows and nothing of persons", async () => {
    const url = `/firms/${await numberOf(world, household.ids.member)}.json`;
    const answer = await get(world.stranger(), url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    const { format, file } = answer.json<{ format: string; file: Record<string, unknown> }>();
    expect(format).toBe("guildhall-public-file");
    expect(Object.keys(file)).toEqual([
      "asOf", "number", "name", "region", "sizeClass", "productLines", "admittedOn", "status", "statusSince", "pledge", "grade", "honours", "decisions", "repairs", "certificates",
    ]);
    expect(answer.payload).not.toMatch(/Somebody|Chan|mem_|usr_|cas_|@guild/);
    const withoutTime = (payload: string) => payload.replace(/"madeAt": "[^"]*"/, "");
    expect(withoutTime((await get(officer, url)).payload)).toBe(withoutTime(answer.payload));
  });

  test.each(["/firms/999999.json", "/firms/0.json", "/firms/1e3.json", "/firms/x.json", "/firms/.json"])("is not at %s", async (url) => {
    expect((await get(world.stranger(), url)).statusCode).toBe(404);
  });
});
