import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

/** Debian's Chromium, or the one CHROMIUM names. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const args = [
  "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Whether a Chromium is found; a plain clone without one skips these tests with a line saying so. */
export const hasChromium = existsSync(executablePath);
if (!hasChromium) console.log(`No Chromium at ${executablePath}: the browser tests are skipped. Name one by CHROMIUM.`);

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args });

export interface Looks {
  width?: number;
  theme?: "light" | "dark";
  language?: "zh-Hant" | "zh-Hans" | "en";
}

const locales = { "zh-Hant": "zh-TW", "zh-Hans": "zh-CN", en: "en-GB" } as const;

/** A browser of one person's own: its cookies, its width, its theme, its language. */
export function openWindow(browser: Browser, { width = 1280, theme = "light", language = "en" }: Looks = {}): Promise<BrowserContext> {
  return browser.newContext({ baseURL: inject("houseUrl"), viewport: { width, height: 900 }, colorScheme: theme, locale: locales[language], acceptDownloads: true });
}

/** Asks the API as whoever the window belongs to; a denial is a failure here. */
export async function ask<Data>(window: BrowserContext, query: string, variables: object = {}): Promise<Data> {
  const answer = await window.request.post("/graphql", { headers: { "apollo-require-preflight": "1" }, data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: unknown };
  if (!data || errors) throw new Error(`${query} was answered ${JSON.stringify(errors)}`);
  return data;
}

/** Signs a demo person in without the form, which keyboard.test.ts goes through by hand. */
export async function signIn(window: BrowserContext, email: string): Promise<void> {
  const { demoSignIn } = await ask<{ demoSignIn: { problems: unknown[] } }>(window, "mutation ($email: String!) { demoSignIn(email: $email) { problems { code } } }", { email });
  if (demoSignIn.problems.length > 0) throw new Error(`${email} could not sign in: ${JSON.stringify(demoSignIn.problems)}`);
}

/** Answers the question "is it you?" with what the demo says beside it. */
export async function stepUp(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await dialog.locator("code").first().waitFor();
  const [password, code] = await dialog.locator("code").allInnerTexts();
  await dialog.getByLabel("Password", { exact: true }).fill(password ?? "");
  if (code) await dialog.getByLabel("Code", { exact: true }).fill(code);
  await dialog.getByRole("button", { name: "Confirm and go on" }).click();
  await dialog.waitFor({ state: "hidden" }).catch(async () => {
    throw new Error(`The proof was not taken: ${await dialog.innerText()}`);
  });
}
