import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Config, ServerConfig } from "../../platform/config.ts";
import { queueObstacle } from "../../platform/queue-tables.ts";
import { withDatabase } from "../database.ts";
import { failed, messageOf, ok, warning, type Finding } from "./finding.ts";

const OLDEST_POSTGRES = 15;
const OLDEST_REDIS = 6;
const CONNECT_MS = 5_000;

/** The database answers, speaks UTF-8 also about letters, has had every migration, holds a queue where there is no Redis, and no demo where none is told. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  if (config.databaseUrl === null && !existsSync(join(config.dataDir, "postgres"))) {
    return [warning("database", "none yet: the first npm start makes one, or set DATABASE_URL")];
  }
  return withDatabase(async ({ databaseUrl }: ServerConfig) => {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
    client.on("error", () => undefined);
    await client.connect();
    try {
      const facts = await factsOf(client);
      const queues = config.redisUrl === null ? [await queueTables(client)] : [];
      const demo = config.demo ? [] : await demoPersons(client);
      return [version(facts), letters(facts), clock(facts), await migrations(client), ...queues, ...demo];
    } finally {
      await client.end();
    }
  });
}

interface Facts {
  version: string;
  ctype: string;
  encoding: string;
  trigrams: boolean;
  /** The database's clock against ours, in seconds. */
  skew: number;
}

async function factsOf(client: pg.Client): Promise<Facts> {
  const asked = new Date();
  const { rows } = await client.query<Omit<Facts, "skew"> & { now: Date }>(
    `select current_setting('server_version') as version, datctype as ctype, pg_encoding_to_char(encoding) as encoding, clock_timestamp() as now,
            exists (select from pg_available_extensions where name = 'pg_trgm') as trigrams
       from pg_database where datname = current_database()`,
  );
  const [facts] = rows;
  if (!facts) throw new Error("the database says nothing of itself");
  return { ...facts, skew: Math.abs(facts.now.getTime() - asked.getTime()) / 1_000 };
}

const version = ({ version: text }: Facts): Finding =>
  Number.parseInt(text, 10) >= OLDEST_POSTGRES ? ok("database", `PostgreSQL ${text}`) : failed("database", `PostgreSQL ${text} is too old: ${OLDEST_POSTGRES} or later is needed`);

function letters({ ctype, encoding, trigrams }: Facts): Finding {
  if (encoding !== "UTF8" || !/utf-?8/i.test(ctype)) {
    return failed("letters", `encoding ${encoding}, LC_CTYPE ${ctype}: search in Chinese needs UTF-8 in both; create the database with --lc-ctype=C.UTF-8`);
  }
  return trigrams ? ok("letters", `encoding ${encoding}, LC_CTYPE ${ctype}`) : failed("letters", "the extension pg_trgm is not available: install PostgreSQL's contrib package");
}

const clock = ({ skew }: Facts): Finding =>
  skew < 2 ? ok("clock", "agrees with the database's") : warning("clock", `differs from the database's by ${skew.toFixed(1)} s: let both follow a time server`);

async function migrations(client: pg.Client): Promise<Finding> {
  const { pendingMigrations } = await import("../../migrate.ts");
  const { rows } = await client.query<{ present: boolean }>("select to_regclass('migration') is not null as present");
  const pending = await pendingMigrations(async (sql) => (rows[0]?.present ? (await client.query<{ name: string }>(sql)).rows : []));
  return pending.length === 0 ? ok("migrations", "none pending") : failed("migrations", `${pending.length} pending: npm run -s guildhall -- migrate`);
}

async function queueTables(client: pg.Client): Promise<Finding> {
  const obstacle = await queueObstacle(async (sql, values) => (await client.query(sql, values)).rows as never[]);
  return obstacle === null ? ok("queues", "in PostgreSQL, REDIS_URL is not set") : failed("queues", `${obstacle}: npm run -s guildhall -- migrate`);
}

/** Whom a demonstration left behind in a database that is now in earnest. */
async function demoPersons(client: pg.Client): Promise<Finding[]> {
  const { rows: [table] } = await client.query<{ present: boolean }>("select to_regclass('demo_person') is not null as present");
  if (!table?.present) return [];
  const { rows: [found] } = await client.query<{ count: number }>("select count(*)::int as count from demo_person");
  if (!found?.count) return [ok("demo persons", "none")];
  return [warning("demo persons", `${found.count} stand in this database: they are not let in, but their firms and records are invented; give production a database of its own`)];
}

/** Redis, where there is one, answers and keeps what it is given. */
export async function checkRedis({ redisUrl }: Config): Promise<Finding[]> {
  if (redisUrl === null) return [];
  const { Redis } = await import("ioredis");
  const redis = new Redis(redisUrl, { lazyConnect: true, connectTimeout: CONNECT_MS, maxRetriesPerRequest: 1, retryStrategy: () => null });
  let trouble: Error | null = null;
  redis.on("error", (error) => (trouble = error));
  try {
    await redis.connect().catch((error: unknown) => {
      throw new Error(`Redis does not answer: ${messageOf(trouble ?? error)}`);
    });
    const [server, memory] = await Promise.all([redis.info("server"), redis.info("memory")]);
    const number = /redis_version:(\S+)/.exec(server)?.[1] ?? "unknown";
    const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1] ?? "noeviction";
    if (Number.parseInt(number, 10) < OLDEST_REDIS) return [failed("queues", `Redis ${number} is too old: ${OLDEST_REDIS} or later is needed`)];
    return [policy === "noeviction" ? ok("queues", `Redis ${number}`) : warning("queues", `Redis ${number} may drop jobs: set maxmemory-policy noeviction instead of ${policy}`)];
  } finally {
    redis.disconnect();
  }
}
