import { setMaxListeners } from "node:events";
import type { Client } from "pg";
import pg from "pg";
import type { DataSource } from "typeorm";
import { system } from "../server/platform/actor.ts";
import { Context } from "../server/platform/context.ts";
import { poolOf } from "../server/platform/database.ts";
import type { Reaction } from "../server/platform/events.ts";
import type { Processor } from "../server/platform/jobs.ts";
import { done } from "../server/platform/outcome.ts";
import { type CalendarEntry, tick } from "./clock.ts";
import type { Queues } from "./queues.ts";
import { relay, takeUpLaidAside } from "./relay.ts";
import { keepQueueTables } from "./queue-tables.ts";
import { createRunner, type RunnerOptions } from "./runner.ts";
import { sendForgottenOrders } from "./sweeps/forgotten-orders.ts";

/** How often the house looks by itself, in milliseconds; what is announced is heard at once through the database. */
export interface Rhythm {
  relayMs: number;
  sweepMs: number;
  clockMs: number;
  /** An order untouched for so many seconds counts as forgotten. */
  quietSeconds: number;
}

/** A rhythm to match the time after which a worker counts as dead. */
export const rhythmOf = (lockMs: number): Rhythm => ({
  relayMs: 1_000,
  sweepMs: Math.ceil(lockMs / 2),
  clockMs: 15_000,
  quietSeconds: lockMs / 1_000 + 2,
});

export interface HouseOptions {
  source: DataSource;
  databaseUrl: string;
  /** The owner's connection, to mend a queue in PostgreSQL whose tables are gone; `databaseUrl` unless said. */
  ownerUrl?: string;
  queues: Queues;
  processors: readonly Processor[];
  reactions: readonly Reaction[];
  calendar: readonly CalendarEntry[];
  zone: string;
  rhythm: Rhythm;
  /** Called after every turn of the relay that reached the database. */
  alive?: () => Promise<void>;
  onEnd?: RunnerOptions["onEnd"];
  log: { info: (data: object, text: string) => void; warn: (data: object, text: string) => void; error: (data: object, text: string) => void };
}

/** How many orders of a queue are in hand at once. Of papers one is drawn at a time, while the others are numbered, signed or stored. */
export const AT_ONCE = 4;

/** Starts everything that works without being asked by a person: relay, workers, sweep, clock. Answers how to stop it gracefully: what can go on later is put back, the rest is finished. */
export async function startHouse(options: HouseOptions): Promise<() => Promise<void>> {
  const { source, databaseUrl, ownerUrl = databaseUrl, queues, processors, reactions, calendar, zone, rhythm, alive, onEnd, log } = options;
  const context = (requestId: string) => new Context({ source, actor: system, requestId });
  const keepQueues = async () => { if (queues.backend === "postgres") await keepQueueTables(poolOf(source), ownerUrl); };
  await keepQueues();
  const closing = new AbortController();
  // Every piece of work in hand may listen.
  setMaxListeners(0, closing.signal);
  const run = createRunner({
    processors,
    context,
    signal: closing.signal,
    ...(onEnd && { onEnd }),
    onFailure: (key, error, givenUp) =>
      log[givenUp ? "error" : "warn"]({ key, err: error }, givenUp ? "an order was given up" : "an order failed and will be tried again"),
  });
  for (const name of new Set(processors.map(({ job }) => job.queue))) queues.worker(name, run, AT_ONCE);

  const laidAside = ({ id, event }: { id: number; event: string }, err: Error) => log.error({ fact: id, event, err }, "a fact was laid aside: no order can be made of it");
  await context("relay").inTransaction(async (tx) => done(await takeUpLaidAside(tx)));
  const loops = [
    loop("relay", rhythm.relayMs, async () => {
      while (!closing.signal.aborted && (await relay(context("relay"), reactions, queues, laidAside)) > 0);
      await alive?.();
    }, log),
    loop("sweep", rhythm.sweepMs, async () => {
      await keepQueues();
      const count = await sendForgottenOrders(context("sweep"), queues, rhythm.quietSeconds);
      if (count > 0) log.info({ count }, "forgotten orders were sent again");
    }, log),
    loop("clock", rhythm.clockMs, async () => void (await tick(context("clock"), calendar, zone, queues)), log),
  ];
  const hear = await listen(databaseUrl, () => loops[0]?.wake());
  return async () => {
    closing.abort();
    await hear();
    await Promise.all(loops.map((each) => each.stop()));
    await queues.close();
  };
}

/** Does `work` every so often and at once when woken; one at a time; a failure is logged and the next turn comes. */
function loop(name: string, everyMs: number, work: () => Promise<void>, log: HouseOptions["log"]) {
  let stopped = false;
  let wakeUp: () => void = () => undefined;
  let woken = false;
  const turn = async () => {
    while (!stopped) {
      woken = false;
      await work().catch((error: unknown) => log.warn({ err: error, loop: name }, "a turn failed; the next one comes"));
      if (stopped) break;
      if (!woken) await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wakeUp = () => (clearTimeout(timer), resolve());
      });
    }
  };
  const running = turn();
  const wake = () => {
    woken = true;
    wakeUp();
  };
  return { wake, stop: async () => ((stopped = true), wake(), running) };
}

/** Hears announcements as they are committed; a lost connection is taken up again, and the relay's own rhythm bridges the gap. */
async function listen(url: string, heard: () => void): Promise<() => Promise<void>> {
  let client: Client | null = null;
  let stopped = false;
  const connect = async (): Promise<void> => {
    if (stopped) return;
    const fresh = new pg.Client({ connectionString: url });
    const again = () => {
      if (client === fresh) client = null;
      if (!stopped) setTimeout(() => void connect(), 1_000).unref();
    };
    fresh.on("error", () => undefined);
    fresh.once("end", again);
    fresh.on("notification", heard);
    try {
      await fresh.connect();
      await fresh.query("listen guildhall_outbox");
      client = fresh;
      heard();
    } catch {
      await fresh.end().catch(() => undefined);
    }
  };
  await connect();
  return async () => {
    stopped = true;
    await client?.end().catch(() => undefined);
  };
}
