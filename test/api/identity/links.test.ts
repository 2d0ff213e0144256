import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sources } from "../../architecture/sources.ts";
import { type Browser, openPortal, type Portal } from "./portal.ts";

let portal: Portal;
let officer: Browser;
beforeAll(async () => {
  portal = await openPortal();
  const person = await portal.resident(["OFFICER"]);
  officer = portal.browser();
  await officer.signIn(person.email, { code: await person.code() });
});
afterAll(() => portal.close());

const name = { "zh-Hant": "燈籠貿易有限公司", "zh-Hans": "灯笼贸易有限公司", en: "Lantern Trading Ltd." };

/** Every link that lets somebody in, as whoever made it reads it. */
const links: Record<string, () => Promise<string | undefined>> = {
  "an invitation": async () =>
    (await officer.ask<{ act: { link: string } }>(`mutation { act: invitationSend(input: { email: "new@guild.example", role: PANEL }) { link } }`)).data?.act.link,
  "a way back in": async () => {
    const { id } = await portal.resident(["MEMBER_ADMIN"], (await portal.firm()).id);
    return (await officer.ask<{ act: { link: string } }>("mutation ($id: ID!) { act: userAccessRenew(id: $id) { link } }", { id })).data?.act.link;
  },
  "an application": async () =>
    (await portal.browser().ask<{ act: { link: string } }>("mutation ($name: Localized!) { act: applicationBegin(input: { name: $name, language: EN }) { link } }", { name })).data?.act.link,
};

describe.each(Object.entries(links))("%s", (_, make) => {
  test("carries its secret where only a browser reads it, and no line of the log tells it", async () => {
    const link = new URL((await make()) ?? "");
    const token = link.hash.slice(1);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(link.pathname + link.search).not.toContain(token);
    // As a browser asks, and as somebody may who types the link with a slash or has a program log the whole of it.
    for (const url of [link.pathname, `${link.pathname}/${token}`, `${link.pathname}/${token}?lang=en`]) await portal.app.inject({ method: "GET", url });
    portal.app.log.info({ link: link.href }, "handed over");
    expect(portal.lines.filter((line) => line.includes(link.pathname)).length).toBeGreaterThanOrEqual(4);
    expect(portal.lines.join("")).not.toContain(token);
  });
});

test("no other link of the house is made with a secret in it", () => {
  const made = sources("server").flatMap(({ text }) => [...text.matchAll(/[pP]ublicUrl\}(\/[^`]*)`/g)].map(([, path]) => path));
  expect(made.sort()).toEqual(["/app/", "/app/application#${token}", "/app/invitation#${token}", "/app/renewal#${token}", "/verify/${number}"]);
});
