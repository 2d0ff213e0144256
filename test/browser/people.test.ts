import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openBrowser, openWindow, signIn, stepUp } from "./person.ts";

describe.skipIf(!hasChromium)("somebody who lost their way in", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  test("is handed a link by their administrator, and comes in with a new password", async () => {
    const window = await openWindow(browser, { width: 360 });
    await signIn(window, "admin01@guild.example");
    const page = await window.newPage();
    await page.goto("/app/people");
    await page.getByRole("link", { name: "羅思穎" }).click();
    await page.getByRole("button", { name: "Renew access" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Renew access" }).press("Enter");
    await stepUp(page);
    const link = new URL(await page.getByRole("figure", { name: "Link" }).locator("pre").innerText());

    const theirs = await (await openWindow(browser)).newPage();
    await theirs.goto(link.pathname + link.hash);
    await theirs.waitForURL((url) => url.hash === "");
    await theirs.reload();
    await theirs.getByLabel("New password").fill("lanterns over the harbour");
    await theirs.getByRole("button", { name: "Set the password" }).click();
    await theirs.getByRole("link", { name: "Sign in" }).click();
    await theirs.getByLabel("E-mail address").fill("editor01@guild.example");
    await theirs.getByLabel("Password", { exact: true }).fill("lanterns over the harbour");
    await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
    await theirs.getByRole("heading", { level: 1, name: /Good day/ }).waitFor();
    expect(await theirs.getByRole("link", { name: "People" }).count()).toBe(0);
  });
});
