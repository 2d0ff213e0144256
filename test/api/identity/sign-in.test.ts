import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unusedTotpCode } from "../../../server/modules/identity/totp.ts";
import { type Browser, openPortal, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

const memberPerson = async () => portal.resident(["MEMBER_ADMIN"], (await portal.firm()).id);
const journalOf = (record: string) => portal.database.asOwner<{ act: string; actorId: string | null }>(`select act, actor_id as "actorId" from journal_entry where record = $1 order by seq`, [record]);

describe("signing in", () => {
  test("opens a session in a cookie scripts cannot read and other sites do not send", async () => {
    const [ann, browser] = [await memberPerson(), portal.browser()];
    const { data, set } = await browser.ask(`mutation ($input: SignInInput!) { signIn(input: $input) { viewer { email roles acts } problems { code } } }`, {
      input: { email: ` ${ann.email.toUpperCase()} `, password: "correct horse battery staple" },
    });
    expect(data).toMatchObject({ signIn: { viewer: { email: ann.email, roles: ["MEMBER_ADMIN"], acts: expect.arrayContaining(["PLEDGE_SIGN"]) }, problems: [] } });
    expect(set["__Host-guildhall_session"]).toMatch(/^[\w-]{43}; /);
    for (const attribute of ["Max-Age=604800", "Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(set["__Host-guildhall_session"]).toContain(attribute);
    expect(await browser.who()).toBe(ann.email);
  });

  test("keeps no token: only its digest is in the database", async () => {
    const [ann, browser] = [await memberPerson(), portal.browser()];
    await browser.signIn(ann.email);
    const [row] = await portal.database.asOwner<{ session: string }>("select row_to_json(session)::text as session from session where user_id = $1", [ann.id]);
    expect(row?.session).not.toContain(browser.cookies["__Host-guildhall_session"]);
  });

  test("gives a new token each time and ends the session the browser had", async () => {
    const [ann, browser] = [await memberPerson(), portal.browser()];
    await browser.signIn(ann.email);
    const before = { ...browser.cookies };
    await browser.signIn(ann.email);
    expect(browser.cookies["__Host-guildhall_session"]).not.toBe(before["__Host-guildhall_session"]);
    const old = portal.browser();
    old.cookies = before;
    expect(await old.who()).toBeNull();
    expect(await portal.database.asOwner("select id from session where user_id = $1", [ann.id])).toHaveLength(1);
  });

  test("is not carried by a cookie a neighbouring host could have planted", async () => {
    const [ann, browser, planted] = [await memberPerson(), portal.browser(), portal.browser()];
    await browser.signIn(ann.email);
    planted.cookies["guildhall_session"] = browser.cookies["__Host-guildhall_session"] ?? "";
    expect([await browser.who(), await planted.who()]).toEqual([ann.email, null]);
  });

  test("uses the plain name where the house is reached by http, as in the demo", async () => {
    const plain = await openPortal({ config: { publicUrl: "http://localhost:8080" } });
    const [ann, browser] = [await plain.resident(["MEMBER_ADMIN"], (await plain.firm()).id), plain.browser()];
    await browser.signIn(ann.email);
    expect([Object.keys(browser.cookies).sort(), await browser.who()]).toEqual([["guildhall_device", "guildhall_session"], ann.email]);
    await plain.close();
  });

  test("does not adopt a token somebody else chose", async () => {
    const [ann, browser] = [await memberPerson(), portal.browser()];
    browser.cookies["__Host-guildhall_session"] = "x".repeat(43);
    await browser.signIn(ann.email);
    expect(browser.cookies["__Host-guildhall_session"]).not.toBe("x".repeat(43));
  });

  test("says the same to a wrong password, an unknown address and a disabled person", async () => {
    const [ann, gone] = [await memberPerson(), await memberPerson()];
    await portal.database.asOwner("update user_account set disabled_at = now() where id = $1", [gone.id]);
    const answers = [];
    for (const [email, password] of [[ann.email, "wrong horse battery staple"], ["nobody@guild.example", "correct horse battery staple"], [gone.email, "correct horse battery staple"]]) {
      const { status, data, set } = await portal.browser().ask(`mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } problems { code path } } }`, { input: { email, password } });
      answers.push({ status, data, set });
    }
    expect(answers[0]).toEqual({ status: 200, data: { signIn: { viewer: null, problems: [{ code: "INVALID_CREDENTIALS", path: "" }] } }, set: {} });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("stands in the journal under the person's name, and a failure at a door they are known at without an address", async () => {
    const [ann, browser] = [await memberPerson(), portal.browser("198.51.100.77")];
    await browser.signIn(ann.email);
    await portal.browser("198.51.100.77").signIn(ann.email, { password: "wrong horse battery staple" });
    expect(await journalOf(ann.id)).toEqual([{ act: "user.signed-in", actorId: ann.id }, { act: "user.sign-in-failed", actorId: null }]);
    const [{ texts = "" } = {}] = await portal.database.asOwner<{ texts: string }>("select string_agg(payload::text, ' ') as texts from outbox");
    expect(texts).not.toContain("198.51.100.77");
    expect(texts).not.toContain(ann.email);
  });
});

describe("a second factor", () => {
  test("is asked for when the password was right, and only then", async () => {
    const [officer, browser] = [await portal.resident(["OFFICER"]), portal.browser()];
    const { data } = await browser.ask(`mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } problems { code path } } }`, { input: { email: officer.email, password: "correct horse battery staple" } });
    expect(data).toEqual({ signIn: { viewer: null, problems: [{ code: "TOTP_REQUIRED", path: "input.code" }] } });
    expect(await browser.signIn(officer.email, { password: "wrong horse battery staple" })).toEqual(["INVALID_CREDENTIALS"]);
    expect(await browser.signIn(officer.email, { code: "000000" })).toEqual(["INVALID_CREDENTIALS"]);
    expect(await browser.signIn(officer.email, { code: await officer.code() })).toEqual([]);
    expect(await browser.who()).toBe(officer.email);
  });

  test("does not open twice with one code, not even at the same moment", async () => {
    const officer = await portal.resident(["OFFICER"]);
    const code = await officer.code();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => portal.browser().signIn(officer.email, { code })));
    expect(answers.filter((problems) => problems.length === 0)).toHaveLength(1);
    expect(await portal.browser().signIn(officer.email, { code })).toEqual(["INVALID_CREDENTIALS"]);
    expect(await portal.browser().signIn(officer.email, { code: await officer.code() })).toEqual([]);
  });

  test.each(["OFFICER", "PANEL", "INSPECTOR", "REGULATOR", "OPERATOR"] as const)("is due for %s, who may do nothing else before", async (role) => {
    const person = await portal.resident([role], null, { totp: false });
    const browser = portal.browser();
    expect(await browser.signIn(person.email)).toEqual([]);
    const { data } = await browser.ask(`{ viewer { mustEnrolTotp totpEnrolled acts member { id } apiKeys { id } } }`);
    expect(data).toEqual({ viewer: { mustEnrolTotp: true, totpEnrolled: false, acts: ["ACCOUNT_MANAGE", "ACCOUNT_SECURE"], member: null, apiKeys: [] } });
    expect((await browser.ask("{ users(first: 1) { totalCount } }")).codes).toEqual(["FORBIDDEN"]);
  });

  test("once enrolled gives a new token, the full part and ten codes for bad days, each good once", async () => {
    const [person, browser] = [await portal.resident(["OFFICER"], null, { totp: false }), portal.browser()];
    await browser.signIn(person.email);
    const token = browser.cookies["__Host-guildhall_session"];
    const begun = await browser.ask<{ totpEnrolmentBegin: { secret: string; otpauthUri: string; qrSvg: string } }>(`mutation { totpEnrolmentBegin { secret otpauthUri qrSvg problems { code } } }`);
    const { secret = "", otpauthUri, qrSvg } = begun.data?.totpEnrolmentBegin ?? {};
    expect(otpauthUri).toBe(`otpauth://totp/Guildhall:${encodeURIComponent(person.email)}?secret=${secret}&issuer=Guildhall`);
    expect(qrSvg).toMatch(/^<svg /);

    const confirm = (code: string) => browser.ask<{ totpEnrolmentConfirm: { recoveryCodes: string[]; problems: unknown[] } }>(
      `mutation ($code: String!) { totpEnrolmentConfirm(code: $code) { viewer { mustEnrolTotp acts } recoveryCodes problems { code path } } }`, { code });
    expect((await confirm("000000")).data).toEqual({ totpEnrolmentConfirm: { viewer: null, recoveryCodes: [], problems: [{ code: "WRONG_CODE", path: "code" }] } });
    const confirmed = (await confirm(unusedTotpCode(secret, null, new Date()) ?? "")).data?.totpEnrolmentConfirm;
    expect(confirmed).toMatchObject({ viewer: { mustEnrolTotp: false, acts: expect.arrayContaining(["USER_LIST"]) }, problems: [] });
    expect(browser.cookies["__Host-guildhall_session"]).not.toBe(token);
    expect((await browser.ask("{ users(first: 1) { totalCount } }")).codes).toEqual([]);

    const [first = "", second = ""] = confirmed?.recoveryCodes ?? [];
    expect(confirmed?.recoveryCodes).toHaveLength(10);
    expect(await portal.browser().signIn(person.email, { code: first.toLowerCase() })).toEqual([]);
    expect(await portal.browser().signIn(person.email, { code: first })).toEqual(["INVALID_CREDENTIALS"]);
    expect(await portal.browser().signIn(person.email, { code: second })).toEqual([]);
    const stored = await portal.database.asOwner<{ text: string }>("select string_agg(digest, ' ') as text from recovery_code where user_id = $1", [person.id]);
    expect(stored[0]?.text).not.toContain(first);
  });

  test("stays in use while a new one is only on offer", async () => {
    const [officer, browser] = [await portal.resident(["OFFICER"]), portal.browser()];
    await browser.signIn(officer.email, { code: await officer.code() });
    expect((await browser.ask("mutation { totpEnrolmentBegin { problems { code } } }")).codes).toEqual([]);
    await officer.later();
    expect(await portal.browser().signIn(officer.email, { code: await officer.code() })).toEqual([]);
  });
});

describe("a proof of identity", () => {
  const invite = (browser: Browser) =>
    browser.ask(`mutation { invitationSend(input: { email: "new@guild.example", role: PANEL }) { link problems { code } } }`);

  test("is fresh after a sign-in, goes stale after ten minutes, and is renewed by password and code", async () => {
    const [officer, browser] = [await portal.resident(["OFFICER"]), portal.browser()];
    await browser.signIn(officer.email, { code: await officer.code() });
    expect((await invite(browser)).codes).toEqual([]);
    await portal.database.asOwner("update session set stepped_up_until = now() - interval '1 second' where user_id = $1", [officer.id]);
    expect((await invite(browser)).codes).toEqual(["STEP_UP_REQUIRED"]);
    expect(await browser.stepUp({ code: null })).toEqual(["TOTP_REQUIRED"]);
    expect(await browser.stepUp({ password: "wrong horse battery staple", code: await officer.code() })).toEqual(["INVALID_CREDENTIALS"]);
    expect((await invite(browser)).codes).toEqual(["STEP_UP_REQUIRED"]);
    await officer.later();
    expect(await browser.stepUp({ code: await officer.code() })).toEqual([]);
    expect((await invite(browser)).codes).toEqual([]);
    const [{ seconds = 0 } = {}] = await portal.database.asOwner<{ seconds: number }>("select extract(epoch from stepped_up_until - now())::float as seconds from session where user_id = $1", [officer.id]);
    expect(seconds).toBeGreaterThan(590);
    expect(seconds).toBeLessThanOrEqual(600);
  });

  test("gives the session a new token, and the old one opens nothing at once", async () => {
    const [officer, browser, old] = [await portal.resident(["OFFICER"]), portal.browser(), portal.browser()];
    await browser.signIn(officer.email, { code: await officer.code() });
    old.cookies = { ...browser.cookies };
    await officer.later();
    expect(await browser.stepUp({ code: "000000" })).toEqual(["INVALID_CREDENTIALS"]);
    expect(browser.cookies).toEqual(old.cookies);
    expect(await browser.stepUp({ code: await officer.code() })).toEqual([]);
    expect(browser.cookies["__Host-guildhall_session"]).not.toBe(old.cookies["__Host-guildhall_session"]);
    expect([await old.who(), await browser.who()]).toEqual([null, officer.email]);
    expect((await invite(old)).codes).toEqual(["UNAUTHENTICATED"]);
    expect(await portal.database.asOwner("select id from session where user_id = $1", [officer.id])).toHaveLength(1);
  });

  test("belongs to one session and not to the person", async () => {
    const officer = await portal.resident(["OFFICER"]);
    const [here, there] = [portal.browser(), portal.browser()];
    await here.signIn(officer.email, { code: await officer.code() });
    await officer.later();
    await there.signIn(officer.email, { code: await officer.code() });
    await portal.database.asOwner("update session set stepped_up_until = null where user_id = $1", [officer.id]);
    await officer.later();
    await here.stepUp({ code: await officer.code() });
    expect((await invite(there)).codes).toEqual(["STEP_UP_REQUIRED"]);
  });
});
