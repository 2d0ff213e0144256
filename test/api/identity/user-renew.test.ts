import { afterAll, beforeAll, expect, test } from "vitest";
import { openPortal, type Portal } from "./portal.ts";
import { openTerminal } from "./terminal.ts";

let portal: Portal;
let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeAll(async () => {
  portal = await openPortal();
  terminal = await openTerminal(portal.database.url, { DEMO: "false" });
});
afterAll(async () => {
  await portal.close();
  await terminal.close();
});

test("an officer who is left alone comes back in by a link from the terminal", async () => {
  const alone = await portal.resident(["OFFICER"]);
  const said = await terminal.guildhall("user", "renew", "--email", alone.email.toUpperCase(), "--json");
  expect(said).toMatchObject({ code: 0, stderr: "" });
  const { name, link } = JSON.parse(said.stdout) as { name: string; link: string };
  expect(name).toBe("A Resident");
  const input = { token: link.split("#").at(-1), password: "lanterns over the harbour" };
  const { data } = await portal.browser().ask(`mutation ($input: AccessRenewalAcceptInput!) { accessRenewalAccept(input: $input) { email problems { code } } }`, { input });
  expect(data).toEqual({ accessRenewalAccept: { email: alone.email, problems: [] } });
  expect(await portal.browser().signIn(alone.email, { password: "lanterns over the harbour" })).toEqual([]);
}, 120_000);

test("an address nobody signs in with is refused with its field", async () => {
  const { code, stdout } = await terminal.guildhall("user", "renew", "--email", "nobody@guild.example", "--json");
  expect({ code, answer: JSON.parse(stdout) as unknown }).toEqual({ code: 1, answer: { problems: [{ code: "NOT_FOUND", path: "email" }] } });
}, 120_000);
