import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openPortal, type Portal } from "./portal.ts";

let portal: Portal;
let proxied: Portal;
beforeAll(async () => ([portal, proxied] = await Promise.all([openPortal(), openPortal({ config: { trustedProxies: ["172.30.77.2"] } })])));
afterAll(() => Promise.all([portal.close(), proxied.close()]));

const wrong = { password: "wrong horse battery staple" };
const saying = (house: Portal, from: string, forwarded: string) => house.browser(from, { "x-forwarded-for": forwarded });

/** The address a session was opened from, as its person reads it. */
async function addressOf(browser: Browser): Promise<string | undefined> {
  const { data } = await browser.ask<{ viewer: { sessions: { address: string }[] } }>("{ viewer { sessions { address } } }");
  return data?.viewer.sessions[0]?.address;
}

describe("whoever claims to come from elsewhere", () => {
  test.each(["203.0.113.50", "192.168.1.50", "127.0.0.1"])("goes on guessing no longer than others: from %s", async (from) => {
    const { email } = await portal.resident(["MEMBER_ADMIN"], (await portal.firm()).id);
    const answers: string[] = [];
    for (let time = 0; time < 12; time += 1) answers.push(...(await saying(portal, from, `198.18.0.${time}`).signIn(email, wrong)));
    expect(answers.slice(-2)).toEqual(["TOO_MANY_ATTEMPTS", "TOO_MANY_ATTEMPTS"]);
  });

  test.each([["no proxy", () => portal, "192.168.1.51"], ["another proxy", () => proxied, "172.30.77.3"]])("is not believed, with %s trusted", async (_, house, from) => {
    const { email } = await house().resident(["MEMBER_ADMIN"], (await house().firm()).id);
    const browser = saying(house(), from, "198.18.1.1");
    await browser.signIn(email);
    expect(await addressOf(browser)).toBe(from);
  });
});

test("a trusted proxy is believed about the last stretch before it, and nobody about those before", async () => {
  const { email } = await proxied.resident(["MEMBER_ADMIN"], (await proxied.firm()).id);
  const browser = saying(proxied, "172.30.77.2", "198.18.2.1, 203.0.113.99");
  await browser.signIn(email);
  expect(await addressOf(browser)).toBe("203.0.113.99");
});
