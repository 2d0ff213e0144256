import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Database, hasPendingMigrations, hasQueue } from "./database.ts";
import type { Progress } from "./progress.ts";
import { runStep, tsx } from "./run-step.ts";
import { digestOf, isStamped, stamp } from "./stamps.ts";

interface Preparation {
  dataDir: string;
  database: Database;
  /** Whether the queue lives in the database too. */
  queue: boolean;
  /** Whether the demo association belongs into it. */
  demo: boolean;
  env: NodeJS.ProcessEnv;
  progress: Progress;
}

/**
 * Brings the database to the present shape, prepares the queue in it and loads reference and demo data, leaving out what was
 * done before: a start with nothing new costs two small queries and loads neither migrations nor BullMQ.
 */
export async function prepareData({ dataDir, database, queue, demo, env, progress }: Preparation): Promise<void> {
  const { ownerUrl, name } = database;
  const fresh = await hasPendingMigrations(ownerUrl);
  const upToDate = "up to date";
  const migrateWhenNeeded = async () => (fresh ? (await import("../migrate.ts")).migrate(ownerUrl) : []);
  await progress.step("migrations", migrateWhenNeeded, ({ length }) => (length > 0 ? `${length} applied` : upToDate));

  const sources = await digestOf(["seeds"], /^seeds\/volume\//);
  const digest = createHash("sha256").update(`${sources} ${name}`).digest("hex");
  const load = async (set: string) => {
    const memory = join(dataDir, "stamps", set);
    if (!fresh && isStamped(memory, digest)) return upToDate;
    await runStep(tsx("seeds/run.ts", set), env);
    stamp(memory, digest);
    return "loaded";
  };
  const prepareQueue = async () => {
    if (await hasQueue(ownerUrl)) return upToDate;
    await runStep(tsx("workers/prepare-queue.ts"), env);
    return "prepared";
  };
  const prepared = queue ? progress.step("queue", prepareQueue, String) : null;
  await progress.step("reference data", () => load("reference"), String);
  if (demo) await progress.step("demo association", () => load("demo"), String);
  await prepared;
}
