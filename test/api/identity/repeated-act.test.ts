import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openPortal, type Portal } from "./portal.ts";

let portal: Portal;
beforeAll(async () => (portal = await openPortal()));
afterAll(() => portal.close());

const invite = `mutation ($input: InvitationSendInput!) { ...Act } fragment Act on Mutation { ... { invitationSend(input: $input) { link problems { code } } } }`;

/** An officer's browser that repeats its acts under one key, after an invitation. */
async function inviting(key: string) {
  const [person, browser] = [await portal.resident(["OFFICER"]), portal.browser(undefined, { "idempotency-key": key })];
  await browser.signIn(person.email, { code: await person.code() });
  const input = { email: `${key}@guild.example`, role: "PANEL" };
  const send = (by: Browser) => by.ask<{ invitationSend: { link: string } }>(invite, { input });
  return { person, browser, send, first: await send(browser) };
}

test("the answer that was kept is given again to whoever may do the act still", async () => {
  const { browser, send, first } = await inviting("repeated-act-1");
  expect(first.data?.invitationSend.link).toMatch(/#/);
  expect((await send(browser)).data).toEqual(first.data);
});

test("it is not given once the proof of identity is stale: the link was shown that once", async () => {
  const { person, browser, send } = await inviting("repeated-act-2");
  await portal.database.asOwner("update session set stepped_up_until = now() - interval '1 second' where user_id = $1", [person.id]);
  const again = await send(browser);
  expect([again.codes, again.data?.invitationSend ?? null]).toEqual([["STEP_UP_REQUIRED"], null]);
});

test("nor once the role that allowed it is gone", async () => {
  const { person, browser, send } = await inviting("repeated-act-3");
  await portal.database.asOwner("update user_account set roles = '{PANEL}' where id = $1", [person.id]);
  expect((await send(browser)).codes).toEqual(["FORBIDDEN"]);
});
