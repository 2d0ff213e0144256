import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { projectRoot } from "../platform/config.ts";
import type { Progress } from "./progress.ts";
import { runStep, tsx } from "./run-step.ts";
import { digestOf, isStamped, stamp } from "./stamps.ts";

interface Preparation {
  dataDir: string;
  /** The owner's connection. */
  ownerUrl: string;
  /** Which database this is, the same at every start; a port of the day is no part of it. */
  database: string;
  /** Whether the demo association belongs into it. */
  demo: boolean;
  env: NodeJS.ProcessEnv;
  progress: Progress;
}

/**
 * Brings the database to the present shape and loads reference and demo data, leaving out what was done before: a start
 * with nothing new costs one small query and never loads the migrations themselves.
 */
export async function prepareData({ dataDir, ownerUrl, database, demo, env, progress }: Preparation): Promise<void> {
  const fresh = await hasPendingMigrations(ownerUrl);
  const upToDate = "up to date";
  const migrateWhenNeeded = async () => (fresh ? (await import("../migrate.ts")).migrate(ownerUrl) : []);
  await progress.step("migrations", migrateWhenNeeded, ({ length }) => (length > 0 ? `${length} applied` : upToDate));

  const sources = await digestOf(["seeds"], /^seeds\/volume\//);
  const digest = createHash("sha256").update(`${sources} ${database}`).digest("hex");
  const load = async (set: string) => {
    const memory = join(dataDir, "stamps", set);
    if (!fresh && isStamped(memory, digest)) return upToDate;
    await runStep(tsx("seeds/run.ts", set), env);
    stamp(memory, digest);
    return "loaded";
  };
  await progress.step("reference data", () => load("reference"), String);
  if (demo) await progress.step("demo association", () => load("demo"), String);
}

/** Compares the migrations' files with what the database has had, by the time each carries in its name. */
async function hasPendingMigrations(url: string): Promise<boolean> {
  const known = readdirSync(join(projectRoot, "server/migrations")).flatMap((name) => /^(\d{13})-/.exec(name)?.[1] ?? []);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ at: string }>("select timestamp::text as at from migration");
    const applied = new Set(rows.map(({ at }) => at));
    return known.some((at) => !applied.has(at));
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return true;
    throw error;
  } finally {
    await client.end();
  }
}

const UNDEFINED_TABLE = "42P01";
