import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newPanelMember, type PanelMember, provenWindow } from "./due-process.ts";
import { hasChromium, openBrowser, openWindow, signIn, stepUp } from "./person.ts";
import { settled } from "./settled.ts";

const title = `Prices above those marked (${Date.now()})`;

/** A case from its opening to an appeal, by the hands of an officer at a desk, of a member with a phone, and of a panel. */
describe.skipIf(!hasChromium)("a case", () => {
  let browser: Browser;
  let desk: BrowserContext;
  let officer: Page;
  let member: Page;
  let panel: PanelMember[];
  let address = "";

  const hand = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  const reaches = (page: Page, stage: string) => page.locator("[aria-current='step']").getByText(stage, { exact: true }).waitFor();
  const open = async (page: Page, path: string) => {
    await page.goto(path);
    await settled(page);
  };

  beforeAll(async () => {
    browser = await openBrowser();
    desk = await provenWindow(browser, "officer@guild.example");
    officer = await desk.newPage();
    const phone = await openWindow(browser, { width: 360 });
    await signIn(phone, "admin05@guild.example");
    member = await phone.newPage();
    panel = [];
    for (const name of ["Au Man-kit", "Poon Wai-yee", "Tam Siu-fan", "Ip Lok-man"]) panel.push(await newPanelMember(browser, desk, `${name} ${Date.now()}`));
  });
  afterAll(() => browser.close());

  test("is opened with the clauses that bound the member on the day, and is the house's alone until its notice is served", async () => {
    await open(officer, "/app/cases/new");
    await officer.getByRole("button", { name: "Open a case" }).click();
    await officer.locator(".hall-field-error").first().waitFor();
    await officer.getByRole("searchbox", { name: "Find a member" }).fill("Xigang");
    await officer.getByRole("radio", { name: /Xigang/ }).check();
    await officer.getByLabel("What it is about").fill(title);
    await officer.getByLabel("What is held against the member").fill("On three days the stall asked for more than it had marked.\nAn inspector noted it.");
    await officer.getByLabel("Day of the breach").fill(new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10));
    await officer.getByRole("checkbox", { name: /^C3 Fair pricing/ }).check();
    await officer.getByRole("checkbox", { name: /^N3\.1 / }).check();
    await officer.getByRole("button", { name: "Open a case" }).click();
    await officer.getByRole("heading", { level: 1, name: title }).waitFor();
    address = new URL(officer.url()).pathname;
    await reaches(officer, "Opened");

    await open(member, "/app/cases");
    expect(await member.getByRole("link", { name: title }).count()).toBe(0);
    await officer.getByRole("button", { name: "Serve the notice" }).click();
    await officer.getByText(/it has 15 days to answer/).waitFor();
    await hand(officer, "Serve the notice");
    await reaches(officer, "Notice and answer");
    await officer.getByText(/15 days left/).first().waitFor();
  });

  test("has its time to answer extended and paused, and the member sees why", async () => {
    await officer.getByRole("button", { name: "Extend the time" }).click();
    await officer.getByLabel("Days more").fill("5");
    await officer.getByRole("dialog").getByLabel("Reason").fill("The books are with the auditor.");
    await hand(officer, "Extend the time");
    await officer.getByRole("row", { name: /Time to answer extended The books are with the auditor/ }).waitFor();
    await officer.getByRole("button", { name: "Pause the time" }).click();
    await officer.getByRole("dialog").getByLabel("Reason").fill("We look for the scales.");
    await hand(officer, "Pause the time");
    await officer.getByText("Why: We look for the scales.").waitFor();
    await open(member, "/app/");
    await member.getByRole("link", { name: "Read and answer" }).click();
    await member.getByText("Why: We look for the scales.").waitFor();
    await officer.getByRole("button", { name: "Resume the time" }).click();
    await hand(officer, "Resume the time");
    await officer.getByText("Why: We look for the scales.").waitFor({ state: "detached" });
  });

  test("is read and answered on a phone, twice, the second time for good", async () => {
    await open(member, address);
    expect(Number(await member.evaluate("document.documentElement.scrollWidth - window.innerWidth"))).toBeLessThanOrEqual(0);
    await member.getByText("What may come of it").waitFor();
    await member.locator("input[type=file]").setInputFiles({ name: "price-list.txt", mimeType: "text/plain", buffer: Buffer.from("Prawns 38, squid 26.") });
    await member.getByRole("link", { name: "price-list.txt" }).waitFor();
    await member.getByLabel("What you have to say").fill("We look into it.");
    await member.getByRole("button", { name: "Send", exact: true }).click();
    await member.locator(".hall-words", { hasText: "We look into it." }).waitFor();
    await member.getByRole("list", { name: "Files handed in" }).getByRole("link", { name: "price-list.txt" }).waitFor();
    // The form is empty again before more is said.
    await member.getByRole("list", { name: "Files that go with it" }).getByRole("link").waitFor({ state: "detached" });
    await member.getByLabel("What you have to say").fill("The list at the stall was last week's.");
    await member.getByRole("checkbox", { name: /^This is all we want to say/ }).check();
    await member.getByRole("button", { name: "Send", exact: true }).click();
    await hand(member, "Send, and that is all");
    await member.getByText("All it wants to say").waitFor();
    expect(await member.getByLabel("What you have to say").count()).toBe(0);
  });

  test("is drafted, and what speaks for the member shows its effect before it is saved and after", async () => {
    await open(officer, address);
    const [given] = await Promise.all([officer.waitForEvent("download"), officer.getByRole("link", { name: "price-list.txt" }).click()]);
    expect(given.suggestedFilename()).toBe("price-list.txt");
    await officer.getByRole("link", { name: "Draft a decision" }).click();
    await officer.getByText("Whoever saves this draft never decides this case.").waitFor();
    expect(await officer.getByRole("radio", { name: /^Monetary penalty Switched off/ }).isDisabled()).toBe(true);
    await officer.getByRole("checkbox", { name: /^C3 / }).check();
    await officer.getByRole("radio", { name: /^Suspension of membership/ }).check();
    await officer.getByLabel("Term").waitFor();
    const effect = officer.getByRole("status").filter({ hasText: "What it comes down to" });
    expect(await effect.innerText()).toContain("730 days");
    await officer.getByRole("checkbox", { name: /^Reported it itself/ }).check();
    await officer.getByRole("checkbox", { name: /^Cooperated/ }).check();
    await effect.getByText("292 days").waitFor();
    expect(await effect.innerText()).toMatch(/Circulated criticism\s+Before: Suspension of membership[\s\S]*292 days\s+Before: 730 days/);
    expect(await officer.getByLabel("Term").count()).toBe(0);
    await officer.getByLabel("Reasons").fill("The marks and the receipts differ on three days.");
    await officer.getByRole("button", { name: "Save the draft" }).click();
    await officer.getByRole("heading", { level: 1, name: title }).waitFor();
    await officer.getByText("Brought down by one step from: Suspension of membership").waitFor();
    await officer.getByText("292 days").waitFor();
  });

  test("is laid before people who have nothing to do with it; who belongs to the firm cannot be chosen", async () => {
    const [one, two, three, tied] = panel as [PanelMember, PanelMember, PanelMember, PanelMember];
    await open(officer, "/app/panel-persons");
    await officer.getByRole("button", { name: `Declare a tie ${tied.name}` }).click();
    await officer.getByRole("searchbox", { name: "Find a member" }).fill("Xigang");
    await officer.getByRole("radio", { name: /Xigang/ }).check();
    await officer.getByLabel("What ties them to it").fill("sits on its board");
    await officer.getByLabel("Since", { exact: true }).fill("2026-01-01");
    await hand(officer, "Declare a tie");
    await officer.getByRole("region", { name: `${tied.name}’s ties to firms` }).getByRole("row", { name: /Xigang.* sits on its board/ }).waitFor();

    await open(officer, address);
    await officer.getByRole("button", { name: "Seat members" }).click();
    const choice = ({ name }: PanelMember): Locator => officer.getByRole("checkbox", { name: new RegExp(`^${name}`) });
    await choice(tied).waitFor();
    expect(await officer.getByRole("checkbox", { name: `${tied.name} belongs to the firm` }).isDisabled()).toBe(true);
    for (const person of [one, two, three]) await choice(person).check();
    await hand(officer, "Seat members");
    await officer.getByRole("row", { name: new RegExp(`^${one.name} Not declared yet`) }).waitFor();
  });

  test("is decided by the votes of the panel, after each has declared", async () => {
    for (const { window } of panel.slice(0, 3)) {
      const page = await window.newPage();
      await open(page, "/app/");
      await page.getByRole("link", { name: "See what waits" }).click();
      await page.getByRole("link", { name: title }).first().click();
      await page.getByRole("radio", { name: "No", exact: true }).check();
      await page.getByRole("button", { name: "Declare" }).click();
      await page.getByRole("radio", { name: /^Decide as drafted/ }).check();
      await page.getByLabel("Reason", { exact: true }).fill("The receipts speak for themselves.");
      await page.getByRole("button", { name: "Cast the vote" }).click();
      await page.getByRole("button", { name: "Cast the vote" }).waitFor({ state: "detached" });
    }
    const chair = panel[2]?.window.pages()[0] as Page;
    await chair.getByRole("button", { name: "Decide as the votes have it" }).click();
    await hand(chair, "Decide as the votes have it");
    await reaches(chair, "Decided");
  });

  test("is served, and the member learns what was decided, why, and until when it may appeal", async () => {
    await open(officer, address);
    await officer.getByRole("button", { name: "Serve the decision" }).click();
    await officer.getByText(/takes effect today/).waitFor();
    await officer.getByText("It is public for 292 days and then ends by itself.").waitFor();
    await hand(officer, "Serve the decision");
    await reaches(officer, "In force");

    await open(member, address);
    await member.getByText("The marks and the receipts differ on three days.").waitFor();
    await member.getByText(/You may appeal until .*: 28 days left/).waitFor();
    expect(await member.getByText("Draft of a decision").count()).toBe(0);
  });

  test("is appealed, on a ground and after a proof of identity, and withdrawn for good", async () => {
    await member.getByLabel("Why the decision is wrong").fill("A warning would have done.");
    await member.getByRole("button", { name: "File the appeal" }).click();
    await member.locator(".hall-field-error").getByText("Choose at least one ground.").waitFor();
    await member.getByRole("checkbox", { name: "The sanction is excessive" }).check();
    await member.getByRole("button", { name: "File the appeal" }).click();
    await stepUp(member);
    await member.getByRole("heading", { level: 1, name: `Appeal: ${title}` }).waitFor();
    await member.getByText(/30 days left/).waitFor();

    await open(officer, "/app/appeals");
    await officer.getByRole("link", { name: title }).first().click();
    await officer.getByText("A warning would have done.").waitFor();
    await officer.getByRole("button", { name: "Seat members" }).click();
    expect(await officer.getByRole("checkbox", { name: new RegExp(`^${panel[0]?.name}`) }).isDisabled()).toBe(true);
    await officer.keyboard.press("Escape");

    await member.getByRole("button", { name: "Withdraw the appeal" }).click();
    await hand(member, "Withdraw the appeal");
    await member.getByText("Withdrawn", { exact: true }).waitFor();
    await open(member, address);
    expect(await member.getByRole("button", { name: "File the appeal" }).count()).toBe(0);
  });
});
