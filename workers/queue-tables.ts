import { LATEST_SCHEMA_VERSION, runMigrations } from "bullmq";
import pg from "pg";
import { appRole } from "../server/platform/database.ts";
import { queueObstacle, queueSchema } from "../server/platform/queue-tables.ts";

const PREPARATION_LOCK = 4_127_002;

/** Makes BullMQ's tables, or brings them up to date, as the database's owner, and opens them to the application's role; two at once wait for each other. */
export async function prepareQueueTables(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on("error", () => undefined);
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock($1)", [PREPARATION_LOCK]);
    await runMigrations(owner, queueSchema);
    for (const statement of openings) await owner.query(statement);
  } finally {
    await owner.end();
  }
}

/** BullMQ gives each queue a sequence of its own when it first meets it, and adds in bulk by way of a temporary table. */
const openings = [
  `grant usage, create on schema ${queueSchema} to ${appRole}`,
  `grant select, insert, update, delete on all tables in schema ${queueSchema} to ${appRole}`,
  `grant usage, select, update on all sequences in schema ${queueSchema} to ${appRole}`,
  `do $$ begin execute format('grant temporary on database %I to ${appRole}', current_database()); end $$`,
];

/** Sees to it that a queue in PostgreSQL can be used: what is missing, closed or of an older BullMQ is prepared anew, where the owner's login is known. */
export async function keepQueueTables(pool: pg.Pool, ownerUrl: string): Promise<void> {
  const obstacle = await obstacleFor(pool);
  if (obstacle === null) return;
  await prepareQueueTables(ownerUrl).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${obstacle}, and this login may not mend it (${reason}): run \`npm run -s guildhall -- migrate\` with MIGRATION_DATABASE_URL`, { cause: error });
  });
}

async function obstacleFor(pool: pg.Pool): Promise<string | null> {
  const obstacle = await queueObstacle(async (sql, values) => (await pool.query(sql, values)).rows as never[]);
  if (obstacle !== null) return obstacle;
  const { rows } = await pool.query<{ version: number | null }>(`select max(version) as version from ${queueSchema}.migration`);
  return (rows[0]?.version ?? 0) < LATEST_SCHEMA_VERSION ? `the queue's schema ${queueSchema} is of an older BullMQ` : null;
}
