import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { routes } from "../../../server/http/routes.ts";
import { anonymous } from "../../../server/platform/actor.ts";
import { appRole } from "../../../server/platform/database.ts";
import { createLog } from "../../../server/platform/log.ts";
import { appealed } from "../../support/sanctions.ts";
import { served } from "../../support/served.ts";
import { standAs } from "../../support/standing.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { furnish, type Household } from "../authorisation/household.ts";
import { numberOf, publish, repairActs, seenByStrangers } from "./published.ts";

let world: World;
let app: FastifyInstance;
let household: Household;
let admin: Person;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-03-02T02:00:00Z") });
  household = await furnish(world);
  admin = household.admin;
  app = await createApp({
    source: world.database.source, config: served, services: world.services,
    authenticate: ({ ip }) => Promise.resolve(anonymous("en", ip)),
    log: createLog({ level: "silent", mode: "production", name: "api" }),
    routes: routes({ zone: "Asia/Shanghai" }),
  });
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const FILE = `query ($number: Int!) { publicFile(number: $number) {
  number name asOf region { code } sizeClass productLines status statusSince admittedOn pledge { version signedOn }
  grade { grade score schemeVersion areas { code weight points } best { kindName } worst { kindName contribution } limits { grade minimum } }
  decisions { caseNumber stepName publicity reasons fromOn untilOn clauses { code version ofPledge title } appeal { standing until filedOn } } repairs { caseNumber }
  certificates { number status issuedOn expiresOn } } }`;
const read = async (person: Person, number: number) => {
  const { data, errors } = await person.run<{ publicFile: Record<string, unknown> | null }>(FILE, { number });
  expect(errors).toEqual([]);
  return data?.publicFile;
};
const ours = () => numberOf(world, household.ids.member);
const page = async (path: string, language = "en") => app.inject({ method: "GET", url: `${path}?lang=${language}`, headers: { accept: "text/html" } });

describe("the public file of a firm", () => {
  test("holds what a stranger may know, and the same for everybody", async () => {
    const number = await ours();
    const file = await read(world.stranger(), number);
    expect(file).toMatchObject({
      number, asOf: "2026-03-02", region: { code: "440000" }, sizeClass: "SMALL", productLines: ["GRAIN_OIL"], status: "ACTIVE", admittedOn: "2024-01-01",
      pledge: { version: 1, signedOn: "2026-03-02" }, grade: { grade: null, score: null, schemeVersion: 1 }, decisions: [], repairs: [],
    });
    expect(file?.["certificates"]).toMatchObject([{ issuedOn: "2026-08-01", status: "VALID" }]);
    for (const person of [await world.officer(), admin, await world.member(), await world.regulator()]) expect(await read(person, number)).toEqual(file);
  });

  test("is not there for a number that nobody has", async () => {
    expect([await read(world.stranger(), 999_999), await read(world.stranger(), -1)]).toEqual([null, null]);
  });

  test("says how the firm stands today, and nothing of what is to come", async () => {
    const memberId = (await world.firm()).id;
    await standAs(world.database, "SUSPENDED", memberId);
    expect(await read(world.stranger(), await numberOf(world, memberId))).toMatchObject({ status: "SUSPENDED", pledge: null, grade: null });
  });

  test("shows a decision with its clauses, its last day and how an appeal stands, and says so while it is appealed", async () => {
    const memberId = (await world.firm()).id;
    const made = await publish(world, { memberId });
    const number = await numberOf(world, memberId);
    expect((await read(world.stranger(), number))?.["decisions"]).toEqual([{
      caseNumber: expect.any(Number) as number, stepName: expect.objectContaining({ "zh-Hant": "通報批評" }) as object, publicity: "ORDINARY", reasons: "It named a price to its competitors.",
      fromOn: "2026-03-02", untilOn: "2027-03-01", clauses: [{ code: "C1", version: 1, ofPledge: true, title: expect.objectContaining({ "zh-Hans": "诚信经营" }) as object }],
      appeal: { standing: "OPEN", until: "2026-03-30", filedOn: null },
    }]);
    await appealed(world, made, memberId);
    expect((await seenByStrangers(world, memberId)).decisions[0]?.appeal).toEqual({ standing: "LODGED" });
    const shown = await page(`/firms/${number}`);
    expect([shown.statusCode, shown.body.includes("The member appealed on 2 March 2026; it is not decided yet."), shown.body.includes("1 March 2027")]).toEqual([200, true, true]);
  });

  test("names nobody: not who signed, who decided, who opened the case, nor a contact", async () => {
    const memberId = household.ids.member;
    const made = await publish(world, { memberId });
    const people = await world.database.asOwner<{ id: string; name: string; email: string }>("select id, name, email from user_account");
    const everything = JSON.stringify(await read(world.stranger(), await ours())) + (await page(`/firms/${await ours()}`)).body;
    expect(everything).toContain("circulated criticism");
    for (const { id, name, email } of people) for (const text of [id, name, email]) expect(everything).not.toContain(text);
    for (const text of ["Somebody", "chan@guild.example", "ledger.csv", made.caseId, made.decisionId]) expect(everything).not.toContain(text);
  });
});

