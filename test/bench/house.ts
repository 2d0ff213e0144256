import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { seedVolume } from "../../seeds/volume/run.ts";
import { compose } from "../../server/compose.ts";
import { startEmbeddedPostgres } from "../../server/embedded-postgres.ts";
import { entities } from "../../server/entities.ts";
import { migrate } from "../../server/migrate.ts";
import { system } from "../../server/platform/actor.ts";
import { Context } from "../../server/platform/context.ts";
import { openDatabase } from "../../server/platform/database.ts";
import type { Outcome } from "../../server/platform/outcome.ts";
import { prepareQueueTables } from "../../workers/queue-tables.ts";
import { signingIdentity } from "../support/signing.ts";
import { startRedis } from "../support/redis.ts";

export interface HouseOptions {
  members: number;
  /** How many of them have the files of earlier years. */
  withHistory: number;
  say: (line: string) => void;
}

/** Every statement is safely on disk when it is answered, as in production; only the cache is larger than PostgreSQL's own default. */
const settings = { shared_buffers: "512MB", max_connections: "120" };

/** A whole house of its own with volume data in it: PostgreSQL, Redis where there is one, services and signing key. */
export async function openHouse({ members, withHistory, say }: HouseOptions) {
  const folder = await mkdtemp(join(tmpdir(), "guildhall-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, settings });
  const { url } = postgres;
  await migrate(url);
  await prepareQueueTables(url);
  await seedVolume({ url, members, withHistory, tell: say });
  const source = await openDatabase({ url, entities });
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  const identity = await signingIdentity();
  const services = compose({
    filesRoot: join(folder, "files"), demo: false, zone: "Asia/Shanghai", publicUrl: "https://guild.example", trusted: [identity.chain],
    portalSecret: "portal-of-the-bench".padEnd(32, "."), sessionSecret: "session-of-the-bench".padEnd(32, "."),
    journalSigner: { name: "guild.example/journal", privateKey: generateKeyPairSync("ed25519").privateKey },
  });
  const context = (now = new Date()) => new Context({ source, actor: system, requestId: "bench", now });
  const change = async <T>(work: (tx: Context) => Promise<Outcome<T>>, now?: Date): Promise<T> => {
    const outcome = await context(now).inTransaction(work);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.value;
  };
  const redis = await startRedis();
  return {
    url, folder, members, withHistory, source, owner, identity, services, redisUrl: redis?.url ?? null, context, change,
    close: async () => {
      await source.destroy();
      await owner.end();
      await redis?.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;
