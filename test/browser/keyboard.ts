import type { Browser, Locator, Page } from "playwright-core";
import { unusedTotpCode } from "../../server/modules/identity/totp.ts";
import { ask, openWindow, signIn } from "./person.ts";

const FURTHEST = 80;

/** Goes on with Tab until something has the focus and shows it, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < FURTHEST; steps += 1) {
    if ((await target.and(page.locator(":focus-visible")).count()) === 1) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${FURTHEST} Tabs did not lead to ${target.toString()}.`);
}

/** Types into the field of a label. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Presses a button or follows a link, by the key for it. */
export async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Leaves by the account menu: it opens with its first choice in focus, and an arrow leads to the next. */
export async function signOut(page: Page): Promise<void> {
  await press(page, page.getByRole("button", { name: /Account menu$/ }));
  const focused = page.locator(":focus");
  await page.getByRole("menuitem", { name: "Account and security" }).and(focused).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("menuitem", { name: "Sign out" }).and(focused).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
}

/** An authenticator app of this secret: each code is told once, as each is taken once. */
export function authenticator(secret: string): () => string {
  let last: number | null = null;
  return () => {
    const now = new Date();
    const code = unusedTotpCode(secret, last, now);
    if (code === null) throw new Error("Both codes that still count were used already.");
    last = Math.max(Math.floor(now.getTime() / 30_000), (last ?? 0) + 1);
    return code;
  };
}

/** An invitation to the panel from the officer: its link below the house, to be opened by whoever it was sent to. */
export async function invite(browser: Browser, email: string): Promise<string> {
  const officer = await openWindow(browser);
  await signIn(officer, "officer@guild.example");
  const { viewer } = await ask<{ viewer: { demoHint: object } }>(officer, "{ viewer { demoHint { password code } } }");
  await ask(officer, "mutation ($input: StepUpInput!) { stepUp(input: $input) { problems { code } } }", { input: viewer.demoHint });
  const send = "mutation ($input: InvitationSendInput!) { invitationSend(input: $input) { link problems { code } } }";
  const { invitationSend } = await ask<{ invitationSend: { link: string | null } }>(officer, send, { input: { email, role: "PANEL" } });
  await officer.close();
  const { pathname, hash } = new URL(invitationSend.link ?? "");
  return pathname + hash;
}
