import { readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { projectRoot } from "../platform/config.ts";
import { queueObstacle } from "../platform/queue-tables.ts";

/** The database a house stands on. */
export interface Database {
  url: string;
  ownerUrl: string;
  /** The same at every start; a port of the day is no part of it. */
  name: string;
  /** Resolves with the reason if it ends while we are running. */
  died: Promise<string>;
}

const UNDEFINED_TABLE = "42P01";
const CONNECT_MS = 5_000;

/** A server that others look after. Throws a sentence that names the variable when it does not answer to either login. */
export async function reachDatabase(url: string, ownerUrl: string): Promise<Database> {
  for (const [variable, each] of [["DATABASE_URL", url], ["MIGRATION_DATABASE_URL", ownerUrl]] as const) {
    await asked(each, "select").catch((error: unknown) => {
      throw new Error(`the server of ${variable} (${nameOf(each)}) does not let us in: ${wordsOf(error)}`);
    });
  }
  return { url, ownerUrl, name: nameOf(url), died: new Promise(() => undefined) };
}

/** Compares the migrations' files with what the database has had, by the time each carries in its name. */
export async function hasPendingMigrations(url: string): Promise<boolean> {
  const known = readdirSync(join(projectRoot, "server/migrations")).flatMap((name) => /^(\d{13})-/.exec(name)?.[1] ?? []);
  try {
    const applied = new Set((await asked<{ at: string }>(url, "select timestamp::text as at from migration")).map(({ at }) => at));
    return known.some((at) => !applied.has(at));
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return true;
    throw error;
  }
}

/** Whether a queue in this database could be used; tables of an older BullMQ are brought up to date by the workers. */
export const hasQueue = async (url: string): Promise<boolean> => (await queueObstacle((sql, values) => asked(url, sql, values))) === null;

async function asked<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const nameOf = (url: string): string => new URL(url).host + new URL(url).pathname;

/** An attempt on several addresses of one name fails without words of its own. */
const wordsOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map(wordsOf).join(", ") : error instanceof Error ? error.message : String(error);
