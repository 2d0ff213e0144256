import type pg from "pg";

/** Throws when the database does not answer. */
export const askDatabase = async (pool: pg.Pool): Promise<void> => void (await pool.query("select 1"));

/** Throws when the tables of ordered work cannot be read. */
export const askQueueTables = async (pool: pg.Pool): Promise<void> => void (await pool.query("select 1 from outbox, job_record limit 0"));
