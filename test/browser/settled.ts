import type { Page } from "playwright-core";

/** Waits until nothing on a page is loading any more. By a locator: a polled script would be evaluated against the page's security policy. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.locator("h1").first().waitFor({ timeout: 60_000 });
  await page.locator("[aria-busy='true'], .ant-skeleton-active").first().waitFor({ state: "detached", timeout: 60_000 });
}
