import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { certificateNumber } from "../../../server/kernel/certificate-number.ts";
import { projectRoot } from "../../../server/platform/config.ts";
import { testDatabase } from "../../support/database.ts";
import { freePort } from "../../support/free-port.ts";
import { until } from "../../support/until.ts";

const ASKED = 20;

/** The API as a process of its own, serving. */
async function startApi(databaseUrl: string) {
  const folder = await mkdtemp(join(tmpdir(), "guildhall-shutdown-"));
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: "error" };
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], { cwd: projectRoot, env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const word = await Promise.race([once(child, "message"), ended]);
  if (!Array.isArray(word)) throw new Error(`The API ended with ${word} before it served.`);
  return { child, ended, address: `http://127.0.0.1:${port}` };
}

/** Holds the register so that whoever asks it waits. */
async function holdRegister(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  client.on("error", () => undefined);
  onTestFinished(() => client.end());
  await client.query("begin");
  await client.query("lock table certificate in access exclusive mode");
  return { release: () => client.query("rollback") };
}

test("twenty questions in flight when the API is asked to stop are all answered, and then it ends cleanly", async () => {
  const database = await testDatabase();
  onTestFinished(database.close);
  const api = await startApi(database.url);
  const register = await holdRegister(database.url);

  const number = certificateNumber({ prefix: "SQ", year: 2027, serial: 1 });
  const asked = Array.from({ length: ASKED }, async () => {
    const answer = await fetch(`${api.address}/verify/${number}`, { headers: { accept: "application/json" } });
    return [answer.status, ((await answer.json()) as { status: string }).status];
  });
  const held = async () => (await database.asOwner<{ count: number }>("select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))[0]?.count ?? 0;
  const waiting = async () => Number(/guildhall_pool_connections\{state="waiting"\} (\d+)/.exec(await (await fetch(`${api.address}/metrics`)).text())?.[1]);
  await until(async () => (await held()) + (await waiting()) >= ASKED);

  api.child.kill("SIGTERM");
  await until(() => fetch(`${api.address}/healthz`).then(({ status }) => status === 503, () => true));
  await register.release();
  expect(await Promise.all(asked)).toEqual(Array.from({ length: ASKED }, () => [200, "NOT_IN_REGISTER"]));
  expect(await api.ended).toBe(0);
});
