import type pg from "pg";
import { queueObstacle } from "../platform/queue-tables.ts";

/** Throws when the database does not answer. */
export const askDatabase = async (pool: pg.Pool): Promise<void> => void (await pool.query("select 1"));

/** Throws when the tables of ordered work cannot be read. */
export const askOrderTables = async (pool: pg.Pool): Promise<void> => void (await pool.query("select 1 from outbox, job_record limit 0"));

/** What stands in the way of the queue in PostgreSQL, as a sentence; nothing when it can be used. */
export async function askQueueTables(pool: pg.Pool): Promise<string | undefined> {
  const obstacle = await queueObstacle(async (sql, values) => (await pool.query(sql, values)).rows as never[]);
  return obstacle === null ? undefined : `No work is done: ${obstacle}. Run the command migrate.`;
}
