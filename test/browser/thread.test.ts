import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../support/until.ts";
import { hasChromium, openBrowser, openWindow, signIn, stepUp } from "./person.ts";

/** The main thread, by the hands of its people: from a pledge to a certificate anyone can verify. */
describe.skipIf(!hasChromium)("the thread", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  test("a demo person signs in from the list, and out again", async () => {
    const page = await (await openWindow(browser)).newPage();
    await page.goto("/app/sign-in");
    await page.getByRole("button", { name: /Cai Lihua|蔡麗華|蔡丽华/ }).click();
    await page.getByRole("heading", { level: 1, name: /Good day/ }).waitFor();
    await page.context().close();
  });

  test("a newcomer reads the pledge to its end, signs it and fetches the receipt", async () => {
    const window = await openWindow(browser);
    await signIn(window, "admin11@guild.example");
    const page = await window.newPage();
    await page.goto("/app/pledge");
    await page.getByText("Read the text above to its end").waitFor();
    expect(await page.getByLabel("Name of the signatory").isEnabled()).toBe(false);
    await readToEnd(page);
    await page.getByText("You have read the text to its end").waitFor();
    await page.getByLabel("Name of the signatory").fill("Cai Lihua");
    await page.getByLabel("Position").fill("General manager");
    await page.getByLabel("I make this declaration").check();
    await page.getByRole("button", { name: "Sign the pledge" }).click();
    await stepUp(page);
    await page.getByText("Your firm has signed").first().waitFor();
    const link = page.getByRole("link", { name: "Download the record of signing (PDF)" });
    await link.waitFor({ timeout: 60_000 });
    const receipt = await window.request.get((await link.getAttribute("href")) ?? "");
    expect((await receipt.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await window.close();
  });

  test("an officer confirms what was handed in; its certificate is issued and verifies; an altered copy does not", async () => {
    const window = await openWindow(browser);
    await signIn(window, "officer@guild.example");
    const page = await window.newPage();
    const known = new Set(await numbers(page));
    await page.goto("/app/assessments/queue");
    await page.locator("a[href*='/review']").first().click();
    await page.getByRole("button", { name: "Confirm the result" }).first().click();
    await page.getByRole("dialog", { name: "Confirm this self-assessment" }).getByRole("button", { name: "Confirm the result" }).click();
    await stepUp(page);
    const issued = async () => (await numbers(page)).find((number) => !known.has(number));
    await until(async () => (await issued()) !== undefined, 60_000, 500);

    await page.goto("/app/certificates");
    await page.getByRole("link", { name: (await issued()) ?? "" }).click();
    const fetchIt = page.getByRole("link", { name: "Download the certificate (PDF)" });
    await fetchIt.waitFor({ timeout: 60_000 });
    const paper = await (await window.request.get((await fetchIt.getAttribute("href")) ?? "")).body();

    const stranger = await (await openWindow(browser, { width: 360 })).newPage();
    await stranger.goto("/verify");
    const give = (name: string, bytes: Buffer) => stranger.setInputFiles("input[type=file]", { name, mimeType: "application/pdf", buffer: bytes });
    await give("certificate.pdf", paper);
    await stranger.getByRole("button", { name: "Check the file" }).click();
    await stranger.locator("[data-status=VALID]").waitFor();

    const altered = Buffer.from(paper);
    const middle = Math.floor(altered.length / 2);
    altered.writeUInt8(altered.readUInt8(middle) ^ 1, middle);
    await stranger.goto("/verify");
    await give("altered.pdf", altered);
    await stranger.getByRole("button", { name: "Check the file" }).click();
    await stranger.locator("[data-status=ALTERED_FILE]").waitFor();

    await stranger.goto("/verify");
    await give("other.pdf", readFileSync(new URL(import.meta.url)));
    await stranger.getByRole("button", { name: "Check the file" }).click();
    await stranger.locator("[data-status=NOT_IN_REGISTER]").waitFor();
    await window.close();
  });

  test("an officer runs an audit and sees it through to grades and reports", async () => {
    const window = await openWindow(browser);
    await signIn(window, "officer@guild.example");
    const page = await window.newPage();
    await page.goto("/app/audits");
    await page.getByRole("button", { name: "Run now" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Run now" }).click();
    await page.waitForURL(/\/audits\/aur_/, { timeout: 30_000 });
    const report = page.getByRole("link", { name: "Report in English (PDF)" });
    await report.waitFor({ timeout: 120_000 });
    const file = await window.request.get((await report.getAttribute("href")) ?? "");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await window.close();
  });
});

/** Brings the end of the text onto the screen by the keyboard, as a reader without a mouse does. */
async function readToEnd(page: Page): Promise<void> {
  const text = page.locator(".hall-prose-framed");
  await text.focus();
  for (let turn = 0; turn < 60; turn += 1) {
    if (await page.getByText("You have read the text to its end").isVisible()) return;
    await page.keyboard.press("PageDown");
    await page.waitForTimeout(120);
  }
}

/** The numbers in the register, as the officer's list shows them. */
async function numbers(page: Page): Promise<string[]> {
  const query = "query Register { certificates(first: 100) { edges { node { number state } } } }";
  const answer = await page.request.post("/graphql", { headers: { "apollo-require-preflight": "1" }, data: { query } });
  const { data } = (await answer.json()) as { data: { certificates: { edges: { node: { number: string; state: string } }[] } } };
  return data.certificates.edges.filter(({ node }) => node.state === "ISSUED").map(({ node }) => node.number);
}
