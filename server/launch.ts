/** `npm start`: everything the house needs, in its order, until Ctrl-C. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { buildWebWhenStale } from "./launch/build-web.ts";
import { keepRunning, type Part } from "./launch/children.ts";
import { reachDatabase, type Database } from "./launch/database.ts";
import { demoTable } from "./launch/demo-table.ts";
import { refuseTakenPort } from "./launch/port.ts";
import { prepareData } from "./launch/prepare-data.ts";
import { startProgress } from "./launch/progress.ts";
import { terminalLanguage } from "./launch/terminal.ts";
import { ConfigError, loadConfig, type Config } from "./platform/config.ts";

const print = (line: string) => void process.stdout.write(`${line}\n`);
const progress = startProgress(print);
const began = performance.now();

/** What must be stopped, in the order it was started; what stands together ends together. */
const running: { stop(): Promise<void> }[][] = [];

/** One after the other: who waits at the door is let in before the workers load. */
const PARTS = [
  { name: "API", entry: "server/main.ts", done: "serving" },
  { name: "workers", entry: "workers/main.ts", done: "working", yields: 5 },
];

/** Starts the house and answers only when it cannot go on: with the reason. */
async function launch(config: Config): Promise<string> {
  await refuseTakenPort(config.host, config.port);
  const database = await openDatabase(config);
  const env = { ...process.env, DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl };
  await Promise.all([
    prepareData({ dataDir: config.dataDir, database, queue: config.redisUrl === null, demo: config.demo, env, progress }),
    progress.step("web pages", () => buildWebWhenStale(progress.note), (built) => (built ? "built" : "up to date")),
    makeSigningKeyWhenMissing(config),
  ]);

  const ends = [database.died];
  const parts: Part[] = [];
  running.push(parts);
  for (const { done, ...options } of PARTS) {
    const part = keepRunning({ ...options, env });
    parts.push(part);
    ends.push(part.failed);
    const ready = progress.step(options.name, () => part.ready, () => done);
    const reason = await Promise.race([...ends, ready.then(() => null)]);
    if (reason !== null) return reason;
    if (options.name === "API") sayOpen(config);
  }
  if (config.demo) print(`\n${(await demoTable(config.publicUrl, terminalLanguage(process.env))).join("\n")}\n`);
  return Promise.race(ends);
}

/** The database the environment names, else our own. */
async function openDatabase({ databaseUrl, migrationDatabaseUrl, dataDir }: Config): Promise<Database> {
  if (databaseUrl !== null) return progress.step("database", () => reachDatabase(databaseUrl, migrationDatabaseUrl ?? databaseUrl), ({ name }) => `at ${name}`);
  const start = () => startEmbeddedPostgres({ dataDir, log: progress.note });
  const server = await progress.step("PostgreSQL", start, () => `in ${dataDir}`);
  running.push([server]);
  return { url: server.url, ownerUrl: server.url, name: "embedded", died: server.died.then((words) => `PostgreSQL ended: ${words}`) };
}

/** Done before the parts start, so that they find one key instead of making one each. */
async function makeSigningKeyWhenMissing({ signingKey, signingFolder }: Config): Promise<void> {
  if (signingKey !== null || existsSync(join(signingFolder, "identity.p12"))) return;
  const { openSigningFolder } = await import("./platform/signing.ts");
  await progress.step("signing key", () => openSigningFolder(signingFolder, "Guildhall", new Date()), () => "signed by itself, for trying out");
}

function sayOpen({ publicUrl }: Config): void {
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  print(`\n  Guildhall is open at ${publicUrl} after ${seconds} s. Ctrl-C closes it.\n`);
}

let closing = false;

/** Stops what was started, last first. */
async function close(exitCode: number): Promise<void> {
  if (closing) return;
  closing = true;
  for (const layer of running.reverse()) await Promise.all(layer.map((part) => part.stop()));
  process.exit(exitCode);
}

/** When npm is killed without a chance to tell us, our parent's number changes. */
function watchParent(): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || void close(1), 500).unref();
}

process.stdout.on("error", () => undefined);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void close(0));
watchParent();
try {
  const reason = await launch(loadConfig());
  if (!closing) process.stderr.write(`\n${reason}\n`);
} catch (error) {
  if (!closing) process.stderr.write(`\n${explained(error)}\n`);
}
await close(1);

function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof ConfigError || process.env["LOG_LEVEL"] !== "debug" ? error.message : (error.stack ?? error.message);
}
