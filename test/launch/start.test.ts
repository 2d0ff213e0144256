import { chown, mkdir, readFile, rm } from "node:fs/promises";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { startEmbeddedPostgres } from "../../server/embedded-postgres.ts";
import { reaches } from "../../server/launch/postgres-account.ts";
import { runningServerUrl } from "../../server/launch/postgres-former.ts";
import { projectRoot } from "../../server/platform/config.ts";
import { until } from "../support/until.ts";
import { descendantsOf, killRemaining, lives, run, type RunOptions, showsProcesses } from "./processes.ts";
import { freePort, openFolder } from "./places.ts";

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** The first start on a machine builds the web pages. */
const FIRST_START_MS = 170_000;

let parent = "";
beforeAll(async () => {
  parent = await openFolder();
});
afterAll(() => rm(parent, { recursive: true, force: true }));
afterEach(killRemaining);

/** `npm start`, up to the moment it says that the house is open. */
async function start(env: Record<string, string>, options: RunOptions = {}) {
  const port = await freePort();
  const began = performance.now();
  const launcher = run("server/launch.ts", [], { ...options, env: { PORT: port, LANG: "zh_TW.UTF-8", ...env } });
  await launcher.says(/Guildhall is open at/, FIRST_START_MS);
  const seconds = (performance.now() - began) / 1_000;
  const address = `http://127.0.0.1:${port}`;
  return { ...launcher, seconds, pid: launcher.child.pid ?? 0, get: (path: string) => fetch(address + path), close: () => closed(launcher) };
}

async function closed(launcher: ReturnType<typeof run>) {
  const began = performance.now();
  launcher.child.kill("SIGINT");
  return { code: await launcher.ended, seconds: (performance.now() - began) / 1_000 };
}

async function ask(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query<object>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** How many programs share one processor at present: 1 on a machine that has time for us. */
const crowding = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

const programOf = async (pid: number) => (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0").find((word) => word.endsWith("main.ts"));

describe("npm start", () => {
  const dataDir = () => join(parent, "house");

  test("brings up the whole house, tells how to sign in, and closes at Ctrl-C", async () => {
    const house = await start({ DATA_DIR: dataDir() });
    for (const path of ["/healthz", "/readyz", "/", "/app/"]) expect([path, (await house.get(path)).status]).toEqual([path, 200]);
    await house.says(/✓ workers +\d+\.\d s/);
    await house.says(/開啟 http:\/\/localhost:\d+\/app\//);
    for (const step of ["PostgreSQL", "migrations", "queue", "reference data", "demo association", "web pages", "API"]) {
      expect(house.output()).toMatch(new RegExp(`✓ ${step} +\\d+\\.\\d s`));
    }
    const family = showsProcesses ? descendantsOf(house.pid) : [];
    const { code, seconds } = await house.close();
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(5);
    expect(family.filter(lives)).toEqual([]);
  }, FIRST_START_MS);

  test("serves within five seconds the second time, having done nothing twice", { retry: 2 }, async () => {
    const house = await start({ DATA_DIR: dataDir() });
    expect((await house.get("/readyz")).status).toBe(200);
    for (const step of ["migrations", "reference data", "demo association", "web pages"]) expect(house.output()).toMatch(new RegExp(`✓ ${step} .*up to date`));
    expect(house.seconds).toBeLessThan(5 * crowding());
    await house.close();
  });

  test.runIf(showsProcesses)("leaves no orphan when it is killed, and keeps all data", async () => {
    const house = await start({ DATA_DIR: dataDir() });
    await ask(runningServerUrl(dataDir()) ?? "", "create table kept (word text)", "insert into kept values ('誠信')");
    const family = descendantsOf(house.pid);
    expect(family.length).toBeGreaterThan(4);
    house.child.kill("SIGKILL");
    await until(() => !family.some(lives), 10_000);

    const again = await start({ DATA_DIR: dataDir() });
    expect(await ask(runningServerUrl(dataDir()) ?? "", "select word from kept")).toEqual([{ word: "誠信" }]);
    await again.close();
  });

  test.runIf(showsProcesses)("starts the API again when it dies", async () => {
    const house = await start({ DATA_DIR: dataDir() });
    await house.says(/✓ workers/);
    const api = async () => {
      const pids = descendantsOf(house.pid);
      const programs = await Promise.all(pids.map(programOf));
      return pids.find((_, place) => programs[place] === "server/main.ts");
    };
    const first = await api();
    process.kill(first ?? 0, "SIGKILL");
    await until(async () => (await house.get("/readyz").catch(() => null))?.status === 200, 20_000);
    expect(await api()).not.toBe(first);
    await house.close();
  });

  test.runIf(showsProcesses)("closes the house when npm itself is killed", async () => {
    const npm = run("server/launch.ts", [], { throughNpm: true, env: { PORT: await freePort(), DATA_DIR: dataDir() } });
    await npm.says(/Guildhall is open at/);
    const family = descendantsOf(npm.child.pid ?? 0);
    expect(family.length).toBeGreaterThan(5);
    npm.child.kill("SIGKILL");
    await until(() => !family.some(lives), 15_000);
  });

  test("names PORT when it is taken, before it does anything else", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const launcher = run("server/launch.ts", [], { env: { PORT: String(port), DATA_DIR: dataDir() } });
    expect(await launcher.ended).toBe(1);
    expect(launcher.output().trim()).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is already taken .* Set PORT`));
  });

  test("tells every fault of the environment and starts nothing", async () => {
    const unused = join(parent, "unused");
    const launcher = run("server/launch.ts", [], { env: { GUILDHALL_MODE: "production", DATA_DIR: unused, PORT: "x" } });
    expect(await launcher.ended).toBe(1);
    for (const variable of ["PORT", "SESSION_SECRET", "PORTAL_SECRET", "DATABASE_URL", "PUBLIC_URL"]) expect(launcher.output()).toMatch(`${variable}:`);
    expect(existsSync(unused)).toBe(false);
  });

  test("names DATABASE_URL when nothing answers there", async () => {
    const DATABASE_URL = `postgresql://login:kq7Zt0vM@127.0.0.1:${await freePort()}/guildhall`;
    const launcher = run("server/launch.ts", [], { env: { PORT: await freePort(), DATA_DIR: dataDir(), DATABASE_URL } });
    expect(await launcher.ended).toBe(1);
    expect(launcher.output()).toMatch(/DATABASE_URL .*ECONNREFUSED/);
    expect(launcher.output()).not.toMatch(/kq7Zt0vM/);
  });

  test("uses the database the environment names, and starts none of its own", async () => {
    const outside = await startEmbeddedPostgres({ dataDir: join(parent, "outside"), settings: { fsync: "off" } });
    onTestFinished(outside.stop);
    const house = await start({ DATA_DIR: join(parent, "guest"), DATABASE_URL: outside.url, DEMO: "false" });
    expect(house.output()).toMatch(/✓ database /);
    expect(house.output()).not.toMatch(/✓ PostgreSQL|demo association/);
    expect((await house.get("/readyz")).status).toBe(200);
    expect(existsSync(join(parent, "guest/postgres"))).toBe(false);
    await house.close();
  });

  test.runIf(isRoot && reaches({ uid: NOBODY, gid: NOBODY, borrowed: true }, projectRoot))("works for an ordinary user", async () => {
    const own = join(parent, "own");
    await mkdir(own);
    await chown(own, NOBODY, NOBODY);
    const house = await start({ DATA_DIR: own }, { uid: NOBODY });
    expect((await house.get("/readyz")).status).toBe(200);
    expect(await house.close()).toMatchObject({ code: 0 });
  });
});
