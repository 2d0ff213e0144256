import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, anonymous } from "../../../server/platform/actor.ts";
import { appRole, poolOf } from "../../../server/platform/database.ts";
import { done } from "../../../server/platform/outcome.ts";
import { openWorld, type World } from "../../support/world.ts";
import { furnish, type Household } from "./household.ts";

let world: World;
let [ours, theirs]: Household[] = [];
let memberTables: string[];

/** Tables with a column that names a member, the list of members among them. */
const tablesOfMembers = () =>
  world.database.asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p')
       and (c.relname = 'member' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'member_id' and not a.attisdropped))
     order by 1`,
  );

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await furnish(world), await furnish(world)];
  memberTables = (await tablesOfMembers()).map(({ name }) => name);
});
afterAll(() => world.close());

const household = (which: Household | undefined): Household => {
  if (!which) throw new Error("The households are not furnished.");
  return which;
};

/** Rows straight from a table, past every check of the application. */
async function rawRows(actor: Actor, table: string): Promise<Record<string, unknown>[]> {
  const ctx = world.contextOf(actor);
  return ctx.rows<Record<string, unknown>>(`select * from ${table}`).finally(() => ctx.endReads());
}

const ownerOf = (table: string, row: Record<string, unknown>) => (table === "member" ? row["id"] : row["member_id"]);

describe("the database", () => {
  test("holds every table with a member's records to row security, its owner too", async () => {
    const open = await world.database.asOwner<{ name: string }>(
      "select relname as name from pg_class where relname = any ($1) and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)", [memberTables],
    );
    expect(memberTables).toEqual(expect.arrayContaining(["assessment", "certificate", "finding", "member", "pledge_signature", "stored_file", "user_account"]));
    expect(open).toEqual([]);
  });

  test("shows the journal's salts to the house alone, though every act writes one", async () => {
    const salts = await rawRows({ ...anonymous(), scope: "all" }, "journal_salt");
    expect(salts.length).toBeGreaterThan(0);
    expect(await rawRows(household(ours).admin.actor, "journal_salt")).toEqual([]);
    expect(await rawRows(anonymous(), "journal_salt")).toEqual([]);
  });

  test("holds persons' secrets behind the house's own scope", async () => {
    const policies = await world.database.asOwner<{ table: string; policies: string[] }>(
      `select tablename as table, array_agg(policyname::text order by policyname) as policies from pg_policies
       where tablename in ('access_renewal', 'application', 'application_attempt', 'application_evidence', 'application_reason', 'application_step', 'credential', 'recovery_code', 'sign_in_attempt', 'session', 'api_key') group by 1 order by 1`,
    );
    expect(policies).toEqual([
      { table: "access_renewal", policies: ["access_renewal_all"] },
      { table: "api_key", policies: ["api_key_all", "api_key_own"] },
      ...["application", "application_attempt", "application_evidence", "application_reason", "application_step"].map((table) => ({ table, policies: [`${table}_all`] })),
      { table: "credential", policies: ["credential_all"] },
      { table: "recovery_code", policies: ["recovery_code_all"] },
      { table: "session", policies: ["session_all", "session_own"] },
      { table: "sign_in_attempt", policies: ["sign_in_attempt_all"] },
    ]);
  });

  test("runs requests under a role that owns nothing and passes no policy by", async () => {
    const [role] = await world.database.asOwner("select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname = $1", [appRole]);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, rolcreatedb: false });
    const owned = await world.database.asOwner("select relname from pg_class where relowner = (select oid from pg_roles where rolname = $1)", [appRole]);
    expect(owned).toEqual([]);
    const { rows } = await poolOf(world.database.source).query<{ role: string }>("select current_user::text as role");
    expect(rows).toEqual([{ role: appRole }]);
  });

  test("shows nothing at all to a connection that said nothing of itself", async () => {
    const everywhere = memberTables.map((table) => `select count(*)::int as count from ${table === "certificate" ? "certificate where state = 'ORDERED'" : table}`);
    const { rows } = await poolOf(world.database.source).query<{ count: number }>(everywhere.join(" union all "));
    expect(rows.map(({ count }) => count)).toEqual(memberTables.map(() => 0));
  });
});

describe("with the application's checks out of the way", () => {
  test("a member reads its own rows and none of others", async () => {
    const { admin, ids } = household(ours);
    let seen = 0;
    for (const table of memberTables) {
      const rows = (await rawRows(admin.actor, table)).filter((row) => !(table === "certificate" && row["state"] !== "ORDERED"));
      const foreign = rows.filter((row) => ownerOf(table, row) !== ids.member);
      expect(foreign, table).toEqual([]);
      seen += rows.length;
    }
    expect(seen).toBeGreaterThan(memberTables.length / 2);
  });

  test("a member reads no session, key, secret or code but, of the first two, its own", async () => {
    const { admin } = household(ours);
    for (const table of ["session", "api_key"]) {
      const rows = await rawRows(admin.actor, table);
      expect(rows.map((row) => row["user_id"]), table).toEqual([admin.actor.userId]);
    }
    for (const table of ["access_renewal", "application", "application_step", "application_reason", "credential", "recovery_code", "sign_in_attempt"]) expect(await rawRows(admin.actor, table), table).toEqual([]);
  });

  test("a stranger and a regulator read what is published and no more", async () => {
    const regulator = await world.regulator();
    for (const actor of [anonymous(), regulator.actor])
      for (const table of memberTables.filter((name) => name !== "certificate")) {
        const rows = await rawRows(actor, table);
        expect(rows.filter((row) => table !== "user_account" || row["id"] !== actor.userId), table).toEqual([]);
      }
  });

  test("a member writes no row of others, and moves none of its own to them", async () => {
    const [{ admin, ids }, other] = [household(ours), household(theirs)];
    const change = (sql: string, values: unknown[]) => world.contextOf(admin.actor).inTransaction(async (tx) => done(await tx.rows(sql, values)));
    const touched = async (sql: string, values: unknown[]) => {
      const outcome = await change(`${sql} returning 1 as touched`, values);
      return outcome.ok ? outcome.value.length : -1;
    };
    expect(await touched("update assessment set revision = revision + 1 where id = $1", [other.ids.assessment])).toBe(0);
    expect(await touched("delete from assessment where id = $1", [other.ids.assessment])).toBe(0);
    expect(await touched("update assessment set revision = revision where id = $1", [ids.assessment])).toBe(1);
    await expect(touched("update assessment set member_id = $2 where id = $1", [ids.assessment, other.ids.member])).rejects.toThrow("row-level security");
  });

  test("a member raises neither its own roles nor its proof of identity", async () => {
    const { admin } = household(ours);
    const change = (sql: string) => world.contextOf(admin.actor).inTransaction(async (tx) => done(await tx.rows(`${sql} returning 1 as touched`, [admin.actor.userId])));
    expect(await change("update user_account set roles = '{OFFICER}', member_id = null where id = $1")).toEqual({ ok: true, value: [] });
    expect(await change("update session set stepped_up_until = now() + interval '1 day' where user_id = $1")).toEqual({ ok: true, value: [] });
  });
});

test("two thousand requests of two members through one pool, mingled, mix nothing up", async () => {
  const households = [household(ours), household(theirs)];
  const tables = ["assessment", "finding", "pledge_signature", "stored_file"];
  const request = async (index: number): Promise<number> => {
    const { admin, ids } = households[index % 2] as Household;
    const table = tables[index % tables.length] ?? "assessment";
    const sql = `select member_id as "memberId", guildhall_member() as scope from ${table}`;
    const rows =
      index % 5 === 0
        ? await world.contextOf(admin.actor).inTransaction(async (tx) => done(await tx.rows<{ memberId: string; scope: string }>(sql))).then((outcome) => (outcome.ok ? outcome.value : []))
        : await readOnce(admin.actor, sql);
    return rows.length === 1 && rows.every(({ memberId, scope }) => memberId === ids.member && scope === ids.member) ? 0 : 1;
  };
  const wrong = await Promise.all(Array.from({ length: 2_000 }, (_, index) => request(index)));
  expect(wrong.reduce((sum, one) => sum + one, 0)).toBe(0);
}, 60_000);

async function readOnce(actor: Actor, sql: string) {
  const ctx = world.contextOf(actor);
  return ctx.rows<{ memberId: string; scope: string }>(sql).finally(() => ctx.endReads());
}
