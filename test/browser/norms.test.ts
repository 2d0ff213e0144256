import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, hasChromium, openBrowser, openWindow, signIn } from "./person.ts";
import { settled } from "./settled.ts";

const DAY = 86_400_000;
const languages = ["繁體中文", "简体中文", "English"];

/** The next version of the norm, by the hands of an officer at a desk and of a member with a phone. */
describe.skipIf(!hasChromium)("a version of the norm", () => {
  let browser: Browser;
  let desk: BrowserContext;
  let officer: Page;
  let member: Page;
  let version = "";
  let inForce = "";

  const rows = () => officer.getByRole("rowheader").allInnerTexts();
  const hand = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

  beforeAll(async () => {
    browser = await openBrowser();
    desk = await openWindow(browser);
    await signIn(desk, "officer@guild.example");
    officer = await desk.newPage();
    const phone = await openWindow(browser, { width: 360 });
    await signIn(phone, "admin07@guild.example");
    member = await phone.newPage();
    const { norms } = await ask<{ norms: { id: string; inMaking: { id: string } }[] }>(desk, "{ norms { id inMaking { id } } }");
    version = `/app/norms/versions/${norms[0]?.inMaking.id}`;
    inForce = `/app/norms/${norms[0]?.id}`;
  });
  afterAll(() => browser.close());

  test("is taken back to be written anew", async () => {
    await officer.goto(version);
    await settled(officer);
    await officer.getByRole("button", { name: "Take back to rewrite" }).click();
    await officer.getByRole("dialog").getByLabel("Reason").fill("A comment asks for other words.");
    await hand(officer, "Take back to rewrite");
    await officer.getByRole("link", { name: "Edit the draft" }).click();
    await officer.getByRole("heading", { level: 1, name: "Draft of version 2" }).waitFor();
  });

  test("has its articles added, moved and removed, and says at the field what is missing", async () => {
    await officer.getByRole("link", { name: "Add an article" }).nth(2).click();
    for (const language of languages) {
      await officer.getByLabel(`Heading (${language})`).fill(`Scales ${language}`);
      await officer.getByLabel(`Text (${language})`).fill(language === "English" ? " " : `Scales are checked. ${language}`);
    }
    await officer.getByRole("button", { name: "Save" }).click();
    await officer.locator(".hall-field-error").getByText("Fill in this field.").waitFor();
    await officer.getByLabel("Text (English)").fill("Members sell at the price published by the association.");
    await officer.getByRole("button", { name: "Save" }).click();
    await officer.getByRole("link", { name: /^N3\.7 / }).waitFor();

    await officer.getByRole("button", { name: "Move up N3.7" }).click();
    await expect.poll(async () => (await rows()).filter((row) => row.startsWith("N3")).map((row) => row.slice(0, 4)).join()).toBe("N3 P,N3.1,N3.2,N3.3,N3.4,N3.5,N3.7,N3.6");
  });

  test("shows the sentence that sets prices, until it is gone", async () => {
    await officer.goto(version);
    await officer.getByRole("row", { name: /^Members sell at the price published by the association\. N3\.7 English Prices/ }).waitFor();
    await officer.goto(`${version}/edit`);
    await officer.getByRole("button", { name: "Remove N3.7" }).click();
    await hand(officer, "Remove");
    await officer.getByRole("link", { name: /^N3\.7 / }).waitFor({ state: "detached" });
    await officer.goto(version);
    await officer.getByText("Nothing found.").waitFor();
  });

  test("is laid before the members, commented on with a phone, and answered", async () => {
    await officer.getByRole("button", { name: "Lay before the members" }).click();
    await officer.getByLabel("Last day for comments").fill(new Date(Date.now() + 100 * DAY).toISOString().slice(0, 10));
    await hand(officer, "Lay before the members");
    await officer.getByText("Consultation open").waitFor();

    await member.goto(version);
    await settled(member);
    await member.getByLabel("Article", { exact: true }).selectOption("N1.2");
    await member.getByLabel("What you think of it").fill("Photographs of the papers should do.");
    await member.getByRole("button", { name: "File the comment" }).click();
    await member.getByRole("row", { name: /Photographs of the papers/ }).waitFor();

    await officer.reload();
    await officer.getByRole("button", { name: /^Answer Photographs/ }).click();
    await officer.getByRole("dialog").getByLabel("Answer of the association").fill("They do, if they can be read.");
    await hand(officer, "Answer");
    await officer.getByRole("cell", { name: "They do, if they can be read." }).first().waitFor();
    await member.reload();
    await member.getByText("They do, if they can be read.").first().waitFor();
  });

  test("in force counts as read once its end was on the screen", async () => {
    await member.goto(inForce);
    await settled(member);
    await member.getByText("You have read").waitFor();
    await expect.poll(async () => {
      await member.mouse.wheel(0, 700);
      return member.getByText("You have read every article of this version.").count();
    }, { timeout: 30_000, interval: 60 }).toBe(1);
  });
});
