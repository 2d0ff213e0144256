import pg from "pg";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { sanctioned } from "../support/sanctions.ts";
import { until } from "../support/until.ts";
import { ask, hasChromium, openBrowser, openWindow, signIn, stepUp } from "./person.ts";
import { settled } from "./settled.ts";

const houseDatabase = inject("houseDatabase");

/** A decision on display, from the public file to its repair: a stranger, a firm with a phone, a panel member and an officer. */
describe.skipIf(!hasChromium || houseDatabase === "")("a decision", () => {
  const owner = new pg.Pool({ connectionString: houseDatabase, max: 2 });
  const asOwner = async <Row>(sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows as Row[];
  let browser: Browser;
  let stranger: Page;
  let firm: Page;
  let panel: Page;
  let officer: Page;
  let file = "";
  let repair = "";

  const window = async (person: string, width = 1280): Promise<Page> => {
    const opened: BrowserContext = await openWindow(browser, { width });
    if (person !== "") await signIn(opened, person);
    return opened.newPage();
  };
  const inDialog = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

  beforeAll(async () => {
    browser = await openBrowser();
    [stranger, firm, panel, officer] = [await window("", 360), await window("admin12@guild.example", 360), await window("panel@guild.example"), await window("officer@guild.example")];
    const { viewer } = await ask<{ viewer: { member: { id: string; number: number } } }>(firm.context(), "{ viewer { member { id number } } }");
    file = `/firms/${viewer.member.number}?lang=en`;
    // A case against this firm that ran to its end is written, and its fact told as the house tells it.
    const user = async (roles: readonly string[]) => (await asOwner<{ id: string }>("select id from user_account where email = $1", [roles.includes("PANEL") ? "inspector@guild.example" : "officer@guild.example"]))[0] ?? { id: "" };
    const about = await sanctioned({ database: { asOwner }, user, now: () => new Date() }, { memberId: viewer.member.id, step: "WARNING", publicity: "MINOR", publishedDays: 60 });
    const { decisionId, caseId } = about;
    await asOwner("insert into outbox (event, payload, announced_at) values ('sanction.in-force', $1, now())", [
      JSON.stringify({ decisionId, caseId, memberId: viewer.member.id, inForceOn: new Date().toISOString().slice(0, 10) }),
    ]);
    await until(async () => (await asOwner("select 1 from publication where decision_id = $1", [decisionId])).length === 1);
  });
  afterAll(async () => {
    await browser.close();
    await owner.end();
  });

  test("stands on the public file, with its clause, its last day and the way to appeal", async () => {
    await stranger.goto(file);
    await stranger.getByRole("heading", { name: /^warning Case \d+ · minor$/ }).waitFor();
    await stranger.getByText("ends by itself").waitFor();
    await stranger.getByText(/The member can appeal to the association until/).waitFor();
    expect(await stranger.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  });

  test("is repaired on application, which the firm files with proof and its word", async () => {
    await firm.goto("/app/firm");
    await settled(firm);
    await firm.getByRole("link", { name: "Ask for repair" }).click();
    await firm.getByLabel("What was done").fill("The prices are marked again, and the staff was trained on 2 March.");
    await firm.locator("input[type=file]").setInputFiles({ name: "training.txt", mimeType: "text/plain", buffer: Buffer.from("Attended: all.") });
    await firm.getByRole("link", { name: "training.txt" }).waitFor();
    await firm.getByLabel("Who gives the firm’s word").fill("Lin Mei");
    await firm.getByLabel("In what office").fill("Manager");
    await firm.getByRole("checkbox").check();
    await firm.getByRole("button", { name: "File the application" }).click();
    await stepUp(firm);
    await firm.waitForURL(/\/repairs\/rep_\w+$/);
    repair = new URL(firm.url()).pathname;
    await firm.getByText("The association has it; nothing more is to be done.").waitFor();
  });

  test("is sent back for more, and the firm reads why and hands it in", async () => {
    await officer.goto(repair);
    await settled(officer);
    await officer.getByRole("button", { name: "Ask for more" }).click();
    await officer.getByLabel("Reasons").last().fill("Send the list of who attended.");
    await inDialog(officer, "Ask for more");
    await officer.getByText("Waiting for the firm").first().waitFor();
    await firm.reload();
    await firm.getByText("Send the list of who attended.").first().waitFor();
    await firm.getByLabel("What there is to add").fill("Here it is.");
    await firm.locator("input[type=file]").setInputFiles({ name: "list.txt", mimeType: "text/plain", buffer: Buffer.from("Chan, Lin") });
    await firm.getByRole("link", { name: "list.txt" }).waitFor();
    await firm.getByRole("button", { name: "Hand in", exact: true }).click();
    await firm.getByText("The association has it; nothing more is to be done.").waitFor();
  });

  test("is granted by a panel member who had no part in it, and is off the public file at once", async () => {
    await panel.goto("/app/repairs");
    await panel.locator(`a[href='${repair}']`).click();
    await panel.getByRole("button", { name: "Grant" }).click();
    await panel.getByLabel("Reasons").last().fill("All was done.");
    await inDialog(panel, "Grant");
    await stepUp(panel);
    await panel.getByText("Granted, and taken down").waitFor();
    await stranger.reload();
    await stranger.getByText("No decision is on public display.").waitFor();
    await stranger.getByText(/^Repaired on|Repaired on .*; taken off display\./).first().waitFor();
  });

  test("is done with when the firm was told, and how", async () => {
    await officer.goto("/app/repairs?tab=TO_TELL");
    await officer.locator(`a[href='${repair}']`).click();
    await officer.getByRole("button", { name: "Note that the firm was told" }).click();
    await officer.getByLabel("How", { exact: true }).fill("By telephone, to Ms Lin.");
    await inDialog(officer, "Note that the firm was told");
    await officer.getByText("By telephone, to Ms Lin.").waitFor();
    await firm.reload();
    await firm.getByText("By telephone, to Ms Lin.").waitFor();
  });
});
