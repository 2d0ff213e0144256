import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withAccountName } from "../../../seeds/demo/identity.ts";
import { demoPassword, demoPersons } from "../../../seeds/demo/persons.ts";
import { seedDemoPersons } from "../../../seeds/demo/identity.ts";
import { system } from "../../../server/platform/actor.ts";
import { openPortal, type Portal } from "./portal.ts";
import { openTerminal } from "./terminal.ts";

/** Lets the demo people in, for firms of the test's own. */
async function letIn(portal: Portal): Promise<void> {
  const keys = [...new Set(demoPersons.flatMap(({ memberKey }) => memberKey ?? []))];
  const memberIds = new Map<string, string>();
  for (const key of keys) memberIds.set(key, (await portal.firm()).id);
  const ctx = portal.contextOf(system);
  await seedDemoPersons(ctx, memberIds, portal.services).finally(() => ctx.endReads());
}

const demoSignIn = `mutation ($email: String!) { demoSignIn(email: $email) { viewer { email acts } problems { code path } } }`;

describe("the demo story", () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal({ demo: true });
    await letIn(portal);
  });
  afterAll(() => portal.close());

  test("is let in once, however often it is told", async () => {
    await letIn(portal);
    const [count] = await portal.database.asOwner<{ count: number }>("select count(*)::int as count from user_account");
    expect(count?.count).toBe(demoPersons.length);
  });

  test("has somebody for every role and every member", () => {
    expect(new Set(demoPersons.map(({ role }) => role)).size).toBe(7);
    expect(new Set(demoPersons.flatMap(({ memberKey }) => memberKey ?? [])).size).toBe(12);
  });

  test.each([["en", "en"], ["zh-TW", "zh-Hant"], ["zh-CN,zh;q=0.9", "zh-Hans"]] as const)("is listed on the sign-in page in the reader's language: %s", async (header, language) => {
    const { data } = await portal.browser(undefined, { "accept-language": header }).ask("{ demoPersons { email name role shows } }");
    expect(data).toEqual({ demoPersons: demoPersons.map(({ email, name, role, shows }) => ({ email, name: withAccountName(name)[language], role, shows: shows[language] })) });
  });

  test("opens a full session at a press, with grave acts still closed", async () => {
    const browser = portal.browser();
    const { data } = await browser.ask(demoSignIn, { email: "officer@guild.example" });
    expect(data).toMatchObject({ demoSignIn: { viewer: { email: "officer@guild.example", acts: expect.arrayContaining(["ASSESSMENT_CONFIRM"]) }, problems: [] } });
    expect((await browser.ask(`mutation { invitationSend(input: { email: "x@guild.example", role: PANEL }) { link } }`)).codes).toEqual(["STEP_UP_REQUIRED"]);
  });

  test("hints at a password and a code that count now, again and again", async () => {
    const browser = portal.browser();
    await browser.ask(demoSignIn, { email: "panel@guild.example" });
    const hint = async () => (await browser.ask<{ viewer: { demoHint: { password: string; code: string | null } } }>("{ viewer { demoHint { password code } } }")).data?.viewer.demoHint;
    for (let time = 0; time < 2; time += 1) {
      const { password = "", code = null } = (await hint()) ?? {};
      expect(password).toBe(demoPassword);
      expect(await browser.stepUp({ password, code })).toEqual([]);
    }
  });

  test("hints at no code where there is no second factor, and at nothing for real people", async () => {
    const browser = portal.browser();
    await browser.ask(demoSignIn, { email: "admin01@guild.example" });
    expect((await browser.ask("{ viewer { demoHint { password code } } }")).data).toEqual({ viewer: { demoHint: { password: demoPassword, code: null } } });
    const [person, real] = [await portal.resident(["MEMBER_ADMIN"], (await portal.firm()).id), portal.browser()];
    await real.signIn(person.email);
    expect((await real.ask("{ viewer { demoHint { password } } }")).data).toEqual({ viewer: { demoHint: null } });
    expect((await portal.browser().ask(demoSignIn, { email: person.email })).data).toEqual({ demoSignIn: { viewer: null, problems: [{ code: "NOT_FOUND", path: "email" }] } });
  });
});

describe("production", () => {
  let portal: Portal;
  beforeAll(async () => (portal = await openPortal()));
  afterAll(() => portal.close());

  /** Leaves somebody behind as a demonstration would have. */
  const tellOf = ({ id, email }: { id: string; email: string }) =>
    portal.database.asOwner(
      `insert into demo_person (user_id, position, email, name, role, shows, password) values ($1, 0, $2, '{"en": "x", "zh-Hant": "x", "zh-Hans": "x"}', 'OFFICER', '{"en": "x", "zh-Hant": "x", "zh-Hans": "x"}', 'x')`,
      [id, email],
    );

  test("lets no demo person in", async () => {
    await expect(letIn(portal)).rejects.toThrow("never let into production");
    expect(await portal.database.asOwner("select 1 from user_account")).toEqual([]);
  });

  test("knows none, even over a database in which the story was told", async () => {
    const person = await portal.resident(["OFFICER"]);
    await tellOf(person);
    expect((await portal.browser().ask("{ demoPersons { email } }")).data).toEqual({ demoPersons: [] });
    expect((await portal.browser().ask(demoSignIn, { email: person.email })).data).toEqual({ demoSignIn: { viewer: null, problems: [{ code: "NOT_FOUND", path: "email" }] } });
  });

  test("lets none in by password, key or a session still open, as if there were no such person", async () => {
    const [person, real] = [await portal.resident(["OFFICER"]), await portal.resident(["OFFICER"])];
    const ways = async ({ email, code }: typeof person) => {
      const browser = portal.browser();
      await browser.signIn(email, { code: await code() });
      const { data } = await browser.ask<{ apiKeyCreate: { secret: string } }>(
        `mutation { apiKeyCreate(input: { name: "Key", scopes: [USER_LIST], expiresAt: "${new Date(portal.now().getTime() + 86_400_000).toISOString()}" }) { secret } }`);
      return [browser, portal.browser(undefined, { authorization: `Bearer ${data?.apiKeyCreate.secret}` })];
    };
    const [theirs, ours] = [await ways(person), await ways(real)];
    for (const way of theirs) expect(await way.who()).toBe(person.email);
    await tellOf(person);
    for (const way of theirs) expect(await way.who()).toBeNull();
    expect((await theirs[0]?.ask("{ users(first: 1) { totalCount } }"))?.codes).toEqual(["UNAUTHENTICATED"]);
    await person.later();
    expect(await portal.browser().signIn(person.email, { code: await person.code() })).toEqual(["INVALID_CREDENTIALS"]);
    for (const way of ours) expect(await way.who()).toBe(real.email);
  });

  test("hears of them from the doctor, and may still let in an officer of its own", async () => {
    await portal.database.asOwner("update user_account set disabled_at = now() where id not in (select user_id from demo_person)");
    const terminal = await openTerminal(portal.database.url, { DEMO: "false" });
    const { stdout } = await terminal.guildhall("doctor", "--json");
    const { findings } = JSON.parse(stdout) as { findings: { check: string; state: string; detail: string }[] };
    expect(findings.filter(({ check }) => check === "demo persons")).toEqual([{ check: "demo persons", state: "warning", detail: expect.stringMatching(/^2 stand/) }]);
    expect(await terminal.guildhall("officer", "create", "--email", "real@guild.example", "--name", "Leung Suk-yee", "--json")).toMatchObject({ code: 0 });
    await terminal.close();
  }, 120_000);
});
