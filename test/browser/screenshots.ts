/** `node --import tsx test/browser/screenshots.ts [name…]`: the pictures of the README, or some of them, taken of the demo story as `npm start` opens it. */
import { mkdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { projectRoot } from "../../server/platform/config.ts";
import { freePort, openFolder } from "../launch/places.ts";
import { killRemaining, run } from "../launch/processes.ts";
import { settled } from "./settled.ts";

const album = join(projectRoot, "web/screenshots");
const LARGEST = 200 * 1024;

interface Shot {
  name: string;
  /** Whose page; a stranger's unless said. */
  as?: string;
  language?: "zh-TW" | "zh-CN" | "en-GB";
  width?: number;
  height?: number;
  theme?: "light" | "dark";
  open: (page: Page) => Promise<unknown>;
}

/** Goes to a list and through its first link of a kind. */
const through = (list: string, link: string) => async (page: Page) => {
  await page.goto(list);
  await page.goto((await page.locator(link).first().getAttribute("href")) ?? "/");
};

const shots: readonly Shot[] = [
  { name: "sign-in", open: (page) => page.goto("/app/sign-in") },
  { name: "member-home", as: "admin07@guild.example", language: "zh-TW", open: (page) => page.goto("/app/") },
  { name: "pledge", as: "admin11@guild.example", open: (page) => page.goto("/app/pledge") },
  { name: "self-assessment", as: "admin07@guild.example", open: through("/app/assessments", "a[href*='/assessments/asm_']") },
  { name: "review", as: "officer@guild.example", open: through("/app/assessments/queue", "a[href*='/review']") },
  { name: "audit", as: "officer@guild.example", theme: "dark", open: through("/app/audits", "a[href*='/audits/aur_']") },
  { name: "grade", as: "admin01@guild.example", language: "zh-CN", open: (page) => page.goto("/app/grade") },
  { name: "verify-phone", width: 390, height: 844, open: async (page) => page.goto(`/verify/${await issuedNumber(page)}`) },
];

async function ask<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const answer = await page.request.post("/graphql", { headers: { "apollo-require-preflight": "1" }, data: { query, variables } });
  return ((await answer.json()) as { data: Data }).data;
}

const signIn = (page: Page, email: string) => ask(page, "mutation ($email: String!) { demoSignIn(email: $email) { problems { code } } }", { email });

/** A certificate of the story, as its own officer finds it. */
async function issuedNumber(page: Page): Promise<string> {
  await signIn(page, "officer@guild.example");
  const { certificates } = await ask<{ certificates: { edges: { node: { number: string } }[] } }>(page, "{ certificates(first: 1) { edges { node { number } } } }");
  await page.context().clearCookies();
  return certificates.edges[0]?.node.number ?? "";
}

async function take(browser: Browser, baseURL: string, { name, as, language = "en-GB", width = 1280, height = 860, theme = "light", open }: Shot): Promise<void> {
  const context = await browser.newContext({ baseURL, locale: language, colorScheme: theme, viewport: { width, height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  if (as) await signIn(page, as);
  await open(page);
  await settled(page);
  const path = join(album, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  await context.close();
  const { size } = statSync(path);
  if (size > LARGEST) throw new Error(`${path} has ${Math.round(size / 1024)} KB; at most ${LARGEST / 1024} KB are wanted.`);
  console.log(`${name}: ${Math.round(size / 1024)} KB`);
}

async function openHouse() {
  const [port, folder] = [await freePort(), await openFolder()];
  const house = run("", [], { throughNpm: true, env: { PORT: port, DATA_DIR: folder, HOME: folder } });
  await house.says(/Guildhall is open at/, 300_000);
  return { url: `http://localhost:${port}`, close: async () => (house.child.kill("SIGINT"), await house.ended, killRemaining(), rm(folder, { recursive: true, force: true })) };
}

mkdirSync(album, { recursive: true });
const named = process.argv.slice(2);
const house = await openHouse();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
try {
  for (const shot of shots.filter(({ name }) => named.length === 0 || named.includes(name))) await take(browser, house.url, shot);
} finally {
  await browser.close();
  await house.close();
}
