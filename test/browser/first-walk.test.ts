import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../support/until.ts";
import { ask, hasChromium, openBrowser, openWindow, signIn } from "./person.ts";

/** A member half-way through its half-year; what is typed here is put back. */
const member = "admin07@guild.example";

/** What somebody who sees the portal for the first time runs into. */
describe.skipIf(!hasChromium)("a first walk", () => {
  let browser: Browser;
  let window: BrowserContext;
  let page: Page;
  let own = "";
  const field = (code: string) => page.locator(`[name='answers.I-5.2.${code}']`);
  const stored = async () => {
    const { assessment } = await ask<{ assessment: { answers: { indicator: string; inputs: { code: string; value: string | null }[] }[] } }>(
      window, `query ($id: ID!) { assessment(id: $id) { answers(group: "G5") { indicator inputs { code value } } } }`, { id: own });
    const inputs = assessment.answers.find(({ indicator }) => indicator === "I-5.2")?.inputs ?? [];
    return Object.fromEntries(inputs.map(({ code, value }) => [code, value]));
  };

  beforeAll(async () => {
    browser = await openBrowser();
    window = await openWindow(browser);
    await signIn(window, member);
    const { assessments } = await ask<{ assessments: { edges: { node: { id: string } }[] } }>(window, "{ assessments(first: 1) { edges { node { id } } } }");
    own = assessments.edges[0]?.node.id ?? "";
    page = await window.newPage();
    await page.goto(`/app/assessments/${own}/fill/G5`);
    await field("staff_examined").waitFor();
  });
  afterAll(() => browser.close());

  test("a whole lowered below its part is refused at the whole, and the value is that of what was saved", async () => {
    await page.locator("[name='answers.I-5.1.staff_total']").fill("20");
    await page.locator("[name='answers.I-5.1.staff_trained']").fill("20");
    await field("staff_passed").fill("9");
    await field("staff_examined").fill("9");
    await until(async () => (await stored())["staff_examined"] === "9" && (await stored())["staff_passed"] === "9");
    await field("staff_examined").fill("2");
    const card = cardOf(page, "I-5.2 ");
    await card.getByText("A part cannot be more than its whole").waitFor();
    expect([await field("staff_examined").getAttribute("aria-invalid"), await field("staff_passed").getAttribute("aria-invalid")]).toEqual(["true", "false"]);
    await card.getByText("Value of the figures saved before").waitFor();
    await card.getByText("100%", { exact: true }).first().waitFor();
    expect(await stored()).toMatchObject({ staff_passed: "9", staff_examined: "9" });
    await field("staff_examined").fill("ten");
    await card.getByText("counts things and must be whole").waitFor();
    await field("staff_examined").fill("1".repeat(26));
    await card.getByText("Too large: at most 15 digits").waitFor();
    await field("staff_examined").fill("9");
    await page.getByText(/^Saved at/).waitFor();
  });

  test("a refused file can be put away", async () => {
    const card = cardOf(page, "I-5.2 ");
    await card.locator("input[type=file]").setInputFiles({ name: "walk.pdf", mimeType: "application/pdf", buffer: Buffer.from("no PDF") });
    await card.getByText("6 bytes").waitFor();
    await card.getByRole("button", { name: "Dismiss walk.pdf" }).click();
    expect(await card.getByText("walk.pdf").count()).toBe(0);
  });

  test("whoever is signed out while typing is told so, and finds the figures again", async () => {
    await window.clearCookies();
    await field("staff_passed").fill("8");
    await page.getByText("You were signed out").waitFor();
    await page.getByText(/What you typed is kept on this device/).waitFor();
    await signIn(window, member);
    await page.goto(`/app/assessments/${own}/fill/G5`);
    await until(async () => (await stored())["staff_passed"] === "8");
    expect(await field("staff_passed").inputValue()).toBe("8");
    await window.close();
  });

  test("an officer sees who is late, and is warned of a request that was not noted down", async () => {
    const officer = await openWindow(browser);
    await signIn(officer, "officer@guild.example");
    const desk = await officer.newPage();
    await desk.goto("/app/assessments/queue?tab=OVERDUE");
    await desk.getByRole("row").filter({ hasText: "Member no. 7" }).getByText(/^\d+ days late$/).waitFor();

    await desk.goto("/app/assessments/queue");
    await desk.locator("a[href*='/review']").first().click();
    await desk.getByRole("button", { name: /^Request a change I-1\.1/ }).click();
    await desk.getByLabel("What should change, and why").fill("Half a");
    await desk.getByRole("button", { name: "Confirm the result" }).click();
    const question = desk.getByRole("dialog", { name: "Confirm this self-assessment" });
    await question.getByText("One request has not been noted down").waitFor();
    await question.getByRole("button", { name: "Cancel" }).and(desk.locator(":focus")).waitFor();
    await desk.keyboard.press("Enter");
    await question.waitFor({ state: "hidden" });

    await desk.goto("/app/certificates");
    const holder = desk.getByRole("cell").filter({ hasText: "Guangzhou Hesui" }).first();
    await holder.waitFor();
    expect((await holder.boundingBox())?.width).toBeGreaterThan(180);
    await officer.close();
  });

  test("a receipt on paper bears the association's name, and no way past the navigation", async () => {
    const firm = await openWindow(browser);
    await signIn(firm, "admin01@guild.example");
    const { assessments } = await ask<{ assessments: { edges: { node: { id: string } }[] } }>(firm, "{ assessments(first: 1) { edges { node { id } } } }");
    const paper = await firm.newPage();
    await paper.goto(`/app/assessments/${assessments.edges[0]?.node.id ?? ""}/receipt`);
    await paper.getByRole("heading", { level: 1, name: "Receipt" }).waitFor();
    const { association } = await ask<{ association: { name: { en: string } } }>(firm, "{ association { name } }");
    const head = paper.getByText(association.name.en, { exact: true });
    expect(await head.isVisible()).toBe(false);
    await paper.emulateMedia({ media: "print" });
    expect(await head.isVisible()).toBe(true);
    expect(await paper.getByText("Skip to the main content").isVisible()).toBe(false);
    await firm.close();
  });
});

/** The card of one indicator. */
const cardOf = (page: Page, number: string): Locator => page.locator(".hall-card").filter({ has: page.getByRole("heading", { name: number }) });
