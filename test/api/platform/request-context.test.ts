import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "../../../server/platform/actor.ts";
import { Context } from "../../../server/platform/context.ts";
import { poolOf } from "../../../server/platform/database.ts";
import { done } from "../../../server/platform/outcome.ts";
import { type TestDatabase, testDatabase } from "../../support/database.ts";
import { lanternApp } from "../../support/lantern-app.ts";
import { statementsDuring } from "../../support/statements.ts";
import { until } from "../../support/until.ts";

let database: TestDatabase;
let house: Awaited<ReturnType<typeof lanternApp>>;

beforeAll(async () => {
  database = await testDatabase();
  house = await lanternApp(database);
});
afterAll(async () => {
  await house.app.close();
  await database.close();
});

const lanterns = (first: number, fields: string) => ({ query: `{ lanterns(first: ${first}) { edges { node { ${fields} } } } }` });
const reading = (first: number, fields: string) =>
  statementsDuring(async () => {
    const { json } = await house.ask(lanterns(first, fields), { "x-person": "usr_1" });
    expect(json.errors).toBeUndefined();
  });

test("one request reads one snapshot, on one connection, given back after the answer", async () => {
  const sent = await reading(3, "loaded readAlone");
  expect(sent.filter((text) => text.startsWith("begin"))).toHaveLength(1);
  expect(sent.at(-1)).toBe("commit");
  const pool = poolOf(database.source);
  await until(() => pool.totalCount === pool.idleCount);
});

test("what strangers see is read beside the rest, on the same connection and of the same moment", async () => {
  const ctx = new Context({ source: database.source, actor: system, requestId: "strangers" });
  const seen = "select current_setting('guildhall.scope') as scope, pg_backend_pid() as pid, pg_current_snapshot()::text as moment";
  const [before, beside, after] = await Promise.all([ctx.row<Seen>(seen), ctx.rowsForStrangers<Seen>(seen), ctx.row<Seen>(seen)]);
  await ctx.endReads();
  expect([before?.scope, beside[0]?.scope, after?.scope]).toEqual(["all", "public", "all"]);
  expect(new Set([before, beside[0], after].map((row) => `${row?.pid} ${row?.moment}`)).size).toBe(1);
  await expect(ctx.inTransaction(async (tx) => done(await tx.rowsForStrangers(seen)))).rejects.toThrow("outside a transaction");
});

interface Seen {
  scope: string;
  pid: number;
  moment: string;
}

test("a loader costs the same for 2 and for 20 rows, and a read for each row shows", async () => {
  expect(await reading(20, "loaded")).toHaveLength((await reading(2, "loaded")).length);
  expect((await reading(20, "readAlone")).length - (await reading(2, "readAlone")).length).toBe(18);
});

test("connections come back after defects and denials too", async () => {
  for (let round = 0; round < 20; round += 1) {
    await house.ask({ query: `{ lantern(id: "broken") { id loaded } other: lantern(id: "a") { readAlone } lanterns(first: 1) { totalCount } }` });
    await house.ask({ query: `mutation { bellStrike(way: "and it cracks") }` });
  }
  const pool = poolOf(database.source);
  await until(() => pool.totalCount === pool.idleCount && pool.waitingCount === 0); // Nobody waits for a read's commit.
});
