import { writeFile } from "node:fs/promises";
import { openHouse } from "../server/open-house.ts";
import { loadServerConfig, type ServerConfig } from "../server/platform/config.ts";
import { calendar } from "./calendar.ts";
import { rhythmOf, startHouse } from "./house.ts";
import { processorsOf } from "./processors.ts";
import { WorkMetrics } from "./metrics.ts";
import { openQueues } from "./queues.ts";
import { reactions } from "./reactions.ts";

const PATIENCE_MS = 8_000;

/** Works until it is asked to stop; then puts back what can go on later and finishes the rest, for eight seconds at most. What is cut short is taken up again. */
async function work(config: ServerConfig): Promise<void> {
  const { databaseUrl, migrationDatabaseUrl: ownerUrl, redisUrl, zone, aliveFile, workerLockMs: lockMs } = config;
  const { log, source, services, identity } = await openHouse(config, "workers");
  const queues = openQueues({
    databaseUrl,
    redisUrl: redisUrl ?? undefined,
    lockMs,
    onError: (error) => log.warn({ err: error }, "the queue has a difficulty; it is tried again"),
  });
  const alive = async () => { if (aliveFile !== null) await writeFile(aliveFile, "alive\n"); };
  const processors = processorsOf(services, identity, zone);
  const metrics = new WorkMetrics(source);
  const rest = await startHouse({
    source, databaseUrl, ownerUrl, queues, processors, reactions, calendar, zone, rhythm: rhythmOf(lockMs), log, alive, onEnd: metrics.ended,
  });
  if (config.workerMetricsPort !== null) await metrics.serve(config.host, config.workerMetricsPort);

  const stop = async () => {
    setTimeout(() => {
      log.warn("What is in hand takes longer than may be waited for; it is cut short, and taken up again by whoever works next.");
      process.exit(1);
    }, PATIENCE_MS).unref();
    await rest();
    await source.destroy();
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());
  log.info({ queue: queues.backend }, "working");
  process.send?.("ready");
}

try {
  await work(loadServerConfig());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
