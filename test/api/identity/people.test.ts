import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../../server/kernel/ids.ts";
import type { Person } from "../../support/world.ts";
import { openPortal, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

let addresses = 0;
const newAddress = () => `guest${(addresses += 1)}@guild.example`;

const send = `mutation ($input: InvitationSendInput!) { invitationSend(input: $input) { invitation { id email role expiresAt } link problems { code path } } }`;
const accept = `mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) { email problems { code path } } }`;
interface Sent {
  invitationSend: { invitation: { id: string; email: string; role: string; expiresAt: string } | null; link: string | null; problems: { code: string; path: string }[] };
}
const tokenIn = (link: string | null | undefined) => link?.split("#").at(-1) ?? "";

describe("an invitation", () => {
  test("brings one person in, once", async () => {
    const officer = await portal.officer();
    const email = newAddress();
    const sent = (await officer.run<Sent>(send, { input: { email: email.toUpperCase(), role: "PANEL" } })).data?.invitationSend;
    expect(sent).toMatchObject({ invitation: { email, role: "PANEL" }, problems: [] });
    expect(sent?.link).toMatch(/^https:\/\/guild\.example\/app\/invitation#[\w-]{43}$/);

    const input = { token: tokenIn(sent?.link), name: " 何志恆 ", password: "lanterns over the harbour" };
    const [one, two] = await Promise.all([1, 2].map(() => portal.stranger().run<{ invitationAccept: { email: string | null } }>(accept, { input })));
    expect([one?.data?.invitationAccept.email, two?.data?.invitationAccept.email].sort()).toEqual([email, null].sort());
    expect((await portal.stranger().run(accept, { input })).data).toEqual({ invitationAccept: { email: null, problems: [{ code: "INVITATION_INVALID", path: "input.token" }] } });
    const browser = portal.browser();
    expect(await browser.signIn(email, { password: "lanterns over the harbour" })).toEqual([]);
    expect((await browser.ask("{ viewer { name roles mustEnrolTotp } }")).data).toEqual({ viewer: { name: "何志恆", roles: ["PANEL"], mustEnrolTotp: true } });
  });

  test("is kept as a digest, and expires after seven days", async () => {
    const officer = await portal.officer();
    const { data } = await officer.run<Sent>(send, { input: { email: newAddress(), role: "OFFICER" } });
    const token = tokenIn(data?.invitationSend.link);
    const [row] = await portal.database.asOwner<{ text: string }>("select row_to_json(invitation)::text as text from invitation where id = $1", [data?.invitationSend.invitation?.id]);
    expect(row?.text).not.toContain(token);
    await portal.database.asOwner("update invitation set expires_at = sent_at where id = $1", [data?.invitationSend.invitation?.id]);
    const { data: refused } = await portal.stranger().run(accept, { input: { token, name: "Late", password: "lanterns over the harbour" } });
    expect(refused).toMatchObject({ invitationAccept: { problems: [{ code: "INVITATION_INVALID" }] } });
  });

  test.each([
    ["an address that is none", { email: "not an address", role: "PANEL" }, "INVALID", "input.email"],
    ["a member's role without a member", { email: "x@guild.example", role: "MEMBER_ADMIN" }, "ROLES_DISAGREE", "input.role"],
    ["a member there is none of", { email: "x@guild.example", role: "MEMBER_ADMIN", memberId: newId("mem", new Date()) }, "NOT_FOUND", "input.memberId"],
  ])("is refused for %s", async (_, input, code, path) => {
    const officer = await portal.officer();
    expect((await officer.run(send, { input })).data).toEqual({ invitationSend: { invitation: null, link: null, problems: [{ code, path }] } });
  });

  test("wants a name, a sound password and an address nobody has", async () => {
    const officer = await portal.officer();
    const email = newAddress();
    const [first, second] = [await officer.run<Sent>(send, { input: { email, role: "PANEL" } }), await officer.run<Sent>(send, { input: { email, role: "PANEL" } })];
    const tryWith = async (input: Record<string, string>) =>
      (await portal.stranger().run<{ invitationAccept: { problems: unknown[] } }>(accept, { input: { token: tokenIn(first.data?.invitationSend.link), name: "Ho", password: "lanterns over the harbour", ...input } })).data?.invitationAccept.problems;
    expect(await tryWith({ name: "  " })).toEqual([{ code: "REQUIRED", path: "input.name" }]);
    expect(await tryWith({ name: "x".repeat(201) })).toEqual([{ code: "TOO_LONG", path: "input.name" }]);
    expect(await tryWith({ password: "too short" })).toEqual([{ code: "PASSWORD_TOO_SHORT", path: "input.password" }]);
    expect(await tryWith({ password: email })).toEqual([{ code: "PASSWORD_TOO_COMMON", path: "input.password" }]);
    expect(await tryWith({})).toEqual([]);
    expect(await tryWith({ token: tokenIn(second.data?.invitationSend.link) })).toEqual([{ code: "INVITATION_INVALID", path: "input.token" }]);
    expect((await officer.run<Sent>(send, { input: { email, role: "PANEL" } })).data?.invitationSend.problems).toEqual([{ code: "EMAIL_TAKEN", path: "input.email" }]);
  });
});

describe("a member's administrator", () => {
  test("invites the member's own people, and sees and changes them alone", async () => {
    const [acme, rival] = [await portal.member(), await portal.member()];
    const ask = async (input: Record<string, unknown>) => (await acme.run<Sent>(send, { input: { email: newAddress(), ...input } })).data?.invitationSend;
    expect(await ask({ role: "MEMBER_EDITOR" })).toMatchObject({ invitation: { role: "MEMBER_EDITOR" }, problems: [] });
    expect(await ask({ role: "OFFICER" })).toMatchObject({ invitation: null, problems: [{ code: "ROLES_DISAGREE", path: "input.role" }] });
    expect(await ask({ role: "MEMBER_EDITOR", memberId: rival.actor.memberId })).toMatchObject({ invitation: null, problems: [{ code: "NOT_FOUND", path: "input.memberId" }] });

    portal.travel(1000);
    const editor = await portal.member({ memberId: acme.actor.memberId ?? "", role: "MEMBER_EDITOR" });
    const { data } = await acme.run<{ users: { edges: object[]; totalCount: number } }>("{ users(first: 10) { edges { node { id change: viewerMay(act: USER_CHANGE) } } totalCount } }");
    expect(data?.users.totalCount).toBe(2);
    expect(data?.users.edges).toEqual(expect.arrayContaining([{ node: { id: editor.actor.userId, change: true } }, { node: { id: acme.actor.userId, change: false } }]));
    const roles = `mutation ($id: ID!, $roles: [Role!]!) { userRolesChange(id: $id, input: { roles: $roles }) { user { roles } problems { code path } } }`;
    expect((await acme.run(roles, { id: editor.actor.userId, roles: ["MEMBER_ADMIN"] })).data).toEqual({ userRolesChange: { user: { roles: ["MEMBER_ADMIN"] }, problems: [] } });
    expect((await acme.run(roles, { id: editor.actor.userId, roles: ["OFFICER"] })).data).toEqual({ userRolesChange: { user: null, problems: [{ code: "ROLES_DISAGREE", path: "input.roles" }] } });
    expect((await acme.run(roles, { id: acme.actor.userId, roles: ["MEMBER_EDITOR"] })).data).toEqual({ userRolesChange: { user: null, problems: [{ code: "NOT_YOURSELF", path: "id" }] } });
  });

  test("keeps nobody's address: an officer shuts out who took it, and invites whom it belongs to", async () => {
    const [acme, officer, email] = [await portal.member(), await portal.officer(), newAddress()];
    const linkTo = async (by: Person, role: string) => tokenIn((await by.run<Sent>(send, { input: { email, role } })).data?.invitationSend.link);
    const joinBy = async (token: string) =>
      (await portal.stranger().run<{ invitationAccept: { email: string | null } }>(accept, { input: { token, name: "Ho", password: "lanterns over the harbour" } })).data?.invitationAccept.email;
    const idOf = async (address: string) => (await portal.database.asOwner<{ id: string }>("select id from user_account where email = $1", [address]))[0]?.id ?? "";
    await joinBy(await linkTo(acme, "MEMBER_EDITOR"));
    const squatter = await idOf(email);
    expect((await officer.run<Sent>(send, { input: { email, role: "PANEL" } })).data?.invitationSend.problems).toEqual([{ code: "EMAIL_TAKEN", path: "input.email" }]);

    await officer.run("mutation ($id: ID!) { userDisable(id: $id) { problems { code } } }", { id: squatter });
    expect(await joinBy(await linkTo(officer, "PANEL"))).toBe(email);
    expect(await idOf(email)).not.toBe(squatter);
    expect(await idOf(`${squatter.toLowerCase()}@released.invalid`)).toBe(squatter);
    const acts = await portal.database.asOwner<{ act: string }>("select act from journal_entry where record = $1 order by seq", [squatter]);
    expect(acts.map(({ act }) => act)).toEqual(["user.joined", "user.disabled", "user.address-released"]);
  });

  test("takes no address from another firm's person, though they are shut out", async () => {
    const [acme, rival] = [await portal.member(), await portal.member()];
    const email = (await rival.run<{ viewer: { email: string } }>("{ viewer { email } }")).data?.viewer.email ?? "";
    await portal.database.asOwner("update user_account set disabled_at = now() where id = $1", [rival.actor.userId]);
    const token = tokenIn((await acme.run<Sent>(send, { input: { email, role: "MEMBER_EDITOR" } })).data?.invitationSend.link);
    const { data } = await portal.stranger().run(accept, { input: { token, name: "Ho", password: "lanterns over the harbour" } });
    expect(data).toMatchObject({ invitationAccept: { problems: [{ code: "INVITATION_INVALID", path: "input.token" }] } });
  });

  test("does not learn whether an address outside the firm has an account", async () => {
    const [acme, officer] = [await portal.member(), await portal.officer()];
    const known = (await officer.run<{ viewer: { email: string } }>("{ viewer { email } }")).data?.viewer.email;
    const shapeOf = (answer: Sent["invitationSend"] | undefined) => ({ ...answer, link: answer?.link?.length, invitation: Object.keys(answer?.invitation ?? {}) });
    const [there, nowhere] = [await acme.run<Sent>(send, { input: { email: known, role: "MEMBER_EDITOR" } }), await acme.run<Sent>(send, { input: { email: newAddress(), role: "MEMBER_EDITOR" } })];
    expect(shapeOf(there.data?.invitationSend)).toEqual(shapeOf(nowhere.data?.invitationSend));
  });
});

test("the list of people pages through everybody once", async () => {
  const officer = await portal.officer();
  const seen: string[] = [];
  let after: string | null = null;
  interface Users { users: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null }; totalCount: number } }
  for (;;) {
    const page: Users | null = (await officer.run<Users>("query ($after: String) { users(first: 3, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } totalCount } }", { after })).data;
    seen.push(...(page?.users.edges.map(({ node }) => node.id) ?? []));
    after = page?.users.pageInfo.endCursor ?? null;
    if (!page?.users.pageInfo.hasNextPage) {
      expect(seen).toHaveLength(page?.users.totalCount ?? -1);
      break;
    }
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(3);
});

test("people are found by a part of their name or address, and a member finds its own alone", async () => {
  const [officer, acme, rival] = [await portal.officer(), await portal.member(), await portal.member()];
  for (const { actor } of [acme, rival]) await portal.database.asOwner("update user_account set name = 'Lo 100%_Chi Hang' where id = $1", [actor.userId]);
  const found = async (who: Person, text: string) => {
    const { data } = await who.run<{ users: { edges: { node: { id: string; member: { id: string } | null } }[]; totalCount: number } }>(
      "query ($text: String) { users(first: 10, filter: { text: $text }) { edges { node { id member { id } } } totalCount } }", { text });
    expect(data?.users.totalCount).toBe(data?.users.edges.length);
    return data?.users.edges.map(({ node }) => node) ?? [];
  };
  const firmOf = ({ actor }: Person) => ({ id: actor.userId, member: { id: actor.memberId } });
  expect(new Set(await found(officer, " 100%_CHI "))).toEqual(new Set([firmOf(acme), firmOf(rival)]));
  expect(await found(officer, `${officer.actor.userId?.toLowerCase()}@`)).toEqual([{ id: officer.actor.userId, member: null }]);
  expect(await found(acme, "chi hang")).toEqual([firmOf(acme)]);
  expect(await found(officer, "1000chi")).toEqual([]);
});

test("the language a person chooses is theirs from then on", async () => {
  const [person, browser] = [await portal.resident(["MEMBER_ADMIN"], (await portal.firm()).id), portal.browser()];
  await browser.signIn(person.email);
  expect((await browser.ask("mutation { languageChange(language: ZH_HANS) { viewer { language } problems { code } } }")).data).toEqual({ languageChange: { viewer: { language: "ZH_HANS" }, problems: [] } });
  expect((await browser.ask("{ viewer { language } }")).data).toEqual({ viewer: { language: "ZH_HANS" } });
});

describe("an API key", () => {
  const create = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { apiKey { id name tokenStart scopes lastUsedAt } secret problems { code path } } }`;
  const inDays = (days: number) => new Date(portal.now().getTime() + days * 86_400_000).toISOString();
  interface Created { apiKeyCreate: { apiKey: { id: string; tokenStart: string } | null; secret: string | null; problems: { code: string; path: string }[] } }

  async function keyOf(scopes: string[]) {
    const [person, browser] = [await portal.resident(["OFFICER"]), portal.browser()];
    await browser.signIn(person.email, { code: await person.code() });
    const { data } = await browser.ask<Created>(create, { input: { name: "Reporting", scopes, expiresAt: inDays(90) } });
    const { secret, apiKey } = data?.apiKeyCreate ?? { secret: null, apiKey: null };
    const program = portal.browser(undefined, { authorization: `Bearer ${secret}` });
    return { person, browser, program, secret: secret ?? "", id: apiKey?.id ?? "", start: apiKey?.tokenStart };
  }

  test("does what its scopes say and nothing else", async () => {
    const { program, secret, start, person } = await keyOf(["USER_LIST"]);
    expect(secret).toMatch(/^ghk_[\w-]{43}$/);
    expect(start).toBe(secret.slice(0, 10));
    expect((await program.ask("{ users(first: 1) { totalCount } viewer { email acts } }")).data).toMatchObject({ viewer: { email: person.email, acts: ["USER_LIST"] } });
    expect((await program.ask("{ members(first: 1) { totalCount } }")).codes).toEqual(["FORBIDDEN"]);
    expect((await program.ask(`mutation { languageChange(language: EN) { problems { code } } }`)).codes).toEqual(["FORBIDDEN"]);
    expect((await program.ask(`mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret } }`, { input: { name: "More", scopes: ["USER_LIST"], expiresAt: inDays(1) } })).codes).toEqual(["FORBIDDEN"]);
  });

  test.each(["sessions { address userAgent }", "apiKeys { id }", "demoHint { password }"])("is not told its owner's %s", async (fields) => {
    const { program, browser } = await keyOf(["FINDING_READ"]);
    const asked = `{ viewer { email ${fields} } }`;
    const { codes, data } = await program.ask<{ viewer: Record<string, unknown> | null }>(asked);
    expect([codes, data?.viewer?.[fields.split(" ")[0] ?? ""] ?? null]).toEqual([["FORBIDDEN"], null]);
    expect((await browser.ask(asked)).codes).toEqual([]);
  });

  test("is stored as a digest, shown once, and tells when it was used", async () => {
    const { browser, program, secret, id } = await keyOf(["USER_LIST"]);
    const [row] = await portal.database.asOwner<{ text: string }>("select row_to_json(api_key)::text as text from api_key where id = $1", [id]);
    expect(row?.text).not.toContain(secret);
    const listed = async () => (await browser.ask<{ viewer: { apiKeys: { id: string; lastUsedAt: string | null }[] } }>("{ viewer { apiKeys { id lastUsedAt } } }")).data?.viewer.apiKeys;
    expect(await listed()).toEqual([{ id, lastUsedAt: null }]);
    await program.who();
    expect(await listed()).toEqual([{ id, lastUsedAt: expect.any(String) }]);
  });

  test("opens nothing once revoked, expired, or its owner shut out", async () => {
    const [revoked, expired, orphaned] = [await keyOf(["USER_LIST"]), await keyOf(["USER_LIST"]), await keyOf(["USER_LIST"])];
    await revoked.browser.ask(`mutation ($id: ID!) { apiKeyRevoke(id: $id) { apiKey { revokedAt } problems { code } } }`, { id: revoked.id });
    await portal.database.asOwner("update api_key set expires_at = now() where id = $1", [expired.id]);
    await portal.database.asOwner("update user_account set disabled_at = now() where id = $1", [orphaned.person.id]);
    for (const { program } of [revoked, expired, orphaned]) expect(await program.who()).toBeNull();
    expect(await portal.browser(undefined, { authorization: "Bearer ghk_made-up" }).who()).toBeNull();
  });

  test("shrinks with its owner's roles", async () => {
    const { person, program } = await keyOf(["USER_LIST"]);
    await portal.database.asOwner("update user_account set roles = '{REGULATOR}' where id = $1", [person.id]);
    expect((await program.ask("{ users(first: 1) { totalCount } }")).codes).toEqual(["FORBIDDEN"]);
  });

  test.each([
    ["more than its owner may", { scopes: ["PLEDGE_SIGN"] }, "SCOPE_NOT_HELD", "input.scopes"],
    ["the account itself", { scopes: ["ACCOUNT_MANAGE"] }, "SCOPE_NOT_HELD", "input.scopes"],
    ["a grave act", { scopes: ["CERTIFICATE_CHANGE"] }, "SCOPE_NOT_HELD", "input.scopes"],
    ["nothing", { scopes: [] }, "REQUIRED", "input.scopes"],
    ["no name", { name: " " }, "REQUIRED", "input.name"],
    ["too long a life", { expiresAt: new Date(Date.now() + 367 * 86_400_000).toISOString() }, "OUT_OF_RANGE", "input.expiresAt"],
    ["a life already over", { expiresAt: "2020-01-01T00:00:00Z" }, "OUT_OF_RANGE", "input.expiresAt"],
  ])("is not made for %s", async (_, input, code, path) => {
    const officer = await portal.officer();
    const { data } = await officer.run<Created>(create, { input: { name: "Key", scopes: ["USER_LIST"], expiresAt: inDays(30), ...input } });
    expect(data?.apiKeyCreate).toEqual({ apiKey: null, secret: null, problems: [{ code, path }] });
  });
});

test("every act of identity stands in the journal", async () => {
  const acts = await portal.database.asOwner<{ act: string }>("select distinct act from journal_entry where act like 'user.%' or act like 'apiKey.%' or act like 'invitation.%' order by act");
  expect(acts.map(({ act }) => act)).toEqual(["apiKey.created", "apiKey.revoked", "invitation.sent", "user.address-released", "user.disabled", "user.joined", "user.language-changed", "user.roles-changed", "user.signed-in"]);
});
