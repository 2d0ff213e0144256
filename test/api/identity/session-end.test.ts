import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../../support/until.ts";
import { type Browser, openPortal, password, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

async function signedIn() {
  const firm = await portal.firm();
  const person = await portal.resident(["MEMBER_ADMIN"], firm.id);
  const browser = portal.browser();
  await browser.signIn(person.email);
  return { person, browser, firm };
}

async function officer(): Promise<Browser> {
  const [person, browser] = [await portal.resident(["OFFICER"]), portal.browser()];
  await browser.signIn(person.email, { code: await person.code() });
  return browser;
}

const isOut = async (browser: Browser) => {
  expect(await browser.who()).toBeNull();
  expect((await browser.ask("{ users(first: 1) { totalCount } }")).codes).toEqual(["UNAUTHENTICATED"]);
};

describe("a session ends with the next request", () => {
  test("when its person signs out, and its token opens nothing again", async () => {
    const { browser } = await signedIn();
    const token = browser.cookies["__Host-guildhall_session"] ?? "";
    const { set } = await browser.ask("mutation { signOut { viewer { id } problems { code } } }");
    expect(set["__Host-guildhall_session"]).toMatch(/^;.*Expires=Thu, 01 Jan 1970/);
    browser.cookies["__Host-guildhall_session"] = token;
    await isOut(browser);
  });

  test("when its person is disabled", async () => {
    const { person, browser } = await signedIn();
    const { data } = await (await officer()).ask(`mutation ($id: ID!) { userDisable(id: $id) { user { disabledAt } problems { code } } }`, { id: person.id });
    expect(data).toMatchObject({ userDisable: { user: { disabledAt: expect.any(String) }, problems: [] } });
    await isOut(browser);
    expect(await portal.browser().signIn(person.email)).toEqual(["INVALID_CREDENTIALS"]);
  });

  test("when its person's roles change", async () => {
    const { person, browser } = await signedIn();
    const { data } = await (await officer()).ask(`mutation ($id: ID!) { userRolesChange(id: $id, input: { roles: [MEMBER_EDITOR] }) { user { roles } problems { code } } }`, { id: person.id });
    expect(data).toEqual({ userRolesChange: { user: { roles: ["MEMBER_EDITOR"] }, problems: [] } });
    await isOut(browser);
    await browser.signIn(person.email);
    expect((await browser.ask("{ users(first: 1) { totalCount } }")).codes).toEqual(["FORBIDDEN"]);
  });

  test("when its person changes the password elsewhere; there it goes on under a new token", async () => {
    const { person, browser } = await signedIn();
    const here = portal.browser();
    await here.signIn(person.email);
    const before = here.cookies["__Host-guildhall_session"];
    const change = (current: string, next: string) =>
      here.ask(`mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { viewer { id } problems { code path } } }`, { input: { current, password: next } });
    expect((await change("wrong horse battery staple", "another horse altogether")).data).toMatchObject({ passwordChange: { problems: [{ code: "INVALID_CREDENTIALS" }] } });
    expect((await change(password, "short")).data).toMatchObject({ passwordChange: { problems: [{ code: "PASSWORD_TOO_SHORT", path: "input.password" }] } });
    expect(await browser.who()).toBe(person.email);
    expect((await change(password, "another horse altogether")).data).toMatchObject({ passwordChange: { viewer: { id: person.id }, problems: [] } });
    expect(await here.who()).toBe(person.email);
    expect(here.cookies["__Host-guildhall_session"]).not.toBe(before);
    await isOut(browser);
    expect(await browser.signIn(person.email)).toEqual(["INVALID_CREDENTIALS"]);
    expect(await browser.signIn(person.email, { password: "another horse altogether" })).toEqual([]);
  });

  test("when its person ends it from another browser", async () => {
    const { person, browser } = await signedIn();
    const here = portal.browser();
    await here.signIn(person.email);
    const { data } = await here.ask<{ viewer: { sessions: { id: string; current: boolean; userAgent: string; address: string }[] } }>("{ viewer { sessions { id current userAgent address } } }");
    expect(data?.viewer.sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = data?.viewer.sessions.find(({ current }) => !current);
    expect(other).toMatchObject({ userAgent: "Lantern/1.0", address: browser.address });
    const ended = await here.ask(`mutation ($id: ID!) { sessionEnd(id: $id) { viewer { sessions { id } } problems { code } } }`, { id: other?.id });
    expect(ended.data).toMatchObject({ sessionEnd: { viewer: { sessions: [expect.anything()] }, problems: [] } });
    await isOut(browser);
    expect(await here.who()).toBe(person.email);
  });

  test("when its person ends all others from one, and nobody else's ends", async () => {
    const [{ person, browser }, other] = [await signedIn(), await signedIn()];
    const here = portal.browser();
    await here.signIn(person.email);
    const { data } = await here.ask("mutation { sessionEndOthers { viewer { sessions { current } } problems { code } } }");
    expect(data).toEqual({ sessionEndOthers: { viewer: { sessions: [{ current: true }] }, problems: [] } });
    await isOut(browser);
    expect([await here.who(), await other.browser.who()]).toEqual([person.email, other.person.email]);
  });

  test("when it was idle too long, or has lasted too long", async () => {
    const { person, browser } = await signedIn();
    await portal.database.asOwner("update session set last_seen_at = now() - interval '12 hours' where user_id = $1", [person.id]);
    await isOut(browser);
    await browser.signIn(person.email);
    await portal.database.asOwner("update session set created_at = now() - interval '7 days', last_seen_at = now() where user_id = $1", [person.id]);
    await isOut(browser);
  });
});

test("use keeps a session alive", async () => {
  const { person, browser } = await signedIn();
  await portal.database.asOwner("update session set last_seen_at = now() - interval '11 hours' where user_id = $1", [person.id]);
  expect(await browser.who()).toBe(person.email);
  const [row] = await portal.database.asOwner<{ fresh: boolean }>("select last_seen_at > now() - interval '1 minute' as fresh from session where user_id = $1", [person.id]);
  expect(row?.fresh).toBe(true);
});

test("nobody ends a session of somebody else", async () => {
  const [ann, ben] = [await signedIn(), await signedIn()];
  const [row] = await portal.database.asOwner<{ id: string }>("select id from session where user_id = $1", [ben.person.id]);
  const { data } = await ann.browser.ask(`mutation ($id: ID!) { sessionEnd(id: $id) { viewer { id } problems { code path } } }`, { id: row?.id });
  expect(data).toEqual({ sessionEnd: { viewer: null, problems: [{ code: "NOT_FOUND", path: "id" }] } });
  expect(await ben.browser.who()).toBe(ben.person.email);
});

test("a session that ends while its person proves who they are stays ended", async () => {
  const [{ person, browser }, ending] = [await signedIn(), new pg.Client({ connectionString: portal.database.url })];
  await ending.connect();
  await ending.query("begin");
  await ending.query("delete from session where user_id = $1", [person.id]);
  const proving = browser.stepUp();
  await until(async () => (await portal.database.asOwner("select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).length > 0);
  await ending.query("commit");
  await ending.end();
  expect(await proving).toEqual(["CONFLICT"]);
  await isOut(browser);
  expect(await portal.database.asOwner("select 1 from session where user_id = $1", [person.id])).toEqual([]);
});
