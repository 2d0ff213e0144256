import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../support/until.ts";
import { hasChromium, openBrowser, openWindow, signIn, stepUp } from "./person.ts";

/** The firm of the story that had not begun; nobody else's test goes through its door. */
const administrator = "admin10@guild.example";

interface Answer {
  inputs: Record<string, string | null>;
}
const example = (JSON.parse(readFileSync(new URL("../../seeds/reference/examples/answers.json", import.meta.url), "utf8")) as { answers: Record<string, Answer> }).answers;

const everythingElse = Object.fromEntries(Object.entries(example).filter(([indicator]) => indicator !== "I-1.1"));

/** A member's half-year, filled in on a phone whose connection comes and goes. */
describe.skipIf(!hasChromium)("the self-assessment", () => {
  let browser: Browser;
  let phone: BrowserContext;
  let page: Page;
  let hub = "";
  const orders = () => `${hub}/fill/G1`;
  const accurate = (of: Page | Locator = page) => of.locator("[name='answers.I-1.1.accurate_orders']");
  const total = (of = page) => of.locator("[name='answers.I-1.1.total_orders']");
  const storedAccurate = async () => (await stored(page, hub)).find(({ code }) => code === "accurate_orders")?.value;

  beforeAll(async () => {
    browser = await openBrowser();
    phone = await openWindow(browser, { width: 360 });
    await signIn(phone, administrator);
    page = await phone.newPage();
    await page.goto("/app/assessments");
    await page.getByRole("button", { name: "Begin First half of 2026" }).click();
    await page.waitForURL(/\/assessments\/asm_\w+$/);
    hub = new URL(page.url()).pathname;
  });
  afterAll(() => browser.close());

  test("what is typed is saved by itself and is there after a reload", async () => {
    await page.getByRole("link", { name: "Order processing" }).click();
    await accurate().fill("95");
    await total().fill("100");
    await page.getByText(/^Saved at/).waitFor();
    await until(async () => (await storedAccurate()) === "95");
    await answer(page, "I-1.1 ").getByText("95%").waitFor();
    await page.reload();
    await accurate().waitFor();
    expect([await accurate().inputValue(), await total().inputValue()]).toEqual(["95", "100"]);
  });

  test("a numerator above its denominator is refused at the field, and what was typed survives until it is put right", async () => {
    await accurate().fill("101");
    const refusal = answer(page, "I-1.1 ").getByText("the numerator is above the denominator. Compare I-1.1 All orders.");
    await refusal.waitFor();
    expect(await accurate().getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("button", { name: "Keep it as it is and return to the list" }).click();
    await page.getByRole("alert").getByRole("link", { name: /numerator is above/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe(orders());

    await page.getByRole("link", { name: "Return to the list without saving these" }).click();
    const unsaved = page.getByRole("status").filter({ hasText: "Not saved yet" });
    await unsaved.getByRole("link", { name: "Order processing" }).click();
    await refusal.waitFor();
    expect(await accurate().inputValue()).toBe("101");
    expect(await storedAccurate()).toBe("95");

    await accurate().fill("96");
    await until(async () => (await storedAccurate()) === "96");
    await refusal.waitFor({ state: "detached" });
    await page.goto(hub);
    await page.getByRole("link", { name: "Order processing" }).waitFor();
    expect(await unsaved.count()).toBe(0);
  });

  test("nought below the line reads as no data", async () => {
    await page.goto(orders());
    await accurate().fill("0");
    await total().fill("0");
    await answer(page, "I-1.1 ").getByText("No data", { exact: true }).waitFor();
  });

  test("a document is uploaded and raises the proof of its answer, and typing goes on from there", async () => {
    const card = answer(page, "I-1.1 ");
    await card.getByText("Self-declared", { exact: true }).waitFor();
    await card.locator("input[type=file]").setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from("day,orders\n2026-01-02,95\n") });
    await card.getByText("Document-backed", { exact: true }).waitFor();
    await card.getByRole("link", { name: "orders.csv" }).waitFor();
    const saving = page.waitForResponse((response) => response.request().postData()?.includes("FillPageSave") === true);
    await total().fill("1");
    expect(await (await saving).text()).not.toContain("CONFLICT");
    await until(async () => (await stored(page, hub)).some(({ code, value }) => code === "total_orders" && value === "1"));
  });

  test("without a connection it is kept on the device, and sent when the connection is back", async () => {
    await phone.setOffline(true);
    await accurate().fill("97");
    await total().fill("100");
    await page.getByText("You are offline").first().waitFor();
    expect(await storedAccurate()).toBe("0");
    await phone.setOffline(false);
    await until(async () => (await storedAccurate()) === "97");
    await page.getByText(/^Saved at/).waitFor();

    await phone.setOffline(true);
    await accurate().fill("98");
    await page.close();
    await phone.setOffline(false);
    page = await phone.newPage();
    await page.goto(orders());
    await until(async () => (await storedAccurate()) === "98");
    expect(await accurate().inputValue()).toBe("98");
  });

  test("a saving whose answer was lost on the way is nobody else's change", async () => {
    await page.route("**/graphql", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await accurate().fill("94");
    await page.getByText("You are offline").first().waitFor();
    expect(await storedAccurate()).toBe("94");
    await page.unroute("**/graphql");
    await accurate().fill("93");
    await until(async () => (await storedAccurate()) === "93");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("what two windows typed is shown side by side, and nothing is overwritten before the choice", async () => {
    const other = await phone.newPage();
    await other.goto(orders());
    await accurate(other).fill("90");
    await until(async () => (await storedAccurate()) === "90");
    await other.close();

    await accurate().fill("99");
    const choice = page.getByRole("dialog", { name: "This page was changed elsewhere meanwhile" });
    await choice.waitFor();
    expect((await choice.innerText()).replace(/\s+/g, " ")).toMatch(/Field Yours Stored now I-1\.1 Orders handled accurately 99 90/);
    expect(await storedAccurate()).toBe("90");
    await choice.getByRole("button", { name: "Keep mine" }).click();
    await until(async () => (await storedAccurate()) === "99");
    await choice.waitFor({ state: "hidden" });
  });

  test("a copy kept on the device waits for the choice as well, and leaving the page does not send it", async () => {
    await phone.setOffline(true);
    await accurate().fill("95");
    await page.close();
    await phone.setOffline(false);
    page = await phone.newPage();
    await save(page, hub, { "I-1.1": { inputs: { accurate_orders: "91", total_orders: "100" } } });
    await page.goto(orders());
    const choice = page.getByRole("dialog", { name: "This page was changed elsewhere meanwhile" });
    await choice.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Keep it as it is and return to the list" }).click();
    await choice.getByRole("button", { name: "Close" }).click();
    await page.goto(hub);
    await page.goto(orders());
    expect(await storedAccurate()).toBe("91");
    await choice.getByRole("button", { name: "Take what is stored" }).click();
    expect(await accurate().inputValue()).toBe("91");
  });

  test("what somebody else saves on another page stands in nobody's way", async () => {
    await save(page, hub, { "I-2.2": { inputs: { accurate_stock_qty: "90", book_stock_qty: "100" } } });
    await accurate().fill("97");
    await until(async () => (await storedAccurate()) === "97");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("a total that disagrees with another page stops nobody on the way, but the handing-in, by the names of both fields", async () => {
    await save(page, hub, everythingElse);
    await page.goto(`${hub}/fill/G1`);
    await answer(page, "I-1.1 ").getByText("Compare I-2.3 All orders and I-3.1 All orders.").waitFor();
    await page.getByRole("button", { name: "Save and go to the next part" }).click();
    await page.waitForURL(/\/fill\/G2$/);
    await page.goto(`${hub}/check`);
    await page.getByText(/I-1\.1 All orders: The same total was given differently/).waitFor();
    expect(await page.getByRole("button", { name: "Hand in" }).count()).toBe(0);
    await page.getByRole("link", { name: "Order processing", exact: true }).click();
    await accurate().fill("11820");
    await total().fill("12000");
    await page.getByRole("button", { name: "Save and check the answers" }).click();
  });

  test("all answers are checked once more, declared, handed in and received", async () => {
    await page.getByLabel("I make this declaration").check();
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.getByRole("heading", { level: 1, name: "Receipt" }).waitFor();
    await page.getByRole("figure", { name: "Receipt number" }).getByText(/SA-2026-H1-\d{6}/).waitFor();
    await page.goto(orders());
    await page.getByText(/^Handed in on .*, under review$/).waitFor();
    await page.goto(`${hub}/check`);
    await page.getByText(/^Handed in on .*, under review$/).waitFor();
    await page.getByRole("link", { name: "Receipt" }).click();
    await page.getByRole("heading", { level: 1, name: "Receipt" }).waitFor();
  });

  test("what changes behind an officer's page is shown before it can be adjusted or confirmed, and what was typed is kept", async () => {
    const window = await openWindow(browser);
    await signIn(window, "officer@guild.example");
    const review = await window.newPage();
    const changed = review.getByRole("alert").filter({ hasText: "This self-assessment has changed since you opened it" });
    await review.goto(`${hub}/review`);

    await review.getByRole("button", { name: /^Adjust I-1\.1 / }).click();
    const dialog = review.getByRole("dialog", { name: /^Adjust I-1\.1 / });
    await accurate(dialog).fill("11800");
    await dialog.getByLabel("Reason").fill("Twenty more errors in the register.");
    await verify(review, hub, "I-1.1");
    await dialog.getByRole("button", { name: "Adjust" }).click();
    await changed.waitFor();
    expect([await accurate(dialog).inputValue(), await dialog.getByLabel("Reason").inputValue()]).toEqual(["11800", "Twenty more errors in the register."]);
    expect(await dialog.getByRole("radio", { name: "Verified" }).isChecked()).toBe(true);
    await dialog.getByText("In force now: 11820").waitFor();
    await dialog.getByRole("button", { name: "Adjust" }).click();
    await dialog.waitFor({ state: "hidden" });
    await answer(review, "I-1.1 ").getByText(/11,820.*→.*11,800/).waitFor();

    await verify(review, hub, "I-2.2");
    await review.getByRole("button", { name: "Confirm the result" }).click();
    const question = review.getByRole("dialog", { name: "Confirm this self-assessment" });
    await question.getByRole("button", { name: "Confirm the result" }).click();
    await stepUp(review);
    await changed.waitFor();
    await question.waitFor({ state: "hidden" });
    await answer(review, "I-2.2 ").getByText("Seen on site.").waitFor();
    await review.getByText("Handed in, under review").waitFor();
    await window.close();
  });
});

/** The card of one indicator. */
const answer = (page: Page, number: string): Locator => page.locator(".hall-card").filter({ has: page.getByRole("heading", { name: number }) });

async function ask<Data>(page: Page, query: string, variables: object): Promise<Data> {
  const answered = await page.request.post("/graphql", { headers: { "apollo-require-preflight": "1" }, data: { query, variables } });
  return ((await answered.json()) as { data: Data }).data;
}

const idIn = (hub: string) => hub.slice(hub.lastIndexOf("/") + 1);

/** What the house holds for the first indicator. */
async function stored(page: Page, hub: string): Promise<{ code: string; value: string | null }[]> {
  const query = `query Stored($id: ID!) { assessment(id: $id) { answers(group: "G1") { inputs { code value } } } }`;
  const { assessment } = await ask<{ assessment: { answers: { inputs: { code: string; value: string | null }[] }[] } }>(page, query, { id: idIn(hub) });
  return assessment.answers[0]?.inputs ?? [];
}

/** Verifies an answer behind the page's back. */
async function verify(page: Page, hub: string, indicator: string): Promise<void> {
  const input = { revision: await revisionOf(page, hub), indicator, proof: "VERIFIED", reason: "Seen on site." };
  await ask(page, "mutation Verify($id: ID!, $input: AssessmentAdjustInput!) { assessmentAdjust(id: $id, input: $input) { problems { code path } } }", { id: idIn(hub), input });
}

/** Saves answers behind the page's back. */
async function save(page: Page, hub: string, changed: Record<string, Answer>): Promise<void> {
  const answers = Object.entries(changed).map(([indicator, { inputs }]) => ({
    indicator, inputs: Object.entries(inputs).map(([code, value]) => ({ code, value })), notApplicableReason: null,
  }));
  const mutation = "mutation Save($id: ID!, $input: AssessmentSaveInput!) { assessmentSave(id: $id, input: $input) { problems { code path } } }";
  await ask(page, mutation, { id: idIn(hub), input: { revision: await revisionOf(page, hub), answers } });
}

async function revisionOf(page: Page, hub: string): Promise<number> {
  const { assessment } = await ask<{ assessment: { revision: number } }>(page, "query Revision($id: ID!) { assessment(id: $id) { revision } }", { id: idIn(hub) });
  return assessment.revision;
}
