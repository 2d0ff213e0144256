import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, hasChromium, openBrowser, openWindow, signIn, stepUp } from "./person.ts";
import { settled } from "./settled.ts";

const mark = String(Date.now()).slice(-6);
const deed = { en: `Sent back a lot of rice that nobody had complained of yet (${mark}).`, hant: `未待投訴，主動收回一批大米（${mark}）。`, hans: `没等投诉，主动收回一批大米（${mark}）。` };

/** A commendation from its proposal to the public file: an officer at a desk, somebody of the panel, the firm with a phone, and a stranger. */
describe.skipIf(!hasChromium)("a commendation", () => {
  let browser: Browser;
  let officer: Page;
  let panel: Page;
  let firm: Page;
  let stranger: Page;
  let file = "";
  let reward = "";

  const window = async (person: string, width = 1280): Promise<Page> => {
    const opened = await openWindow(browser, { width });
    if (person !== "") await signIn(opened, person);
    return opened.newPage();
  };
  const open = async (page: Page, path: string) => {
    await page.goto(path);
    await settled(page);
  };
  const fits = async (page: Page) => expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);

  beforeAll(async () => {
    browser = await openBrowser();
    [officer, panel, firm, stranger] = [await window("officer@guild.example"), await window("panel@guild.example"), await window("admin01@guild.example", 360), await window("", 360)];
    const { viewer } = await ask<{ viewer: { member: { number: number } } }>(firm.context(), "{ viewer { member { number } } }");
    file = `/firms/${viewer.member.number}?lang=en`;
  });
  afterAll(() => browser.close());

  test("is proposed for one deed, by a clause that stood on its day", async () => {
    await open(officer, "/app/rewards");
    await officer.getByRole("link", { name: "Propose a commendation" }).click();
    await officer.getByRole("button", { name: "Propose", exact: true }).click();
    await officer.locator(".hall-field-error").first().waitFor();
    await officer.getByRole("searchbox", { name: "Find a firm by name or credit code" }).fill("Hesui");
    await officer.getByRole("radio", { name: /Hesui/ }).check();
    await officer.getByLabel("What the firm did (繁體中文)").fill(deed.hant);
    await officer.getByLabel("What the firm did (简体中文)").fill(deed.hans);
    await officer.getByLabel("What the firm did (English)").fill(deed.en);
    await officer.getByLabel("When", { exact: true }).fill(new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10));
    await officer.getByLabel("Clause or article it honours").selectOption("C2");
    await officer.getByLabel("What shows it").fill("The notes of delivery of 23 buyers.");
    await officer.getByRole("button", { name: "Propose", exact: true }).click();
    await officer.waitForURL(/\/rewards\/rwd_\w+$/);
    reward = new URL(officer.url()).pathname;
    await officer.getByText("Waits for a second person").waitFor();
  });

  test("is given by nobody alone: whoever proposed it cannot confirm, and the firm and strangers know nothing of it", async () => {
    await officer.getByText(deed.en).first().waitFor();
    expect(await officer.getByRole("button", { name: "Confirm" }).count()).toBe(0);
    for (const [page, path] of [[firm, "/app/rewards"], [stranger, "/honours?lang=en"], [stranger, file]] as const) {
      await open(page, path);
      expect(await page.getByText(deed.en).count()).toBe(0);
    }
    await open(firm, reward);
    expect(await firm.getByText(deed.en).count()).toBe(0);
  });

  test("is found by somebody else among what waits, and confirmed after a proof of identity", async () => {
    await open(panel, "/app/");
    await panel.locator(`a[href='${reward}']`).first().click();
    await panel.getByText(deed.en).first().waitFor();
    await panel.getByRole("button", { name: "Confirm", exact: true }).click();
    await panel.getByText("It holds from today, stands on the public list and is entered in the firm's credit file.").waitFor();
    await panel.getByRole("dialog").getByRole("button", { name: "Confirm", exact: true }).click();
    await stepUp(panel);
    await panel.getByRole("row", { name: /^Given/ }).waitFor();
    expect(await panel.getByText("Waits for a second person").count()).toBe(0);
  });

  test("is seen by the firm on its phone, with what it brings and until when", async () => {
    await open(firm, "/app/rewards");
    await firm.getByText(deed.en).first().waitFor();
    await fits(firm);
    await firm.locator(`a[href='${reward}']`).first().click();
    await firm.getByText("The notes of delivery of 23 buyers.").waitFor();
    await firm.getByText("In force", { exact: true }).first().waitFor();
    await fits(firm);
  });

  test("is read by everybody on the honour list and in the firm's public file, without what shows it", async () => {
    for (const path of ["/honours?lang=en", file]) {
      await open(stranger, path);
      await stranger.getByText(deed.en).first().waitFor();
      expect(await stranger.getByText("The notes of delivery of 23 buyers.").count()).toBe(0);
      await fits(stranger);
    }
  });
});
