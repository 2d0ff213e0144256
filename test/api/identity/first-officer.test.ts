import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../support/database.ts";

let db: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  [db, dataDir] = [await testDatabase(), await mkdtemp(join(tmpdir(), "guildhall-officer-"))];
});
afterAll(async () => {
  await db.close();
  await rm(dataDir, { recursive: true });
});

const guildhall = (...words: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const env = { ...process.env, DATABASE_URL: db.url, DATA_DIR: dataDir, PUBLIC_URL: "https://guild.example", GUILDHALL_MODE: "demo", NODE_ENV: "test" };
    execFile(process.execPath, ["--import", "tsx", "server/cli/main.ts", ...words], { env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });

test("the first officer gets a link from the terminal; once one is there, officers invite the others", async () => {
  const create = () => guildhall("officer", "create", "--email", "First@guild.example", "--name", "Leung Suk-yee", "--json");
  const first = await create();
  expect(first.stderr).toBe("");
  expect(JSON.parse(first.stdout)).toMatchObject({ name: "Leung Suk-yee", link: expect.stringMatching(/^https:\/\/guild\.example\/app\/invitation\/[\w-]{43}$/) });
  expect(await db.asOwner("select email, role, member_id, sent_by from invitation")).toEqual([{ email: "first@guild.example", role: "OFFICER", member_id: null, sent_by: null }]);

  await db.asOwner("insert into user_account (id, email, name, language, roles, joined_at) values ('usr_1', 'first@guild.example', 'L', 'en', '{OFFICER}', now())");
  const second = await create();
  expect(second).toMatchObject({ code: 1, stdout: expect.stringContaining('"OFFICER_EXISTS"') });
  expect(await db.asOwner("select 1 from invitation")).toHaveLength(1);
}, 60_000);

test("an address that is none is refused with its field", async () => {
  await db.asOwner("delete from user_account");
  const { code, stdout } = await guildhall("officer", "create", "--email", "nonsense", "--name", "x", "--json");
  expect({ code, answer: JSON.parse(stdout) as unknown }).toEqual({ code: 1, answer: { problems: [{ code: "INVALID", path: "input.email" }] } });
}, 60_000);
