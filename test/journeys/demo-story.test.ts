import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoMembers } from "../../seeds/demo/members.ts";
import { demoPersons } from "../../seeds/demo/persons.ts";
import { seedDemo } from "../../seeds/demo/run.ts";
import { creditCodeFault } from "../../server/modules/members/index.ts";
import { openHouse } from "../../server/open-house.ts";
import { system } from "../../server/platform/actor.ts";
import { readConfig, type ServerConfig } from "../../server/platform/config.ts";
import { Context } from "../../server/platform/context.ts";
import type { Outcome } from "../../server/platform/outcome.ts";
import { carryOut } from "../api/supervision/audited.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let dataDir: string;
let config: ServerConfig;
const told: string[] = [];
const silent = () => undefined;
/** The day after which nothing more happens in the story. */
const toldAt = new Date("2026-11-05T02:00:00Z");

beforeAll(async () => {
  [database, dataDir] = [await testDatabase(), await mkdtemp(join(tmpdir(), "guildhall-demo-"))];
  const read = readConfig({ DATA_DIR: dataDir, DATABASE_URL: database.url });
  config = { ...read, databaseUrl: database.url, migrationDatabaseUrl: database.url };
  await seedDemo(config, (line) => told.push(line), toldAt);
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("twelve firms stand in it, each with a sound credit code and somebody to act for it", async () => {
  expect(demoMembers.map(({ key }) => key)).toEqual(Array.from({ length: 12 }, (_, index) => `member${String(index + 1).padStart(2, "0")}`));
  for (const { creditCode, name } of demoMembers) expect([name.en, creditCodeFault(creditCode)]).toEqual([name.en, null]);
  const [count] = await database.asOwner("select (select count(*) from member) as members, (select count(*) from demo_person) as persons");
  expect(count).toEqual({ members: 12, persons: demoPersons.length });
  const alone = await database.asOwner("select number from member m where not exists (select from user_account u where u.member_id = m.id)");
  expect(alone).toEqual([]);
  expect(told[0]).toBe("demo story: 12 members");
});

test("nine signed the pledge, in three languages and by way of the journal", async () => {
  const signed = await database.asOwner<{ language: string }>("select language from pledge_signature s join journal_entry e on e.record = s.id and e.act = 'pledge.signed'");
  expect(signed).toHaveLength(9);
  expect(new Set(signed.map(({ language }) => language))).toEqual(new Set(["zh-Hant", "zh-Hans", "en"]));
});

test("ten told of their half-year, and every state of the flow can be looked at", async () => {
  const rows = await database.asOwner<{ number: number; state: string; grade: string | null; looked: number }>(
    "select m.number, a.state, a.grade, jsonb_array_length(a.looked_at) as looked from assessment a join member m on m.id = a.member_id order by m.number",
  );
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 12]);
  const of = (wanted: number) => rows.find(({ number }) => number === wanted);
  expect([1, 7, 8, 9].map((number) => of(number)?.state)).toEqual(["CONFIRMED", "DRAFT", "SUBMITTED", "CHANGES_REQUESTED"]);
  expect([1, 4, 12].map((number) => of(number)?.grade)).toEqual(["AAA", "BBB", null]);
});

test("points are held back without proof, nought complaints are no data, and an adjustment keeps both values", async () => {
  const [facts] = await database.asOwner<{ bare: number; silent: number; adjusted: object[] }>(
    `select (select score_value::float8 from assessment a join member m on m.id = a.member_id where m.number = 4) as bare,
       (select count(*)::int from assessment a join member m on m.id = a.member_id, jsonb_path_query(a.score, '$.groups[*].indicators[*] ? (@.state == "NO_DATA")') where m.number = 5) as silent,
       (select jsonb_agg(jsonb_build_array(old_inputs->>'complaints_on_time', new_inputs->>'complaints_on_time')) from answer_adjustment where old_inputs <> new_inputs) as adjusted`,
  );
  expect(facts).toEqual({ bare: 60, silent: 2, adjusted: [["133", "110"]] });
});

test("each act of it left a digest of what it made of its record", async () => {
  const silent = await database.asOwner("select distinct act from journal_entry where before_digest is null and after_digest is null");
  expect(silent).toEqual([]);
});

test("the model member signed on the first day and met every target", async () => {
  const [model] = await database.asOwner<{ first: boolean; rated: number; short: unknown[] }>(
    `select (select signed_at at time zone 'Asia/Shanghai' from pledge_signature s where s.member_id = m.id)::date = (select in_force_on from pledge_version) as first,
       (select count(*)::int from jsonb_path_query(a.score, '$.groups[*].indicators[*] ? (@.state == "RATED")')) as rated,
       jsonb_path_query_array(a.score, '$.groups[*].indicators[*].reasons[*] ? (@.code != "LIMITED_BY_PROOF")') as short
     from member m join assessment a on a.member_id = m.id where m.number = 1`,
  );
  expect(model).toEqual({ first: true, rated: 21, short: [] });
});

test("the newcomer was admitted a little before the story is told", async () => {
  expect(await database.asOwner("select admitted_on::text as day from member where number = 11")).toEqual([{ day: "2026-10-26" }]);
});

