import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoMembers } from "../../seeds/demo/members.ts";
import { demoPersons } from "../../seeds/demo/persons.ts";
import { seedDemo } from "../../seeds/demo/run.ts";
import { creditCodeFault } from "../../server/modules/members/index.ts";
import { readConfig, type ServerConfig } from "../../server/platform/config.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";

let database: TestDatabase;
let dataDir: string;
let config: ServerConfig;
const told: string[] = [];
const silent = () => undefined;

beforeAll(async () => {
  [database, dataDir] = [await testDatabase(), await mkdtemp(join(tmpdir(), "guildhall-demo-"))];
  const read = readConfig({ DATA_DIR: dataDir, DATABASE_URL: database.url });
  config = { ...read, databaseUrl: database.url, migrationDatabaseUrl: database.url };
  await seedDemo(config, (line) => told.push(line));
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

test("told again, it changes nothing", async () => {
  const size = () => database.asOwner("select size from journal_head");
  const before = await size();
  await seedDemo(config, silent);
  expect(await size()).toEqual(before);
}, 120_000);

test("is not told in production", async () => {
  await expect(seedDemo({ ...config, mode: "production", demo: false }, silent)).rejects.toThrow(/never loaded into production/);
});
