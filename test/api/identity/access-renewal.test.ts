import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../support/world.ts";
import { type Browser, openPortal, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

const fresh = "lanterns over the harbour";

interface Renewed { userAccessRenew: { user: { id: string } | null; link: string | null; expiresAt: string | null; problems: { code: string; path: string }[] } }
const renew = async (by: Person, id: string) =>
  (await by.run<Renewed>(`mutation ($id: ID!) { userAccessRenew(id: $id) { user { id } link expiresAt problems { code path } } }`, { id })).data?.userAccessRenew;
const tokenFor = async (by: Person, id: string) => (await renew(by, id))?.link?.split("#").at(-1) ?? "";

const accept = async (token: string, password = fresh) =>
  (await portal.stranger().run<{ accessRenewalAccept: { email: string | null } }>(
    `mutation ($input: AccessRenewalAcceptInput!) { accessRenewalAccept(input: $input) { email problems { code path } } }`, { input: { token, password } })).data?.accessRenewalAccept;
const refusal = (code: string, path: string) => ({ email: null, problems: [{ code, path }] });
const invalid = refusal("INVITATION_INVALID", "input.token");

const memberPerson = async (memberId?: string) => portal.resident(["MEMBER_ADMIN"], memberId ?? (await portal.firm()).id);

/** A key of whoever is signed in there, in the hands of a program. */
async function keyOf(browser: Browser): Promise<Browser> {
  const expiresAt = new Date(portal.now().getTime() + 86_400_000).toISOString();
  const { data } = await browser.ask<{ apiKeyCreate: { secret: string } }>(
    `mutation ($at: DateTime!) { apiKeyCreate(input: { name: "Key", scopes: [USER_LIST], expiresAt: $at }) { secret } }`, { at: expiresAt });
  return portal.browser(undefined, { authorization: `Bearer ${data?.apiKeyCreate.secret}` });
}

describe("renewing somebody's access", () => {
  test("lets them in with a new password, and nothing of before opens anything", async () => {
    const [officer, person] = [await portal.officer(), await portal.resident(["MEMBER_ADMIN"], (await portal.firm()).id, { totp: true })];
    const browser = portal.browser();
    await browser.signIn(person.email, { code: await person.code() });
    const program = await keyOf(browser);
    const renewed = await renew(officer, person.id);
    expect(renewed).toMatchObject({ user: { id: person.id }, problems: [] });
    expect(renewed?.link).toMatch(/^https:\/\/guild\.example\/app\/renewal#[\w-]{43}$/);
    expect([await browser.who(), await program.who()]).toEqual([person.email, person.email]);

    expect(await accept(renewed?.link?.split("#").at(-1) ?? "")).toEqual({ email: person.email, problems: [] });
    expect([await browser.who(), await program.who()]).toEqual([null, null]);
    await person.later();
    expect(await portal.browser().signIn(person.email, { code: await person.code() })).toEqual(["INVALID_CREDENTIALS"]);
    expect(await portal.browser().signIn(person.email, { password: fresh })).toEqual([]);
  });

  test("has an officer enrol a second factor before anything else, with the codes of before void", async () => {
    const [officer, person] = [await portal.officer(), await portal.resident(["OFFICER"])];
    await portal.database.asOwner("insert into recovery_code (user_id, digest) values ($1, 'x')", [person.id]);
    await accept(await tokenFor(officer, person.id));
    const browser = portal.browser();
    await browser.signIn(person.email, { password: fresh });
    expect((await browser.ask("{ viewer { mustEnrolTotp totpEnrolled acts apiKeys { id } } }")).data).toEqual({
      viewer: { mustEnrolTotp: true, totpEnrolled: false, acts: ["ACCOUNT_MANAGE", "ACCOUNT_SECURE"], apiKeys: [] },
    });
    expect((await browser.ask("mutation { totpEnrolmentBegin { secret problems { code } } }")).data).toMatchObject({ totpEnrolmentBegin: { problems: [] } });
    expect(await portal.database.asOwner("select 1 from recovery_code where user_id = $1", [person.id])).toEqual([]);
  });

  test("stands in the journal: who made the link, and that it was used", async () => {
    const [officer, person] = [await portal.officer(), await memberPerson()];
    await accept(await tokenFor(officer, person.id));
    const entries = await portal.database.asOwner("select act, actor_id as actor from journal_entry where record = $1 order by seq", [person.id]);
    expect(entries).toEqual([{ act: "user.access-renewed", actor: officer.actor.userId }, { act: "user.access-regained", actor: null }]);
  });

  test("is done by a member's administrator for the member's own people", async () => {
    const acme = await portal.member();
    const person = await memberPerson(acme.actor.memberId ?? "");
    expect(await accept(await tokenFor(acme, person.id))).toEqual({ email: person.email, problems: [] });
  });

  test("keeps no token: only its digest is in the database, and only the last link counts", async () => {
    const [officer, person] = [await portal.officer(), await memberPerson()];
    const [first, second] = [await tokenFor(officer, person.id), await tokenFor(officer, person.id)];
    const rows = await portal.database.asOwner<{ text: string }>("select row_to_json(access_renewal)::text as text from access_renewal where user_id = $1", [person.id]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(second);
    expect(await accept(first)).toEqual(invalid);
    expect(await accept(second)).toEqual({ email: person.email, problems: [] });
  });
});

describe("renewing access is refused", () => {
  test("for oneself, and for somebody who is shut out", async () => {
    const [officer, person] = [await portal.officer(), await memberPerson()];
    expect(await renew(officer, officer.actor.userId ?? "")).toEqual({ user: null, link: null, expiresAt: null, problems: [{ code: "NOT_YOURSELF", path: "id" }] });
    await portal.database.asOwner("update user_account set disabled_at = now() where id = $1", [person.id]);
    expect(await renew(officer, person.id)).toEqual({ user: null, link: null, expiresAt: null, problems: [{ code: "USER_DISABLED", path: "id" }] });
  });

  test("to a member for another's person, as if there were none", async () => {
    const [acme, person] = [await portal.member(), await memberPerson()];
    expect(await renew(acme, person.id)).toEqual({ user: null, link: null, expiresAt: null, problems: [{ code: "NOT_FOUND", path: "id" }] });
    expect(await portal.database.asOwner("select 1 from access_renewal where user_id = $1", [person.id])).toEqual([]);
  });

  test("without a fresh proof of identity", async () => {
    const [stale, person] = [await portal.officer({ steppedUp: false }), await memberPerson()];
    const { errors } = await stale.run(`mutation ($id: ID!) { userAccessRenew(id: $id) { link } }`, { id: person.id });
    expect(errors.map(({ code }) => code)).toEqual(["STEP_UP_REQUIRED"]);
  });
});

describe("a link back in opens nothing", () => {
  test("a second time, not even at the same moment", async () => {
    const [officer, person] = [await portal.officer(), await memberPerson()];
    const token = await tokenFor(officer, person.id);
    const answers = await Promise.all([1, 2, 3].map(() => accept(token)));
    expect(answers.filter((answer) => answer?.email === person.email)).toHaveLength(1);
    expect(await accept(token)).toEqual(invalid);
  });

  test("after a day, nor with a weak password", async () => {
    const [officer, person] = [await portal.officer(), await memberPerson()];
    const token = await tokenFor(officer, person.id);
    expect(await accept(token, "short")).toEqual(refusal("PASSWORD_TOO_SHORT", "input.password"));
    expect(await accept(token, person.email)).toEqual(refusal("PASSWORD_TOO_COMMON", "input.password"));
    await portal.database.asOwner("update access_renewal set expires_at = sent_at where user_id = $1", [person.id]);
    expect(await accept(token)).toEqual(invalid);
    expect(await portal.browser().signIn(person.email)).toEqual([]);
  });

  test("once its sender may change nobody any more", async () => {
    const [officer, person] = [await portal.officer(), await memberPerson()];
    const token = await tokenFor(officer, person.id);
    await portal.database.asOwner("update user_account set roles = '{PANEL}' where id = $1", [officer.actor.userId]);
    expect(await accept(token)).toEqual(invalid);
  });

  test("once the person was shut out, even if they are let in again", async () => {
    const [officer, person] = [await portal.officer(), await memberPerson()];
    const token = await tokenFor(officer, person.id);
    for (const act of ["userDisable", "userEnable"]) await officer.run(`mutation ($id: ID!) { ${act}(id: $id) { problems { code } } }`, { id: person.id });
    expect(await accept(token)).toEqual(invalid);
    expect(await portal.browser().signIn(person.email)).toEqual([]);
  });
});

describe("letting somebody in again", () => {
  const enable = async (by: Person, id: string) =>
    (await by.run(`mutation ($id: ID!) { userEnable(id: $id) { user { id disabledAt } problems { code path } } }`, { id })).data?.["userEnable"];

  test("opens their account as it was, and stands in the journal once", async () => {
    const [officer, person] = [await portal.officer(), await memberPerson()];
    await portal.database.asOwner("update user_account set disabled_at = now() where id = $1", [person.id]);
    expect(await portal.browser().signIn(person.email)).toEqual(["INVALID_CREDENTIALS"]);
    for (let time = 0; time < 2; time += 1) expect(await enable(officer, person.id)).toEqual({ user: { id: person.id, disabledAt: null }, problems: [] });
    expect(await portal.browser().signIn(person.email)).toEqual([]);
    expect(await portal.database.asOwner("select actor_id from journal_entry where act = 'user.enabled' and record = $1", [person.id])).toEqual([{ actor_id: officer.actor.userId }]);
  });

  test("is refused for oneself, and to a member for another's person as if there were none", async () => {
    const [acme, person] = [await portal.member(), await memberPerson()];
    await portal.database.asOwner("update user_account set disabled_at = now() where id = $1", [person.id]);
    expect(await enable(acme, person.id)).toEqual({ user: null, problems: [{ code: "NOT_FOUND", path: "id" }] });
    expect(await enable(acme, acme.actor.userId ?? "")).toEqual({ user: null, problems: [{ code: "NOT_YOURSELF", path: "id" }] });
    expect(await portal.browser().signIn(person.email)).toEqual(["INVALID_CREDENTIALS"]);
  });
});
