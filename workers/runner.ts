import type { Context, Durability } from "../server/platform/context.ts";
import type { JobRun, Processor } from "../server/platform/jobs.ts";
import { done } from "../server/platform/outcome.ts";
import { failOrder, finishOrder, putBackOrder, reportProgress, type StoredOrder, takeOrder, touchOrder } from "./orders.ts";

const HEARTBEAT_MS = 2_000;
const ATTEMPTS = 8;

/** How a running ended: done, failed and to be tried again, given up, or put back because the worker stops. */
export type Ending = "done" | "failed" | "given-up" | "put-back";

export interface RunnerOptions {
  processors: readonly Processor[];
  /** A fresh context of the house for each running. */
  context: (requestId: string) => Context;
  /** Aborted when the worker is about to stop. */
  signal: AbortSignal;
  onFailure: (key: string, error: unknown, givenUp: boolean) => void;
  /** Told of every running that was written down. */
  onEnd?: (order: StoredOrder, ending: Ending, seconds: number) => void;
}

/** Runs the order a message names: takes it, keeps it warm, writes down how it ended. Safe to run twice. */
export function createRunner({ processors, context, signal, onFailure, onEnd }: RunnerOptions): (key: string) => Promise<void> {
  const byName = new Map(processors.map((processor) => [processor.job.name, processor]));
  const write = async <T>(key: string, work: (tx: Context) => Promise<T>, durability?: Durability): Promise<T | null> => {
    const outcome = await context(key).inTransaction(async (tx) => done(await work(tx)), durability);
    return outcome.ok ? outcome.value : null;
  };
  /** A note does not wait for the disk: without it the order is sent once more, and its work, whose own commits are on disk, changes nothing the second time. */
  const note = <T>(key: string, work: (tx: Context) => Promise<T>) => write(key, work, { durable: false });

  const run = async ({ key, name, payload }: StoredOrder, processor: Processor | undefined): Promise<Ending> => {
    const ctx = context(key);
    const progress: JobRun["progress"] = async (finished, total) => void (await note(key, (tx) => reportProgress(tx, key, finished, total)));
    try {
      if (!processor) throw new Error(`No processor is named ${name}.`);
      await processor.run(payload, { ctx, progress, signal });
      await note(key, (tx) => finishOrder(tx, key));
      return "done";
    } catch (error) {
      if (signal.aborted && error === signal.reason) {
        await write(key, (tx) => putBackOrder(tx, key));
        return "put-back";
      }
      const givenUp = (await write(key, (tx) => failOrder(tx, key, messageOf(error), processor?.job.attempts ?? ATTEMPTS))) ?? false;
      onFailure(key, error, givenUp);
      return givenUp ? "given-up" : "failed";
    } finally {
      await ctx.endReads();
    }
  };

  return async (key) => {
    // What comes in while the worker closes is left to the others: the sweep sends it again.
    if (signal.aborted) return;
    const order = await note(key, (tx) => takeOrder(tx, key));
    if (!order) return;
    const began = performance.now();
    const heartbeat = setInterval(() => void note(key, (tx) => touchOrder(tx, key)).catch(() => undefined), HEARTBEAT_MS);
    try {
      const ending = await run(order, byName.get(order.name));
      onEnd?.(order, ending, (performance.now() - began) / 1_000);
    } finally {
      clearInterval(heartbeat);
    }
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
