import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { creditCodeCheck } from "../../server/modules/members/index.ts";
import { modernPdf } from "../support/pdf-files.ts";
import { hasChromium, openBrowser, openWindow, signIn, stepUp } from "./person.ts";
import { settled } from "./settled.ts";

const stem = `91440106MA5${String(Date.now()).slice(-6)}`;
const code = stem + creditCodeCheck(stem);
const firm = `Lantern Trading ${stem.slice(-6)}`;
const email = `ho.${stem.slice(-6)}@lantern.example`;
const password = "a lantern for every pier";

/** A firm that nobody knew applies with a phone, is asked for more, is admitted, and comes in. */
describe.skipIf(!hasChromium)("an application for membership", () => {
  let browser: Browser;
  let phone: BrowserContext;
  let applicant: Page;
  let officer: Page;
  let link = "";

  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const inDialog = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  const isAt = (page: Page, title: string) => page.getByRole("heading", { level: 1, name: title }).waitFor();
  const licence = (name: string) => ({ name, mimeType: "application/pdf", buffer: modernPdf() });

  beforeAll(async () => {
    browser = await openBrowser();
    phone = await openWindow(browser, { width: 360 });
    applicant = await phone.newPage();
    const desk = await openWindow(browser);
    await signIn(desk, "officer@guild.example");
    officer = await desk.newPage();
  });
  afterAll(() => browser.close());

  test("begins at the front door with a name, and gives a link to go on with", async () => {
    await applicant.goto("/?lang=en");
    await applicant.getByRole("link", { name: "Apply for membership" }).click();
    await isAt(applicant, "Apply for membership");
    await applicant.getByLabel("Firm’s name").fill(firm);
    await press(applicant, "Begin the application");
    await isAt(applicant, firm);
    link = await applicant.getByRole("figure", { name: "Your link" }).locator("pre").innerText();
    expect(link).toMatch(/\/app\/application#[\w-]{43}$/);
    expect(applicant.url()).not.toContain("#");
  });

  test("says at the field that the credit code is wrong, while it is typed and when it is sent", async () => {
    await applicant.getByRole("link", { name: "The firm", exact: true }).click();
    const field = applicant.getByLabel("Unified social credit code");
    const wrong = stem + (code.endsWith("0") ? "1" : "0");
    await field.fill(wrong);
    await applicant.locator(".hall-field-error").first().waitFor();
    await field.fill(code.toLowerCase());
    await applicant.locator(".hall-field-error").first().waitFor({ state: "detached" });
    await field.fill(wrong);
    await applicant.getByLabel("Region").selectOption("440000");
    await press(applicant, "Save and go on");
    await applicant.getByRole("alert").waitFor();
    await field.fill(`${code.slice(0, 8)} ${code.slice(8).toLowerCase()}`);
    await press(applicant, "Save and go on");
    await isAt(applicant, "Size and goods");
  });

  test("goes on step by step, is left and taken up again by its link, with a licence that is a PDF", async () => {
    await applicant.getByLabel("Small", { exact: true }).check();
    await applicant.getByLabel("Daily goods").check();
    await press(applicant, "Save and go on");
    await isAt(applicant, "Sites");
    await press(applicant, "Add a site");
    const dialog = applicant.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Pier store");
    await dialog.getByLabel("Used as").selectOption("SHOP");
    await dialog.getByLabel("Region").selectOption("440000");
    await dialog.getByLabel("Address").fill("8 Harbour Road");
    await dialog.getByLabel("In use since").fill("2025-01-01");
    await inDialog(applicant, "Add a site");
    await applicant.getByRole("row", { name: /Pier store/ }).waitFor();

    applicant = await phone.newPage();
    await applicant.goto(link);
    await isAt(applicant, firm);
    await applicant.reload();
    await isAt(applicant, firm);
    await applicant.getByRole("link", { name: "Contact", exact: true }).click();
    await applicant.getByLabel("Name", { exact: true }).fill("Ho Mei-ling");
    await applicant.getByLabel("E-mail").fill(email);
    await press(applicant, "Save and go on");
    await isAt(applicant, "Documents");
    await applicant.locator("input[type=file]").first().setInputFiles(licence("licence-of-last-year.pdf"));
    await applicant.getByRole("button", { name: "licence-of-last-year.pdf", exact: true }).waitFor();
    const [kept] = await Promise.all([applicant.waitForEvent("download"), press(applicant, "licence-of-last-year.pdf")]);
    expect(kept.suggestedFilename()).toBe("licence-of-last-year.pdf");
    await applicant.getByRole("link", { name: "Go on" }).click();
    await isAt(applicant, "Check and hand in");
  });

  test("is handed in with a declaration, and not without", async () => {
    await applicant.getByLabel("Your name").fill("Ho Mei-ling");
    await press(applicant, "Hand in");
    await applicant.locator(".hall-field-error").getByText("without the declaration").waitFor();
    await applicant.getByLabel("I make this declaration.").check();
    await press(applicant, "Hand in");
    await applicant.getByText("Waiting for a decision").first().waitFor();
    await applicant.getByText("10 working days are left after today").waitFor();
    expect(await applicant.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  });

  test("is returned by an officer with what is missing, which stops its clock", async () => {
    await officer.goto("/app/applications");
    await settled(officer);
    await officer.getByRole("link", { name: firm }).click();
    await officer.getByText("nobody’s").waitFor();
    await officer.getByRole("link", { name: "licence-of-last-year.pdf" }).waitFor();
    await press(officer, "Return");
    await officer.getByRole("dialog").getByLabel("What is missing, or to be amended").fill("The licence is out of date.");
    await inDialog(officer, "Return");
    await officer.getByText("the time stands still").waitFor();
    expect(await officer.getByRole("button", { name: "Admit" }).count()).toBe(0);
  });

  test("is amended by the applicant and handed in again", async () => {
    await applicant.reload();
    await applicant.getByText("The licence is out of date.").first().waitFor();
    await applicant.getByRole("link", { name: "Documents", exact: true }).click();
    await press(applicant, "Take off licence-of-last-year.pdf");
    await applicant.getByRole("button", { name: "licence-of-last-year.pdf", exact: true }).waitFor({ state: "detached" });
    await applicant.locator("input[type=file]").first().setInputFiles(licence("licence.pdf"));
    await applicant.getByRole("button", { name: "licence.pdf", exact: true }).waitFor();
    await applicant.getByRole("link", { name: "Go on" }).click();
    await applicant.getByLabel("Your name").fill("Ho Mei-ling");
    await applicant.getByLabel("I make this declaration.").check();
    await press(applicant, "Hand in again");
    await applicant.getByText("Waiting for a decision").first().waitFor();
  });

  test("is admitted by the officer, who completes the name and proves their identity", async () => {
    await officer.reload();
    await officer.getByText("taken off").waitFor();
    await press(officer, "Admit");
    for (const language of ["繁體中文", "简体中文"]) await officer.getByRole("dialog").getByLabel(`Name (${language})`).fill(`燈籠貿易 ${stem.slice(-6)}`);
    await inDialog(officer, "Admit");
    await stepUp(officer);
    await officer.getByText("Admitted").first().waitFor();
    await officer.getByRole("link", { name: firm }).click();
    await officer.getByRole("link", { name: /Admitted by an application/ }).waitFor();
    await officer.getByRole("row", { name: /Pier store/ }).waitFor();
  });

  test("leads the applicant to an account of their own, once", async () => {
    await applicant.reload();
    await press(applicant, "Make the access");
    await applicant.getByRole("figure", { name: "Link" }).waitFor();
    await applicant.getByRole("link", { name: "Choose a password" }).click();
    await applicant.getByLabel("Name", { exact: true }).fill("Ho Mei-ling");
    await applicant.getByLabel("New password").fill(password);
    await press(applicant, "Create the account");
    await applicant.getByRole("link", { name: "Sign in" }).click();
    await applicant.getByLabel("E-mail address").fill(email);
    await applicant.getByLabel("Password", { exact: true }).fill(password);
    await press(applicant, "Sign in");
    await applicant.getByRole("heading", { level: 1, name: /Good day, Ho Mei-ling/ }).waitFor();
    await applicant.goto("/app/firm");
    await isAt(applicant, firm);

    await applicant.goto(link);
    await applicant.getByText("The access was made").waitFor();
    expect(await applicant.getByRole("button", { name: "Make the access" }).count()).toBe(0);
  });
});