test("three firms apply: one waits and presses, one is back with its applicant, one was refused; none is a member", async () => {
  const { source, services } = await openHouse(config, "test");
  const ctx = new Context({ source, actor: system, requestId: "test", now: toldAt });
  try {
    const rows = await database.asOwner<{ id: string; state: "SUBMITTED" | "RETURNED" | "REFUSED"; code: string; licences: number }>(
      `select id, state, credit_code as code, (select count(*)::int from application_evidence e where e.application_id = a.id) as licences from application a order by submitted_at desc`,
    );
    expect(rows.map(({ state, code, licences }) => [state, creditCodeFault(code), licences])).toEqual([["RETURNED", null, 1], ["SUBMITTED", null, 1], ["REFUSED", null, 1]]);
    const [back, waiting, refused] = await Promise.all(rows.map((row) => services.decisionClocks.read(ctx, row)));
    expect([back, waiting, refused]).toMatchObject([{ state: "PAUSED", due: null, left: 8 }, { state: "RUNNING", left: 2, isPressing: true }, null]);
  } finally {
    await ctx.endReads();
    await source.destroy();
  }
});

test("the monthly audit finds and grades each firm as its story says", async () => {
  const { source, services } = await openHouse(config, "test");
  try {
    const change = async <T>(work: (tx: Context) => Promise<Outcome<T>>): Promise<T> => {
      const outcome = await new Context({ source, actor: system, requestId: "test", now: toldAt }).inTransaction(work);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      return outcome.value;
    };
    expect(await change((tx) => services.audits.startDue(tx))).toBe(1);
    const [run] = await database.asOwner<{ id: string }>("select id from audit_run where occasion = '2026-11'");
    await carryOut({ services, change }, run?.id ?? "");
    const firms = await database.asOwner<{ number: number; grade: string | null; found: string[] }>(
      `select m.number, g.grade, array(select f.severity || ' ' || f.rule || ' ' || f.subject from finding f where f.run_id = $1 and f.member_id = m.id order by 1) as found
       from member m join compliance_grade g on g.member_id = m.id and g.run_id = $1 order by m.number`, [run?.id],
    );
    const late = "MAJOR ASSESSMENT_FILED 2026-H1";
    expect(firms.map(({ number, grade, found }) => [number, grade, found])).toEqual([
      [1, "AAA", []],
      [2, "BBB", ["CRITICAL PLEDGE_SIGNED "]],
      [3, "AA", [late]],
      [4, "AA", ["MINOR EVIDENCE_GIVEN 2026-H1"]],
      [5, "AAA", []],
      [6, "AA", ["MAJOR COMPLAINTS_TIMELY 2026-H1"]],
      [7, null, [late]],
      [8, null, []],
      [9, null, ["MINOR ASSESSMENT_CHANGES_MADE 2026-H1"]],
      [10, null, ["CRITICAL PLEDGE_SIGNED ", late]],
      [11, null, []],
      [12, null, ["MINOR EVIDENCE_GIVEN 2026-H1", "MINOR GROUPS_WITH_DATA 2026-H1.G4"]],
    ]);
    expect(await database.asOwner("select areas->0->>'points' as pledge from compliance_grade g join member m on m.id = g.member_id where g.run_id = $1 and m.number in (10, 11) order by m.number", [run?.id]))
      .toEqual([{ pledge: "0.00" }, { pledge: null }]);
  } finally {
    await source.destroy();
  }
});

test("one firm is commended, one waits for a second person, and four stand on the honour list, of whom the panel gave none alone", async () => {
  const given = await database.asOwner<{ number: number; kind: string; state: string; alone: boolean }>(
    "select m.number, r.kind, r.state, coalesce(r.decided_by = r.proposed_by, false) as alone from reward r join member m on m.id = r.member_id order by r.kind, m.number",
  );
  expect(given.map(({ number, kind, state }) => [number, kind, state])).toEqual([
    [5, "COMMENDATION", "IN_FORCE"], [8, "COMMENDATION", "PROPOSED"],
    [1, "HONOUR_LIST", "IN_FORCE"], [3, "HONOUR_LIST", "IN_FORCE"], [5, "HONOUR_LIST", "IN_FORCE"], [6, "HONOUR_LIST", "IN_FORCE"],
  ]);
  expect(given.some(({ alone }) => alone)).toBe(false);
  const [missed] = await database.asOwner("select unmet from reward_candidate c join member m on m.id = c.member_id where m.number = 4");
  expect(missed).toEqual({ unmet: ["MINIMUM_SERVICE_SCORE"] });
});

test("decisions in force are on display for their days, and one firm asked for repair a working day ago", async () => {
  const shown = await database.asOwner("select m.number, p.publicity, p.from_on::text as since, p.until_on > p.from_on as ends from publication p join member m on m.id = p.member_id order by m.number");
  expect(shown).toEqual([
    { number: 4, publicity: "MINOR", since: "2026-10-16", ends: true }, { number: 6, publicity: "MINOR", since: "2026-10-27", ends: true }, { number: 9, publicity: "ORDINARY", since: "2026-10-13", ends: true },
  ]);
  const asked = await database.asOwner("select m.number, r.state, r.filed_on::text as on, r.decision_days as days, cardinality(s.file_ids) as files from repair r join member m on m.id = r.member_id join repair_statement s on s.repair_id = r.id");
  expect(asked).toEqual([{ number: 4, state: "FILED", on: "2026-11-04", days: 3, files: 2 }]);
});

test("told again, it changes nothing", async () => {
  const size = () => database.asOwner("select size from journal_head");
  const before = await size();
  await seedDemo(config, silent, toldAt);
  expect(await size()).toEqual(before);
}, 120_000);

test("is not told in production", async () => {
  await expect(seedDemo({ ...config, mode: "production", demo: false }, silent)).rejects.toThrow(/never loaded into production/);
});
