import pg from "pg";
import { DataSource } from "typeorm";
import { migrations } from "./migrations/all.ts";

const MIGRATION_LOCK = 4_127_001;

/** Brings a database to the present shape as its owner and answers the names of what was applied; two at once wait for each other. */
export async function migrate(url: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  const source = new DataSource({ type: "postgres", url, migrations, migrationsTableName: "migration", poolSize: 1 });
  try {
    await lock.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await source.initialize();
    return (await source.runMigrations({ transaction: "each" })).map(({ name }) => name);
  } finally {
    if (source.isInitialized) await source.destroy();
    await lock.end();
  }
}

/** The names of migrations a database has not had yet. */
export async function pendingMigrations(query: (sql: string) => Promise<{ name: string }[]>): Promise<string[]> {
  const applied = new Set((await query("select name from migration")).map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}
