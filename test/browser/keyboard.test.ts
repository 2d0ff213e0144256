import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { authenticator, invite, press, signOut, tabTo, typeInto } from "./keyboard.ts";
import { hasChromium, openBrowser, openWindow, signIn } from "./person.ts";

/** Without a mouse: Tab, Enter, Space, arrows and letters, and nothing else. */
describe.skipIf(!hasChromium)("by the keyboard alone", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  test("an invited person opens an account, sets up the second step, signs in with a code and with a recovery code, and changes the password", async () => {
    const email = `panel-${Date.now()}@guild.example`;
    const first = "seven lamps above the quay";
    const second = "eleven kites over the market";
    const page = await (await openWindow(browser)).newPage();

    await page.goto(await invite(browser, email));
    await typeInto(page, page.getByLabel("Name", { exact: true }), "Keung Yuk-mui");
    await typeInto(page, page.getByLabel("New password", { exact: true }), first);
    await page.keyboard.press("Enter");
    await press(page, page.getByRole("link", { name: "Sign in" }));

    await signInWith(page, email, first);
    await heading(page, "Two-step sign-in");
    await press(page, page.getByRole("button", { name: "Set it up" }), "Space");
    const next = authenticator(await page.getByRole("figure", { name: /key to type/ }).locator("pre").innerText());
    await typeInto(page, page.getByLabel("Code", { exact: true }), next());
    await page.keyboard.press("Enter");

    await heading(page, "Keep these recovery codes");
    const [recovery = ""] = (await page.getByRole("figure", { name: "Recovery codes" }).locator("pre").innerText()).split("\n");
    await press(page, page.getByRole("button", { name: "I have kept them" }));
    await heading(page, "Good day, Keung Yuk-mui");
    await signOut(page);

    await signInWith(page, email, first);
    await giveCode(page, next());
    await heading(page, "Good day, Keung Yuk-mui");

    await press(page, page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Account and security" }));
    await heading(page, "Account and security");
    await typeInto(page, page.getByLabel("Current password", { exact: true }), first);
    await typeInto(page, page.getByLabel("New password", { exact: true }), second);
    await press(page, page.getByRole("button", { name: "Change the password" }));
    await page.getByText("The password is changed").waitFor();
    await signOut(page);

    await signInWith(page, email, second);
    await giveCode(page, recovery);
    await heading(page, "Good day, Keung Yuk-mui");
    await page.context().close();
  });

  test("a grave act asks who it is, goes on after the answer, and is called off by Escape", async () => {
    const window = await openWindow(browser);
    await signIn(window, "operator@guild.example");
    const page = await window.newPage();
    await page.goto("/app/two-step");
    const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
    const act = page.getByRole("button", { name: "Set it up anew" });
    const focused = page.locator(":focus");

    await press(page, act);
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.getByText("It was not confirmed that it is you").waitFor();
    await act.and(focused).waitFor();

    await page.keyboard.press("Enter");
    await dialog.locator("code").first().waitFor();
    const [password = "", code = ""] = await dialog.locator("code").allInnerTexts();
    // The question has the focus from the start; typing needs no Tab before it.
    await dialog.getByLabel("Password", { exact: true }).and(focused).waitFor();
    await page.keyboard.type(password);
    await typeInto(page, dialog.getByLabel("Code", { exact: true }), code);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("heading", { name: "1. Scan" }).waitFor();
    await window.close();
  });
});

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();

async function signInWith(page: Page, email: string, password: string): Promise<void> {
  await heading(page, "Sign in");
  await typeInto(page, page.getByLabel("E-mail address", { exact: true }), email);
  await typeInto(page, page.getByLabel("Password", { exact: true }), password);
  await page.keyboard.press("Enter");
}

/** Answers the second question of the sign-in, which takes the focus when it appears. */
async function giveCode(page: Page, code: string): Promise<void> {
  const field = page.getByLabel("Code", { exact: true });
  await tabTo(page, field);
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
}
