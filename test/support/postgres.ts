import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../server/embedded-postgres.ts";
import { migrate } from "../../server/migrate.ts";
import { seedReference } from "../../seeds/reference.ts";
import { prepareQueueTables } from "../../workers/queue-tables.ts";
import { startRedis } from "./redis.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server all tests share, named by its maintenance database. */
    postgresUrl: string;
    /** A Redis of the run's own, or null where no redis-server is found. */
    redisUrl: string | null;
  }
}

/** The database every test file's own is cloned from: migrations, the queue's tables and reference data, as in production. */
export const template = "guildhall_template";

/** A real PostgreSQL for the run: an external one when TEST_DATABASE_URL names it, else the embedded one in a folder of its own. */
export default async function setup(project: TestProject) {
  const outside = process.env.TEST_DATABASE_URL;
  const dataDir = await mkdtemp(join(tmpdir(), "guildhall-test-"));
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };
  const server = outside ? null : await startEmbeddedPostgres({ dataDir, settings });
  const url = outside ?? server?.url ?? "";

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${template} with (force)`);
  await client.query(`create database ${template}`);
  await client.end();
  await migrate(databaseUrl(url, template));
  await prepareQueueTables(databaseUrl(url, template));
  await seedReference(databaseUrl(url, template));
  const redis = await startRedis();
  project.provide("postgresUrl", url);
  project.provide("redisUrl", redis?.url ?? null);

  return async () => {
    await redis?.stop();
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The same server, another database. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}
