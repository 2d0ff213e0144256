import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, hasChromium, openBrowser, openWindow, signIn } from "./person.ts";
import { settled } from "./settled.ts";
import { firstAuditDone } from "./walks.ts";

/** The file of a member: on the screen, narrowed, taken along and on paper, by the firm itself and by an officer. */
describe.skipIf(!hasChromium)("the file of a member", () => {
  let browser: Browser;
  let firm: Page;
  let officer: Page;
  let member = { id: "", number: 0 };

  beforeAll(async () => {
    browser = await openBrowser();
    const [admin, house] = [await openWindow(browser), await openWindow(browser)];
    await signIn(admin, "admin01@guild.example");
    await signIn(house, "officer@guild.example");
    await firstAuditDone(house);
    member = (await ask<{ viewer: { member: typeof member } }>(admin, "{ viewer { member { id number } } }")).viewer.member;
    [firm, officer] = [await admin.newPage(), await house.newPage()];
  }, 180_000);
  afterAll(() => browser.close());

  test("tells the firm what happened to it, and is narrowed to what it asks for", async () => {
    await firm.goto("/app/firm");
    await settled(firm);
    const lines = firm.getByRole("list", { name: "Timeline" }).getByRole("listitem");
    await lines.first().waitFor();
    const all = await lines.count();
    await firm.getByLabel("Kind", { exact: true }).selectOption({ label: "Pledge" });
    await firm.waitForURL(/timeline=PLEDGE/);
    await firm.getByText(/Signed version \d+ of the pledge/).first().waitFor();
    await settled(firm);
    expect(await lines.count()).toBeLessThan(all);
    for (const line of await lines.allInnerTexts()) expect(line).toMatch(/Pledge/);
  });

  test("says what to do next, or that there is nothing to do", async () => {
    await firm.goto("/app/firm");
    await firm.getByRole("heading", { name: "What to do next" }).waitFor();
    await officer.goto(`/app/members/${member.id}`);
    await officer.getByRole("heading", { name: "What is due" }).waitFor();
  });

  test("is taken along by an officer, as a value and as a table", async () => {
    await officer.goto(`/app/members/${member.id}`);
    await settled(officer);
    const [kept] = await Promise.all([officer.waitForEvent("download"), officer.getByRole("link", { name: "Download the file (JSON)" }).click()]);
    expect(kept.suggestedFilename()).toBe(`member-${member.number}.json`);
    const file = JSON.parse(await readFile(await kept.path(), "utf8")) as { member: { id: string }; timeline: object[] };
    expect(file.member.id).toBe(member.id);
    expect(file.timeline.length).toBeGreaterThan(2);
    const [table] = await Promise.all([officer.waitForEvent("download"), officer.getByRole("link", { name: "Download the timeline (CSV)" }).click()]);
    expect((await readFile(await table.path(), "utf8")).split("\r\n")).toHaveLength(file.timeline.length + 2);
  });

  test("bears on paper whose it is and of which day, and none of the buttons", async () => {
    await officer.goto(`/app/members/${member.id}`);
    await settled(officer);
    await officer.emulateMedia({ media: "print" });
    await officer.getByText("Printed on").waitFor();
    expect(await officer.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
    expect(await officer.getByRole("navigation").filter({ visible: true }).count()).toBe(0);
  });

  test("of the public is taken along by everybody", async () => {
    const stranger = await (await openWindow(browser)).newPage();
    await stranger.goto(`/firms/${member.number}?lang=en`);
    await stranger.getByRole("button", { name: "Print" }).waitFor();
    const [kept] = await Promise.all([stranger.waitForEvent("download"), stranger.getByRole("link", { name: "Download this file (JSON)" }).click()]);
    expect(kept.suggestedFilename()).toBe(`firm-${member.number}.json`);
  });
});
