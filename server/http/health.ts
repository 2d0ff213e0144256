import type { FastifyInstance } from "fastify";
import { Redis } from "ioredis";
import type { DataSource } from "typeorm";
import { pendingMigrations } from "../migrate.ts";
import { poolOf } from "../platform/database.ts";
import { isInside } from "../platform/inside.ts";
import type { Metrics } from "../platform/metrics.ts";
import { askDatabase, askOrderTables, askQueueTables } from "./health.queries.ts";

interface HealthOptions {
  source: DataSource;
  redisUrl: string | null;
  metrics: Metrics;
}

/** `/healthz`: the process lives. `/readyz`: it can do its work, or says why not. `/metrics`: for those inside the network. */
export function tellHealth(app: FastifyInstance, { source, redisUrl, metrics }: HealthOptions): void {
  const redis = redisUrl === null ? null : quietRedis(redisUrl);
  app.addHook("onClose", async () => redis?.disconnect());

  app.get("/healthz", (_request, reply) => reply.send({ status: "alive" }));

  app.get("/readyz", async (_request, reply) => {
    const reasons = await reasonsNotToServe(source, redis);
    return reply.code(reasons.length > 0 ? 503 : 200).send({ status: reasons.length > 0 ? "not ready" : "ready", reasons });
  });

  app.get("/metrics", async (request, reply) => {
    if (!isInside(request.ip)) return reply.callNotFound();
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

async function reasonsNotToServe(source: DataSource, redis: Redis | null): Promise<string[]> {
  const pool = poolOf(source);
  const checks = [
    reasonUnless("The database does not answer", () => askDatabase(pool)),
    reasonUnless("The tables of ordered work cannot be read", () => askOrderTables(pool)),
    reasonUnless("The migrations cannot be read", async () => {
      const pending = await pendingMigrations(async (sql) => (await pool.query<{ name: string }>(sql)).rows);
      return pending.length > 0 ? `Migrations are not applied: ${pending.join(", ")}.` : undefined;
    }),
    redis
      ? reasonUnless("Redis does not answer", async () => void (await redis.ping()))
      : reasonUnless("The queue's tables cannot be read", () => askQueueTables(pool)),
  ];
  return (await Promise.all(checks)).filter((reason) => reason !== undefined);
}

/** The answer of a check within three seconds; a check that throws or hangs is a reason too. */
async function reasonUnless(failure: string, check: () => Promise<string | void>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, 3_000, `${failure} within three seconds.`);
  });
  try {
    return (await Promise.race([check(), late])) ?? undefined;
  } catch (error) {
    return `${failure}: ${(error as NodeJS.ErrnoException).code ?? "error"}.`;
  } finally {
    clearTimeout(timer);
  }
}

function quietRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 2_000 });
  return redis.on("error", () => undefined); // Told by /readyz whenever it is asked.
}
