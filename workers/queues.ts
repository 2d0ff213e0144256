import * as bullmq from "bullmq";
import { Redis } from "ioredis";
import { appRole } from "../server/platform/database.ts";

/** BullMQ over Redis when there is one, else over the house's own PostgreSQL: the same work either way. */
export interface Queues {
  backend: "redis" | "postgres";
  queue: (name: string) => bullmq.Queue;
  worker: (name: string, process: (key: string) => Promise<void>, concurrency: number) => bullmq.Worker;
  close: () => Promise<void>;
}

/** A worker may be killed as often as it likes; the database decides when an order is given up. */
const STALLS_FORGIVEN = 100_000;

export interface QueuesOptions {
  databaseUrl: string;
  redisUrl?: string | undefined;
  /** After how many milliseconds without a sign of life a worker counts as dead and another takes the work. */
  lockMs: number;
  onError: (error: Error) => void;
}

export function openQueues({ databaseUrl, redisUrl, lockMs, onError }: QueuesOptions): Queues {
  const redis = redisUrl ? new Redis(redisUrl, { maxRetriesPerRequest: null }) : null;
  redis?.on("error", onError);
  const classes = (redis ? bullmq : bullmq.withBackend(bullmq.createPostgresBackend)) as Pick<typeof bullmq, "Queue" | "Worker">;
  const connection = (redis ?? { connectionString: databaseUrl, max: 4, migrate: false, options: `-c role=${appRole}` }) as bullmq.ConnectionOptions;
  const opened = new Map<string, bullmq.Queue>();
  const workers: bullmq.Worker[] = [];

  return {
    backend: redis ? "redis" : "postgres",
    queue(name) {
      const known = opened.get(name);
      if (known) return known;
      const queue = new classes.Queue(name, { connection });
      queue.on("error", onError);
      opened.set(name, queue);
      return queue;
    },
    worker(name, process, concurrency) {
      const worker = new classes.Worker(name, async (job: bullmq.Job<{ key: string }>) => process(job.data.key), {
        connection,
        concurrency,
        lockDuration: lockMs,
        stalledInterval: Math.ceil(lockMs / 2),
        maxStalledCount: STALLS_FORGIVEN,
      });
      worker.on("error", onError);
      workers.push(worker);
      return worker;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...opened.values()].map((queue) => queue.close()));
      redis?.disconnect();
    },
  };
}

/** Puts an order's key on its queue; the queue is only the messenger, the order itself stands in the database. */
export const messageOf = (key: string) => ({
  name: "order",
  data: { key },
  opts: { jobId: key, removeOnComplete: true, removeOnFail: true },
});
