import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { canonicalJson } from "../../../server/kernel/canonical-json.ts";
import { sha256 } from "../../../server/kernel/digest.ts";
import { defineEvent } from "../../../server/platform/events.ts";
import { announce, type Subject } from "../../../server/platform/outbox.ts";
import { done } from "../../../server/platform/outcome.ts";
import { unusedTotpCode } from "../../../server/modules/identity/totp.ts";
import { openPortal, password, type Portal } from "../identity/portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

interface Entry {
  seq: number;
  act: string;
  salt: string;
  before: string | null;
  after: string | null;
  payloadDigest: string;
}
const entries = (record = "%") => portal.database.asOwner<Entry>(
  `select e.seq, act, salt, before_digest as before, after_digest as after, payload_digest as "payloadDigest"
   from journal_entry e join journal_salt s on s.seq = e.seq where record like $1 order by e.seq`, [record]);
const sidesOf = async (record: string) => (await entries(record)).map(({ act, before, after }) => [act, before !== null, after !== null]);
const sealing = ({ salt }: Entry, value: unknown) => sha256(salt + canonicalJson(value));

test("what is done to a person's access leaves digests of what was and what is", async () => {
  const officer = await portal.officer();
  const { data } = await officer.run<{ act: { invitation: { id: string }; link: string } }>(
    `mutation { act: invitationSend(input: { email: "guest@guild.example", role: PANEL }) { invitation { id } link } }`);
  const token = data?.act.link.split("#").at(-1);
  await portal.stranger().run(`mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) { email } }`, { input: { token, name: "何志恆", password } });
  const [{ id } = { id: "" }] = await portal.database.asOwner<{ id: string }>("select id from user_account where email = 'guest@guild.example'");
  await officer.run(`mutation ($id: ID!) { userRolesChange(id: $id, input: { roles: [OFFICER] }) { problems { code } } }`, { id });
  await officer.run(`mutation ($id: ID!) { userDisable(id: $id) { problems { code } } }`, { id });
  expect(await sidesOf(data?.act.invitation.id ?? "")).toEqual([["invitation.sent", false, true]]);
  expect(await sidesOf(id)).toEqual([["user.joined", false, true], ["user.roles-changed", true, true], ["user.disabled", true, true]]);
});

test("so does what people do to their own account, sessions and keys; a failure changes nothing", async () => {
  const [person, browser] = [await portal.resident(["MEMBER_ADMIN"], (await portal.firm()).id), portal.browser()];
  await browser.signIn(person.email);
  expect(await browser.signIn(person.email, { password: "wrong horse" })).toEqual(["INVALID_CREDENTIALS"]);
  await browser.stepUp();
  await browser.ask("mutation { languageChange(language: ZH_HANS) { problems { code } } }");
  await browser.ask(`mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { problems { code } } }`, { input: { current: password, password: "another horse altogether" } });
  const begun = await browser.ask<{ act: { secret: string } }>("mutation { act: totpEnrolmentBegin { secret } }");
  const code = unusedTotpCode(begun.data?.act.secret ?? "", null, new Date());
  await browser.ask(`mutation ($code: String!) { totpEnrolmentConfirm(code: $code) { problems { code } } }`, { code });
  const made = await browser.ask<{ act: { apiKey: { id: string } } }>(`mutation ($input: ApiKeyCreateInput!) { act: apiKeyCreate(input: $input) { apiKey { id } problems { code } } }`, {
    input: { name: "Till", scopes: ["MEMBER_READ"], expiresAt: new Date(portal.now().getTime() + 86_400_000) },
  });
  const key = made.data?.act.apiKey.id ?? "";
  await browser.ask(`mutation ($id: ID!) { apiKeyRevoke(id: $id) { problems { code } } }`, { id: key });
  await browser.ask("mutation { signOut { problems { code } } }");
  expect(await sidesOf(person.id)).toEqual([
    ["user.signed-in", false, true], ["user.sign-in-failed", false, false], ["user.stepped-up", true, true], ["user.language-changed", true, true],
    ["user.password-changed", true, true], ["user.totp-enrolled", true, true], ["user.signed-out", true, false],
  ]);
  expect(await sidesOf(key)).toEqual([["apiKey.created", false, true], ["apiKey.revoked", true, true]]);

  const language = (await entries(person.id)).find(({ act }) => act === "user.language-changed") as Entry;
  expect([language.before, language.after]).toEqual([sealing(language, { language: "en" }), sealing(language, { language: "zh-Hans" })]);
});

test("the digest of what was announced is that of what waits in the outbox", async () => {
  const event = defineEvent({ name: "lantern.hung", payload: z.object({ place: z.string().trim(), lit: z.boolean().default(false) }) });
  const subject: Subject = { record: "lan_1", unchanged: true };
  const said = { place: " gate ", by: "somebody" } as unknown as { place: string; lit: boolean };
  await portal.change((tx) => {
    announce(tx, event, said, subject);
    return Promise.resolve(done(null));
  });
  const [entry] = await entries("lan_1");
  const [waiting] = await portal.database.asOwner<{ payload: unknown }>("select payload from outbox where event = 'lantern.hung'");
  expect(waiting?.payload).toEqual({ place: "gate", lit: false });
  expect(entry?.payloadDigest).toBe(sealing(entry as Entry, waiting?.payload));
});

test("a fact must say what it made of its record, or that it left it as it was", () => {
  expectTypeOf<{ record: string }>().not.toExtend<Subject>();
  expectTypeOf<{ record: string; after: undefined }>().not.toExtend<Subject>();
  expectTypeOf<{ record: string; unchanged: true }>().toExtend<Subject>();
});
