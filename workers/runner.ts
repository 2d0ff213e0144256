import type { Context } from "../server/platform/context.ts";
import type { Processor } from "../server/platform/jobs.ts";
import { done } from "../server/platform/outcome.ts";
import { failOrder, finishOrder, reportProgress, takeOrder, touchOrder } from "./orders.ts";

const HEARTBEAT_MS = 2_000;
const ATTEMPTS = 8;

export interface RunnerOptions {
  processors: readonly Processor[];
  /** A fresh context of the house for each running. */
  context: (requestId: string) => Context;
  onFailure: (key: string, error: unknown, givenUp: boolean) => void;
}

/** Runs the order a message names: takes it, keeps it warm, writes down how it ended. Safe to run twice. */
export function createRunner({ processors, context, onFailure }: RunnerOptions): (key: string) => Promise<void> {
  const byName = new Map(processors.map((processor) => [processor.job.name, processor]));
  const write = (key: string, work: (tx: Context) => Promise<unknown>) =>
    context(key).inTransaction(async (tx) => done(await work(tx)));

  return async (key) => {
    const taken = await context(key).inTransaction(async (tx) => done(await takeOrder(tx, key)));
    const order = taken.ok ? taken.value : null;
    if (!order) return;
    const processor = byName.get(order.name);
    const heartbeat = setInterval(() => void write(key, (tx) => touchOrder(tx, key)).catch(() => undefined), HEARTBEAT_MS);
    const ctx = context(key);
    try {
      if (!processor) throw new Error(`No processor is named ${order.name}.`);
      const progress = async (finished: number, total: number) => void (await write(key, (tx) => reportProgress(tx, key, finished, total)));
      await processor.run(order.payload, { ctx, progress });
      await write(key, (tx) => finishOrder(tx, key));
    } catch (error) {
      const limit = processor?.job.attempts ?? ATTEMPTS;
      const failed = await context(key).inTransaction(async (tx) => done(await failOrder(tx, key, messageOf(error), limit)));
      onFailure(key, error, failed.ok && failed.value);
    } finally {
      clearInterval(heartbeat);
      await ctx.endReads();
    }
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