describe("what a grade's explanation tells strangers of a sanction", () => {
  const enter = (memberId: string, kind: string, matter: string | null, severity: string | null) =>
    world.database.asOwner(
      `insert into credit_entry (id, member_id, source, source_record, kind, area, matter, severity, proof, occurred_at, decided_at, evidence, facts, entered_at)
       values ($1, $2, 'T', $1, $3, 'PLEDGE_AND_NORMS', $4, $5, 'VERIFIED', $6, $6, '[]', '{"secret":"told to nobody"}', $6)`,
      [`cre_${kind}${memberId.slice(-10)}`, memberId, kind, matter, severity, world.now()],
    );

  test("is nothing once the decision is off the public file", async () => {
    const person = await world.member();
    const memberId = person.actor.memberId ?? "";
    const made = await publish(world, { memberId, publicity: "MINOR", publishedDays: 30 });
    await enter(memberId, "PLEDGE_SIGNED", null, null);
    await enter(memberId, "SANCTION", made.decisionId, "MAJOR");
    const place = (await world.database.asOwner<{ place: string }>("select max(place)::text as place from credit_entry"))[0]?.place;
    const run = household.ids.auditRun;
    await world.database.asOwner(
      `insert into compliance_grade (id, member_id, run_id, scheme_version, state, score, grade, areas, facts, limits, at)
       values ($1, $2, $3, 2, 'RATED', 80, 'C', '[]', $4, '[]', $5)`,
      [`grd_${memberId.slice(4)}`, memberId, run, JSON.stringify({ ledger: { upTo: place, entries: 2 }, at: world.now().toISOString() }), world.now()],
    );
    const number = await numberOf(world, memberId);
    const before = await read(world.stranger(), number);
    expect(JSON.stringify(before)).not.toContain("told to nobody");
    expect(before?.["grade"]).toMatchObject({ grade: "C", score: "80" });
    const filed = await repairActs.file(world, person, made.publicationId);
    await repairActs.grant(await world.panel(), filed.repair?.id ?? "");
    const after = await read(world.stranger(), number);
    expect(JSON.stringify((after?.["grade"] as { worst: unknown }).worst)).not.toContain("Sanction");
    expect(after?.["repairs"]).toHaveLength(1);
  });
});

describe("the page of a public file", () => {
  test.each([["en", "Grade and reasons"], ["zh-Hant", "等級與理由"], ["zh-Hans", "等级与理由"]])("reads in %s without an account or a script", async (language, heading) => {
    const { statusCode, body, headers } = await page(`/firms/${await ours()}`, language);
    expect([statusCode, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(body).toContain(heading);
    expect(body).not.toMatch(/undefined|null|\{\w+\}/);
  });

  test.each(["/firms/999999", "/firms/0", "/firms/1e3", "/firms/x", "/firms/99999999999999999999"])("is not at %s", async (path) => {
    expect((await page(path)).statusCode).toBe(404);
  });

  test("leads to the check of each certificate", async () => {
    const [row] = await world.database.asOwner<{ number: string }>("select number from certificate where id = $1", [household.ids.certificate]);
    const { body } = await page(`/firms/${await ours()}`);
    expect(body).toContain(`/verify/${row?.number ?? "?"}?lang=en`);
  });
});

describe("the database", () => {
  const columnsOf = async (view: string) => (await world.database.asOwner<{ name: string }>("select column_name as name from information_schema.columns where table_name = $1 order by 1", [view])).map(({ name }) => name);

  test("opens these columns to strangers and no others", async () => {
    expect(await columnsOf("public_firm")).toEqual(["admitted_on", "id", "name", "number", "product_lines", "region", "size_class", "status", "status_since"]);
    expect(await columnsOf("public_pledge")).toEqual(["member_id", "signed_on", "version_number"]);
    expect(await columnsOf("public_grade")).toEqual(["areas", "at", "grade", "id", "limits", "member_id", "scheme_version", "score", "state"]);
    expect(await columnsOf("public_decision")).toEqual([
      "appeal_decided_on", "appeal_filed_on", "appeal_outcome", "appeal_until", "case_number", "clauses", "decided_on", "from_on", "id", "ladder_version", "member_id", "publicity", "reasons", "step_name", "until_on",
    ]);
    expect(await columnsOf("public_repair")).toEqual(["case_number", "clauses", "decided_on", "id", "member_id", "reasons", "repaired_on", "shown_until", "step_name"]);
  });

  test("lets nobody write through them, and keeps the tables behind them shut", async () => {
    const ctx = world.contextOf(anonymous());
    for (const table of ["member", "standing_span", "pledge_signature", "compliance_grade", "publication", "sanction_decision", "sanction_appeal"])
      expect(await ctx.rows(`select * from ${table}`), table).toEqual([]);
    await ctx.endReads();
    const writable = await world.database.asOwner(
      "select table_name from information_schema.role_table_grants where grantee = $1 and table_name like 'public\\_%' and privilege_type <> 'SELECT'", [appRole],
    );
    expect(writable).toEqual([]);
  });

  test("has them owned by a role that reads these columns alone, writes nothing and cannot sign in", async () => {
    const owners = await world.database.asOwner("select distinct tableowner as owner from pg_tables where tablename like 'public\\_%' union select distinct viewowner from pg_views where viewname like 'public\\_%'");
    expect(owners).toEqual([{ owner: "guildhall_register" }]);
    expect(await world.database.asOwner("select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'guildhall_register'")).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }]);
    const columns = await world.database.asOwner<{ column: string }>(
      "select table_name || '.' || column_name as column from information_schema.column_privileges where grantee = 'guildhall_register' and table_name not like 'public\\_%' and privilege_type <> 'SELECT'",
    );
    expect(columns).toEqual([]);
    for (const secret of ["credit_code", "language"]) {
      const [{ may } = { may: true }] = await world.database.asOwner<{ may: boolean }>("select has_column_privilege('guildhall_register', 'member', $1, 'SELECT') as may", [secret]);
      expect(may, secret).toBe(false);
    }
    const [{ may } = { may: true }] = await world.database.asOwner<{ may: boolean }>("select has_column_privilege('guildhall_register', 'pledge_signature', 'signatory_name', 'SELECT') as may");
    expect(may).toBe(false);
  });
});
