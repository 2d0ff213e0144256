import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { DataSource } from "typeorm";
import { seedVolume } from "../../seeds/volume/run.ts";
import { startEmbeddedPostgres } from "../../server/embedded-postgres.ts";
import { entities } from "../../server/entities.ts";
import { migrate } from "../../server/migrate.ts";
import { system } from "../../server/platform/actor.ts";
import { Context } from "../../server/platform/context.ts";
import { openDatabase } from "../../server/platform/database.ts";

/** What a commit did not itself take to the disk stays in memory for long, so that a fall loses it. */
const settings = { wal_writer_delay: "10s" };

/** A PostgreSQL that keeps what production keeps, with volume data in it, to be killed on purpose. */
export async function fallingDatabase(members: number) {
  const folder = await mkdtemp(join(tmpdir(), "guildhall-falling-"));
  let server = await startEmbeddedPostgres({ dataDir: folder, settings });
  await migrate(server.url);
  await seedVolume({ url: server.url, members, withHistory: 10 });
  let source: DataSource = await openDatabase({ url: server.url, entities, onLost: () => undefined });

  return {
    folder,
    context: () => new Context({ source, actor: system, requestId: "test" }),
    /** Runs SQL as the owner, past every policy. */
    asOwner: async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      try {
        return (await client.query(sql, values)).rows as Row[];
      } finally {
        await client.end();
      }
    },
    /** Kills the server as a power cut would, and starts it again on what is on the disk. */
    fall: async () => {
      const [pid] = (await readFile(join(folder, "postgres/postmaster.pid"), "utf8")).split("\n");
      process.kill(Number(pid), "SIGKILL");
      await server.died;
      await source.destroy();
      server = await startEmbeddedPostgres({ dataDir: folder, settings });
      source = await openDatabase({ url: server.url, entities, onLost: () => undefined });
    },
    close: async () => {
      await source.destroy();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
