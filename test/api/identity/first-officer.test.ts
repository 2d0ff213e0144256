import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../support/database.ts";
import { openTerminal } from "./terminal.ts";

let db: TestDatabase;
let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeAll(async () => {
  db = await testDatabase();
  terminal = await openTerminal(db.url, { DEMO: "false" });
});
afterAll(async () => {
  await db.close();
  await terminal.close();
});

const guildhall = (...words: string[]) => terminal.guildhall(...words);

test("the first officer gets a link from the terminal; once one is there, officers invite the others", async () => {
  const create = () => guildhall("officer", "create", "--email", "First@guild.example", "--name", "Leung Suk-yee", "--json");
  const first = await create();
  expect(first.stderr).toBe("");
  expect(JSON.parse(first.stdout)).toMatchObject({ name: "Leung Suk-yee", link: expect.stringMatching(/^https:\/\/guild\.example\/app\/invitation#[\w-]{43}$/) });
  expect(await db.asOwner("select email, role, member_id, sent_by from invitation")).toEqual([{ email: "first@guild.example", role: "OFFICER", member_id: null, sent_by: null }]);

  await db.asOwner("insert into user_account (id, email, name, language, roles, joined_at) values ('usr_1', 'first@guild.example', 'L', 'en', '{OFFICER}', now())");
  const second = await create();
  expect(second).toMatchObject({ code: 1, stdout: expect.stringContaining('"OFFICER_EXISTS"') });
  expect(await db.asOwner("select 1 from invitation")).toHaveLength(1);
}, 120_000);

test("an address that is none is refused with its field", async () => {
  await db.asOwner("delete from user_account");
  const { code, stdout } = await guildhall("officer", "create", "--email", "nonsense", "--name", "x", "--json");
  expect({ code, answer: JSON.parse(stdout) as unknown }).toEqual({ code: 1, answer: { problems: [{ code: "INVALID", path: "input.email" }] } });
}, 120_000);
