import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../server/app.ts";
import { routes } from "../../../server/http/routes.ts";
import { anonymous } from "../../../server/platform/actor.ts";
import { createLog } from "../../../server/platform/log.ts";
import { served } from "../../support/served.ts";
import { deed, firmOf, inAll, proved, rewardActs, rewardsHouse, type RewardsHouse } from "./rewards-house.ts";

let house: RewardsHouse;
let app: FastifyInstance;

beforeAll(async () => {
  house = await rewardsHouse();
  const { world } = house;
  const [first, second] = [await world.officer(), await world.officer()];
  const opened = await proved(world, first).run<{ rewardRoundOpen: { round: { id: string } } }>(`mutation { rewardRoundOpen(input: { kind: HONOUR_LIST, year: 2025 }) { round { id } } }`);
  await proved(world, second).run(`mutation ($id: ID!) { rewardRoundConfirm(id: $id) { problems { code } } }`, { id: opened.data?.rewardRoundOpen.round.id });
  const asked = await rewardActs.propose(proved(world, first), firmOf(house.model), deed({ deed: { ...inAll("x"), en: `<b>Took back</b> a lot`, "zh-Hant": "主動召回" }, evidence: "Kept secret." }));
  await rewardActs.confirm(proved(world, second), asked.reward?.id ?? "");
  app = await createApp({
    source: world.database.source,
    config: served,
    services: world.services,
    authenticate: ({ ip }) => Promise.resolve(anonymous("zh-Hant", ip)),
    log: createLog({ level: "silent", mode: "production", name: "api" }),
    routes: routes({ zone: "Asia/Shanghai" }),
  });
});
afterAll(async () => {
  await app.close();
  await house.world.close();
});

const get = (url: string, language = "en") => app.inject({ method: "GET", url, headers: { accept: "text/html", "accept-language": language } });

describe("the public page of honours", () => {
  test("shows the latest year, and each other at an address of its own, in the reader's language", async () => {
    const page = (await get("/honours")).body;
    expect(page).toContain("<h1>Honour list 2026</h1>");
    expect(page).toContain(`<a href="/honours/2025?lang=en"`);
    expect(page).toContain("Firm 1");
    const list = (await get("/honours/2025?lang=zh-Hans")).body;
    expect(list).toContain("<h1>红榜 2025</h1>");
    expect(list).toContain("2026年8月11日 至 2027年8月10日");
    expect((await get("/honours/2026", "zh-Hant")).body).toContain("主動召回");
  });

  test("writes a deed as text, and tells nothing of what shows it, nor of who proposed it", async () => {
    const page = (await get("/honours/2026")).body;
    expect(page).toContain("&lt;b&gt;Took back&lt;/b&gt; a lot");
    for (const secret of ["Kept secret.", "usr_", "mem_", "rwd_"]) expect(page).not.toContain(secret);
  });

  test("says that nothing was given in a year without honours, and that there is nothing at an address that is no year", async () => {
    expect((await get("/honours/1999")).body).toContain("Nothing was given in this year.");
    for (const url of ["/honours/last", "/honours/2026?after=nonsense"]) expect((await get(url)).statusCode).toBe(404);
  });

  test("is reached from the front door", async () => {
    expect((await get("/")).body).toContain(`href="/honours?lang=en"`);
  });
});
