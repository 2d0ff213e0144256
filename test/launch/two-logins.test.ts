import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Finding } from "../../server/cli/doctor/finding.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../server/embedded-postgres.ts";
import { projectRoot } from "../../server/platform/config.ts";
import { until } from "../support/until.ts";
import { killRemaining, run, type Watched } from "./processes.ts";
import { freePort, openFolder } from "./places.ts";

let folder = "";
let server: EmbeddedPostgres;
let [login, owner] = ["", ""];

const as = (role: string, password: string) => {
  const url = new URL(server.url);
  [url.username, url.password, url.pathname] = [role, password, "/association"];
  return url.toString();
};

async function ask<Row extends object>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) ({ rows } = await client.query<Row>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** A server as others provide it: an owner of one database who is no superuser, and the login that create-login.sql makes. */
beforeAll(async () => {
  folder = await openFolder();
  server = await startEmbeddedPostgres({ dataDir: folder, settings: { fsync: "off" } });
  await ask(server.url, "create role guildhall_owner login createrole password 'kq7Zt0vMx4Wd'", "create database association owner guildhall_owner");
  [login, owner] = [as("guildhall_login", "hB3nY8sLq2Rc"), as("guildhall_owner", "kq7Zt0vMx4Wd")];
  const script = await readFile(join(projectRoot, "server/production/create-login.sql"), "utf8");
  await ask(owner, ...script.replace(/^--.*$/gm, "").replace(/^\\getenv.*$/gm, "").replaceAll(":'password'", "'hB3nY8sLq2Rc'").split(";").filter((statement) => statement.trim()));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(killRemaining);

const withLogin = (env: Record<string, string> = {}) => ({ DATA_DIR: join(folder, "data"), DATABASE_URL: login, LOG_LEVEL: "info", WORKER_LOCK_MS: "1500", ...env });
const workers = (env?: Record<string, string>) => run("workers/main.ts", [], { env: withLogin(env) });

async function guildhall(words: string[], env?: Record<string, string>) {
  const command = run("server/cli/main.ts", words, { env: withLogin(env) });
  return { code: await command.ended, output: command.output() };
}

const queueFinding = async () => {
  const { output } = await guildhall(["doctor", "--json"], { PORT: await freePort() });
  return (JSON.parse(output) as { findings: Finding[] }).findings.find(({ check }) => check === "queues");
};

async function stopped(house: Watched): Promise<number | string> {
  house.child.kill("SIGTERM");
  return house.ended;
}

/** Orders that audits be looked after, as the calendar would, and waits until that is done. */
async function seeAnOrderDone(key: string): Promise<void> {
  await ask(owner, "set guildhall.scope = 'all'", `insert into job_record (key, queue, name, payload, ordered_at, touched_at)
    values ('${key}', 'supervision', 'start-due-audits', '{"period": "${key}"}', now(), 'epoch')`);
  const stateOf = () => ask<{ state: string }>(owner, "set guildhall.scope = 'all'", `select state from job_record where key = '${key}'`);
  await until(async () => (await stateOf())[0]?.state === "DONE", 30_000);
}

describe("a house on a PostgreSQL of others, with a login that owns nothing", () => {
  test("is prepared by its owner, and then does its work with that login alone", async () => {
    const { code, output } = await guildhall(["migrate", "--json"], { MIGRATION_DATABASE_URL: owner });
    expect([code, JSON.parse(output)]).toMatchObject([0, { queue: "prepared" }]);
    expect(await ask(login, "select has_database_privilege(current_database(), 'create') as may")).toEqual([{ may: false }]);
    expect(await queueFinding()).toMatchObject({ state: "ok" });

    const house = workers();
    await house.says(/working/);
    await seeAnOrderDone("with-the-login");
    expect(await stopped(house)).toBe(0);
    expect(house.output()).not.toMatch(/permission denied|difficulty/);
  });

  test("says what to do when the queue was thrown away and this login may not make it anew", async () => {
    await ask(owner, "drop schema bullmq cascade");
    expect(await queueFinding()).toMatchObject({ state: "failed", detail: expect.stringMatching(/bullmq is missing.*migrate/) as string });
    const house = workers();
    expect(await house.ended).toBe(1);
    expect(house.output()).toMatch(/bullmq is missing, and this login may not mend it \(permission denied.*guildhall -- migrate/);

    const port = await freePort();
    const api = run("server/main.ts", [], { env: withLogin({ PORT: port }) });
    onTestFinished(async () => void (await stopped(api)));
    await api.says(/serving/);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([503, { status: "not ready", reasons: ["No work is done: the queue's schema bullmq is missing. Run the command migrate."] }]);
  });

  test("makes it anew by itself where the workers know the owner's login, and finds the orders that were in it", async () => {
    const house = workers({ MIGRATION_DATABASE_URL: owner });
    await house.says(/working/);
    await seeAnOrderDone("after-the-loss");
    await ask(owner, "drop schema bullmq cascade");
    await seeAnOrderDone("after-another");
    expect(await stopped(house)).toBe(0);
  });

  test("tells how long its jobs took and how they ended, where it is asked to", async () => {
    const WORKER_METRICS_PORT = await freePort();
    const house = workers({ WORKER_METRICS_PORT });
    await house.says(/working/);
    await seeAnOrderDone("measured");
    const told = async () => (await fetch(`http://127.0.0.1:${WORKER_METRICS_PORT}/metrics`)).text();
    await until(async () => (await told()).includes('guildhall_job_seconds_count{queue="supervision",name="start-due-audits",ending="done"}'));
    expect(await told()).toMatch(/guildhall_pool_connections\{state="waiting"\} 0/);
    expect((await fetch(`http://127.0.0.1:${WORKER_METRICS_PORT}/`)).status).toBe(404);
    expect(await stopped(house)).toBe(0);
  });
});
