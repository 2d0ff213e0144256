import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openBrowser, openWindow, signIn } from "./person.ts";
import { settled } from "./settled.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const languages = ["zh-Hant", "zh-Hans", "en"] as const;

/** Every page a person finds by walking, by who may see it; `:first` stands for the first link of that kind. */
const walks: Record<string, readonly string[]> = {
  "": ["/", "/verify", "/verify/GHA-2026-999999-0", "/app/sign-in"],
  "officer@guild.example": [
    "/app/", "/app/assessments/queue", "/app/members", "/app/norms", "/app/pledge", "/app/pledge-board", "/app/audits", "/app/audits/plans/new",
    "/app/findings", "/app/certificates", "/app/journal", "/app/operations", "/app/account",
  ],
  "admin07@guild.example": ["/app/", "/app/firm", "/app/pledge", "/app/assessments", "/app/findings", "/app/grade", "/app/certificates", "/app/account"],
  "regulator@guild.example": ["/app/", "/app/norms"],
};

/** Pages reached through the first link of a list. */
const doors: Record<string, readonly { list: string; link: string }[]> = {
  "officer@guild.example": [
    { list: "/app/members", link: "a[href*='/members/mem_']" },
    { list: "/app/norms", link: "main a[href*='/norms/']" },
    { list: "/app/assessments/queue", link: "a[href*='/review']" },
    { list: "/app/audits", link: "a[href*='/audits/aur_']" },
    { list: "/app/findings", link: "a[href*='/findings/fnd_']" },
    { list: "/app/certificates", link: "a[href*='/certificates/crt_']" },
  ],
  "admin07@guild.example": [{ list: "/app/assessments", link: "a[href*='/assessments/asm_']" }],
};

describe.skipIf(!hasChromium)("every page", () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  const looks = languages.flatMap((language) => (["light", "dark"] as const).flatMap((theme) => [1280, 360].map((width) => ({ language, theme, width }))));
  for (const look of looks) {
    test(`reads well in ${look.language}, ${look.theme}, at ${look.width} px`, async () => {
      const faults: string[] = [];
      for (const person of Object.keys(walks)) {
        const window = await openWindow(browser, look);
        if (person !== "") await signIn(window, person);
        faults.push(...(await walk(window, person, look)));
        await window.close();
      }
      expect(faults).toEqual([]);
    });
  }
});

async function walk(window: BrowserContext, person: string, look: { language: string; width: number }): Promise<string[]> {
  const page = await window.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  for (const path of walks[person] ?? []) {
    await page.goto(path);
    faults.push(...(await lookAt(page, look)));
  }
  for (const { list, link } of doors[person] ?? []) {
    await page.goto(list);
    const first = page.locator(link).first();
    await settled(page);
    if ((await first.count()) === 0) continue;
    await page.goto((await first.getAttribute("href")) ?? "/");
    faults.push(...(await lookAt(page, look)));
  }
  return faults;
}

/** What is wrong with a page: serious findings of axe, a page wider than the window, the wrong language, an error shown. */
async function lookAt(page: Page, { language, width }: { language: string; width: number }): Promise<string[]> {
  await settled(page);
  const where = `${new URL(page.url()).pathname} (${language}, ${width})`;
  const faults: string[] = [];
  if ((await page.getAttribute("html", "lang")) !== language) faults.push(`${where}: lang is ${await page.getAttribute("html", "lang")}`);
  const overflow = Number(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"));
  if (overflow > 0) faults.push(`${where}: ${overflow} px wider than the window`);
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  faults.push(...serious.map(({ id, nodes }) => `${where}: ${id} at ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(" | ")}`));
  return faults;
}
