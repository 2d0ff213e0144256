import { randomBytes } from "node:crypto";
import pg from "pg";
import type { DataSource } from "typeorm";
import { inject } from "vitest";
import { entities } from "../../server/entities.ts";
import { openDatabase } from "../../server/platform/database.ts";
import { databaseUrl, template } from "./postgres.ts";

export interface TestDatabase {
  /** The owner's connection, to look behind row-level security and to harm the database on purpose. */
  url: string;
  /** The application's own pool, under its role. */
  source: DataSource;
  /** Runs SQL as the owner, past every policy. */
  asOwner: <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

/** A fresh clone of the template for one test file; about a tenth of a second. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject("postgresUrl");
  const name = `t_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name} template ${template}`);
  const url = databaseUrl(server, name);
  const source = await openDatabase({ url, entities, poolSize: 8, zone: "Asia/Shanghai" });
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  owner.on("error", () => undefined);
  return {
    url,
    source,
    asOwner: async <Row>(sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows as Row[],
    close: async () => {
      await source.destroy();
      await owner.end();
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
