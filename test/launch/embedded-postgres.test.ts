import { chmod, chown, mkdir, readFile, readlink, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { startEmbeddedPostgres } from "../../server/embedded-postgres.ts";
import { until } from "../support/until.ts";
import { descendantsOf, killRemaining, lives, run, type RunOptions, showsProcesses } from "./processes.ts";
import { copyProject, openFolder } from "./places.ts";

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

afterEach(killRemaining);

async function folder(): Promise<string> {
  const made = await openFolder();
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function ask<Row extends object>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** A launcher in a process of its own, up to the moment its server answers. */
async function holding(dataDir: string, options: RunOptions = {}) {
  const launcher = run("test/launch/hold-postgres.ts", [dataDir], options);
  const said = await launcher.says(/postgresql:\S+/);
  return { ...launcher, said, url: /postgresql:\S+/.exec(said)?.[0] ?? "", pid: launcher.child.pid ?? 0 };
}

const sum = [{ sum: 2 }];
const addition = "select 1 + 1 as sum";

describe("the embedded PostgreSQL", () => {
  test("finds the trigrams of Chinese words and keeps its password to itself", async () => {
    const dataDir = join(await folder(), "data");
    const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: "off" } });
    onTestFinished(server.stop);
    const trigrams = "select cardinality(show_trgm('誠信')) as found, similarity('誠信經營', '誠信') > 0 as alike";
    expect(await ask(server.url, "create extension pg_trgm", trigrams)).toEqual([{ found: 3, alike: true }]);
    expect((await stat(join(dataDir, "postgres-password"))).mode & 0o777).toBe(0o600);

    const stranger = new URL(server.url);
    stranger.password = "guess";
    await expect(ask(stranger.href, addition)).rejects.toThrow(/password authentication failed/);
  });

  test("stops at once and has kept everything at the next start", async () => {
    const dataDir = await folder();
    const first = await startEmbeddedPostgres({ dataDir });
    await ask(first.url, "create table kept (word text)", "insert into kept values ('誠信')");
    const began = performance.now();
    await first.stop();
    expect(performance.now() - began).toBeLessThan(2_000);

    const second = await startEmbeddedPostgres({ dataDir });
    onTestFinished(second.stop);
    expect(await ask(second.url, "select word from kept")).toEqual([{ word: "誠信" }]);
  });

  test("refuses a data folder that another launcher is using", async () => {
    const dataDir = await folder();
    const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: "off" } });
    onTestFinished(server.stop);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/Another Guildhall .* DATA_DIR/);
    expect(await ask(server.url, addition)).toEqual(sum);
  });

  test("starts over the note of a server whose number a stranger has now", async () => {
    const dataDir = await folder();
    await (await startEmbeddedPostgres({ dataDir, settings: { fsync: "off" } })).stop();
    await writeFile(join(dataDir, "postgres/postmaster.pid"), `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
    const server = await startEmbeddedPostgres({ dataDir });
    onTestFinished(server.stop);
    expect(await ask(server.url, addition)).toEqual(sum);
  });

  test("says in the server's own words why it will not start", async () => {
    const dataDir = await folder();
    await expect(startEmbeddedPostgres({ dataDir, settings: { no_such_setting: "1" } })).rejects.toThrow(/no_such_setting/);
  });

  test.runIf(showsProcesses)("leaves no process behind when its launcher is killed, and loses nothing that was committed", async () => {
    const dataDir = await folder();
    const launcher = await holding(dataDir);
    await ask(launcher.url, "create table kept (word text)", "insert into kept values ('誠信')");
    const family = descendantsOf(launcher.pid);
    expect(family.length).toBeGreaterThan(1);

    launcher.child.kill("SIGKILL");
    await until(() => !family.some(lives), 5_000);
    const again = await startEmbeddedPostgres({ dataDir });
    onTestFinished(again.stop);
    expect(await ask(again.url, "select word from kept")).toEqual([{ word: "誠信" }]);
  });

  test.runIf(showsProcesses)("recovers when the server itself is killed, and its launcher learns of it", async () => {
    const dataDir = await folder();
    const server = await startEmbeddedPostgres({ dataDir });
    await ask(server.url, "create table kept (word text)", "insert into kept values ('誠信')");
    const [pid] = (await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
    process.kill(Number(pid), "SIGKILL");
    expect(await server.died).toMatch(/ready to accept connections/);

    const again = await startEmbeddedPostgres({ dataDir });
    onTestFinished(again.stop);
    expect(await ask(again.url, "select word from kept")).toEqual([{ word: "誠信" }]);
  });

  test("makes the library links that an install without scripts leaves out", async () => {
    const parent = await folder();
    const project = await copyProject(parent);
    const launcher = await holding(join(parent, "data"), { cwd: project });
    expect(await ask(launcher.url, addition)).toEqual(sum);
    expect(launcher.said).not.toMatch(/copied/);
  });
});

describe.runIf(isRoot)("the embedded PostgreSQL, started by root", () => {
  test("runs for an ordinary user, with a copy of its programs where the packages are not that user's to complete", async () => {
    const parent = await folder();
    const project = await copyProject(parent);
    const dataDir = join(parent, "data");
    await mkdir(dataDir);
    await chown(dataDir, NOBODY, NOBODY);
    const launcher = await holding(dataDir, { cwd: project, uid: NOBODY });
    expect(launcher.said).toMatch(new RegExp(`copied to ${dataDir}`));
    expect(await ask(launcher.url, addition)).toEqual(sum);
    expect((await stat(join(dataDir, "postgres"))).uid).toBe(NOBODY);
  });

  test("finds a refuge outside a home of mode 0700, says so, and finds it again", async () => {
    const home = await folder();
    const project = await copyProject(home);
    await chmod(home, 0o700);
    const dataDir = join(project, ".data");
    const refugeOf = async () => dirname(await readlink(join(dataDir, "postgres")));
    onTestFinished(async () => rm(await refugeOf(), { recursive: true, force: true }));
    const first = await holding(dataDir, { cwd: project });
    const refuge = await refugeOf();
    expect(first.said).toMatch(`the database lives in ${refuge}`);
    await ask(first.url, "create table kept (word text)", "insert into kept values ('誠信')");
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);

    const second = await holding(dataDir, { cwd: project });
    expect(second.said).not.toMatch(/copied|lives in/);
    expect(await ask(second.url, "select word from kept")).toEqual([{ word: "誠信" }]);
    second.child.kill("SIGTERM");
    await second.ended;
  });

  test("tells an ordinary user that the database belongs to another account", async () => {
    const dataDir = await folder();
    await (await startEmbeddedPostgres({ dataDir, settings: { fsync: "off" } })).stop();
    await chown(dataDir, NOBODY, NOBODY);
    const cluster = join(dataDir, "postgres");
    await chown(cluster, 1, 1);
    const launcher = run("test/launch/hold-postgres.ts", [dataDir], { uid: NOBODY });
    await launcher.says(/belongs to another account \(uid 1\).*DATA_DIR/);
    expect(await launcher.ended).toBe(1);
  });
});
