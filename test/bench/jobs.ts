import { randomUUID } from "node:crypto";
import { z } from "zod";
import { defineEvent, on, order } from "../../server/platform/events.ts";
import { defineJob, handle } from "../../server/platform/jobs.ts";
import { announce } from "../../server/platform/outbox.ts";
import { done } from "../../server/platform/outcome.ts";
import { rhythmOf, startHouse } from "../../workers/house.ts";
import { messageOf, openQueues } from "../../workers/queues.ts";
import type { House } from "./house.ts";
import { perSecond, type Workload } from "./measure.ts";

const AT_ONCE = 400;
const CONCURRENCY = 4;
const LOCK_MS = 30_000;
const payload = z.object({ turn: z.string(), number: z.number() });

const bellRung = defineEvent({ name: "bell.rung", payload });
const answerBell = defineJob({ queue: "bells", name: "answer-bell", payload, key: ({ turn, number }) => `answer-bell.${turn}.${number}` });

/** Orders that do nothing, from the announced fact to the finished order, beside messages that do nothing on the same queue. */
export async function jobs(house: House, backend: "postgres" | "redis"): Promise<Workload> {
  const options = { databaseUrl: house.url, redisUrl: backend === "redis" ? (house.redisUrl ?? undefined) : undefined, lockMs: LOCK_MS, onError: () => undefined };
  return {
    name: `jobs-${backend}`, unit: "jobs/s", rounds: 5,
    limit: { name: `BullMQ on ${backend}, no-op worker`, turn: () => bareTurn(openQueues(options)) },
    others: [{ name: "orders: outbox, relay, queue, runner", turn: () => houseTurn(house, openQueues(options)) }],
  };
}

type Queues = ReturnType<typeof openQueues>;

async function bareTurn(queues: Queues): Promise<number> {
  const turn = randomUUID();
  const name = `bare-${turn}`;
  const { count, all } = counted();
  const worker = queues.worker(name, () => Promise.resolve(count()), CONCURRENCY);
  await worker.waitUntilReady();
  const messages = Array.from({ length: AT_ONCE }, (_, number) => messageOf(`bell.${turn}.${number}`));
  const rate = await perSecond(AT_ONCE, async () => {
    await queues.queue(name).addBulk(messages);
    await all;
  });
  await queues.close();
  return rate;
}

async function houseTurn({ source, url, change, owner }: House, queues: Queues): Promise<number> {
  const turn = randomUUID();
  const { count, all } = counted();
  const stop = await startHouse({
    source, databaseUrl: url, queues, calendar: [], zone: "Asia/Shanghai", rhythm: rhythmOf(LOCK_MS),
    processors: [handle(answerBell, () => Promise.resolve(count()))],
    reactions: [on(bellRung, (bell) => [order(answerBell, bell)])],
    log: { info: () => undefined, warn: () => undefined, error: ({ ...details }, text) => console.error(text, details) },
  });
  await change(async (tx) => {
    for (let number = 0; number < AT_ONCE; number += 1) announce(tx, bellRung, { turn, number }, { record: `bel_${number}`, unchanged: true });
    return done(null);
  });
  const rate = await perSecond(AT_ONCE, () => all);
  await stop();
  const { rows } = await owner.query<{ done: number }>(`select count(*)::int as done from job_record where state = 'DONE' and key like $1`, [`answer-bell.${turn}.%`]);
  if (rows[0]?.done !== AT_ONCE) throw new Error(`Of ${AT_ONCE} orders ${rows[0]?.done} are done.`);
  return rate;
}

/** Resolves `all` when `count` was called for every one of them. */
function counted(): { count: () => void; all: Promise<void> } {
  let left = AT_ONCE;
  let finish: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (finish = resolve));
  return { all, count: () => ((left -= 1) === 0 ? finish() : undefined) };
}
