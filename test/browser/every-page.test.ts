import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { matchRoutes } from "react-router";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { casesInCourse } from "./due-process.ts";
import { hasChromium, type Looks, openBrowser, openWindow, signIn } from "./person.ts";
import { settled } from "./settled.ts";
import { addressesOf, firstAuditDone, nothingThere, walks } from "./walks.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Any two of language, theme and width meet in one of these; all three together need not. */
const looks: readonly Required<Looks>[] = [
  { language: "zh-Hant", theme: "light", width: 1280 },
  { language: "zh-Hant", theme: "dark", width: 360 },
  { language: "zh-Hans", theme: "light", width: 360 },
  { language: "zh-Hans", theme: "dark", width: 1280 },
  { language: "en", theme: "light", width: 1280 },
  { language: "en", theme: "dark", width: 360 },
];

/** How many people walk through the portal at once. */
const AT_ONCE = 2;

describe.skipIf(!hasChromium)("every page", () => {
  let browser: Browser;
  /** Where somebody has been, below `/app`. */
  const visited = new Set<string>();
  beforeAll(async () => {
    browser = await openBrowser();
    const window = await openWindow(browser);
    await signIn(window, "officer@guild.example");
    await firstAuditDone(window);
    await window.close();
    await casesInCourse(browser);
  }, 180_000);
  afterAll(() => browser.close());

  for (const look of looks) {
    test(`reads well in ${look.language}, ${look.theme}, at ${look.width} px`, async () => {
      const faults: string[] = [];
      const waiting = Object.keys(walks);
      const walkSome = async () => {
        for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
          const window = await openWindow(browser, look);
          if (person !== "") await signIn(window, person);
          faults.push(...(await walk(window, person, look, visited)));
          await window.close();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, walkSome));
      expect(faults).toEqual([]);
    });
  }

  test("is visited by somebody", () => {
    const routes = pathsOfThePortal().map((path) => ({ path }));
    const seen = new Set([...visited].map((pathname) => matchRoutes(routes, pathname)?.[0]?.route.path));
    expect(routes.map(({ path }) => path).filter((path) => !seen.has(path))).toEqual([]);
  });
});

/** Every address the features of the portal declare; an index page stands at the top. */
function pathsOfThePortal(): string[] {
  const features = new URL("../../web/src/features/", import.meta.url);
  const sources = readdirSync(features).map((feature) => readFileSync(new URL(`${feature}/routes.tsx`, features), "utf8"));
  return sources.flatMap((source) => [...source.matchAll(/\bpath: "([^"]+)"|\bindex: true/g)].map(([, path]) => `/${path ?? ""}`));
}

async function walk(window: BrowserContext, person: string, look: Required<Looks>, visited: Set<string>): Promise<string[]> {
  const page = await window.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  for (const address of await addressesOf(window, person)) {
    await page.goto(address);
    const found = await lookAt(page, look, nothingThere.includes(address));
    faults.push(...found.map((fault) => `${address} (${person || "a stranger"}, ${look.language}, ${look.theme}, ${look.width}): ${fault}`));
    const { pathname } = new URL(page.url());
    if (pathname.startsWith("/app")) visited.add(pathname.slice("/app".length));
  }
  return faults;
}

/** What is wrong with a page: an error shown, serious findings of axe, a page wider than the window, the wrong language. */
async function lookAt(page: Page, { language }: Required<Looks>, isNothingThere: boolean): Promise<string[]> {
  await settled(page);
  const faults: string[] = [];
  const trouble = (await page.evaluate("document.querySelector('[data-trouble]')?.dataset.trouble")) as string | undefined;
  if (trouble !== (isNothingThere ? "not-found" : undefined)) faults.push(`it shows ${trouble ?? "something where there is nothing"}`);
  const lang = await page.getAttribute("html", "lang");
  if (lang !== language) faults.push(`its language is ${lang}`);
  const overflow = Number(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"));
  if (overflow > 0) faults.push(`${overflow} px wider than the window`);
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults;
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return [...faults, ...serious.map(({ id, nodes }) => `${id} at ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(" | ")}`)];
}
