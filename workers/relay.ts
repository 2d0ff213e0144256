import type { Context } from "../server/platform/context.ts";
import type { Reaction } from "../server/platform/events.ts";
import { done } from "../server/platform/outcome.ts";
import { type StoredOrder, writeOrders } from "./orders.ts";
import { messageOf, type Queues } from "./queues.ts";

interface Fact {
  id: number;
  event: string;
  payload: unknown;
}

const BATCH = 200;

/** Turns waiting facts into orders, each exactly once: fact marked and orders written in one transaction, messages sent after it. Answers how many facts it relayed. */
export async function relay(ctx: Context, reactions: readonly Reaction[], queues: Queues): Promise<number> {
  const outcome = await ctx.inTransaction(async (tx) => {
    const facts = await tx.rows<Fact>(
      "select id, event, payload from outbox where relayed_at is null order by id limit $1 for update skip locked",
      [BATCH],
    );
    if (facts.length === 0) return done({ count: 0, orders: [] as StoredOrder[] });
    const orders = facts.flatMap((fact) =>
      reactions.filter(({ event }) => event === fact.event).flatMap((reaction) => reaction.orders(fact.payload, String(fact.id))),
    );
    const written = await writeOrders(tx, orders);
    await tx.rows("update outbox set relayed_at = clock_timestamp() where id = any($1::bigint[])", [facts.map(({ id }) => id)]);
    return done({ count: facts.length, orders: written });
  });
  if (!outcome.ok) return 0;
  await send(queues, outcome.value.orders);
  return outcome.value.count;
}

/** Days for which a relayed fact stays in the outbox, to look up what followed from it; the journal keeps it for good. */
const RELAYED_DAYS = 30;

/** Forgets facts relayed long ago. Answers how many. */
export const forgetRelayedFacts = async (tx: Context): Promise<number> =>
  (await tx.rows("delete from outbox where relayed_at < $1::timestamptz - make_interval(days => $2) returning 1", [tx.now, RELAYED_DAYS])).length;

/** Sends the messages for orders already written down. */
export async function send(queues: Queues, orders: readonly StoredOrder[]): Promise<void> {
  for (const [queue, keys] of byQueue(orders)) await queues.queue(queue).addBulk(keys.map(messageOf));
}

function byQueue(orders: readonly StoredOrder[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { queue, key } of orders) groups.set(queue, [...(groups.get(queue) ?? []), key]);
  return groups;
}
