import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, poolOf } from "../../../server/platform/database.ts";
import { type TestDatabase, testDatabase } from "../../support/database.ts";
import { until } from "../../support/until.ts";

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(() => database.close());

test("a connection lost while nobody uses it is told, and replaced", async () => {
  const lost: Error[] = [];
  const source = await openDatabase({ url: database.url, entities: [], onLost: (error) => lost.push(error) });
  const pool = poolOf(source);
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  await database.asOwner("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await until(() => lost.length > 0);
  expect(lost[0]?.message).toMatch(/terminat/);
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await source.destroy();
});
