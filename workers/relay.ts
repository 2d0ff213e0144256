import type { Context } from "../server/platform/context.ts";
import type { Reaction } from "../server/platform/events.ts";
import { done } from "../server/platform/outcome.ts";
import { type CheckedOrder, checkOrder, type StoredOrder, writeOrders } from "./orders.ts";
import { messageOf, type Queues } from "./queues.ts";

interface Fact {
  id: number;
  event: string;
  payload: unknown;
}

const BATCH = 200;

/** What became of a fact: the orders that follow from it, or why it cannot be turned into any. */
type Answered = { fact: Fact; orders: CheckedOrder[] } | { fact: Fact; error: Error };

/**
 * Turns waiting facts into orders, each exactly once: fact marked and orders written in one transaction, messages sent after it. A fact that cannot be turned into
 * orders is laid aside and told; those behind it go on. Answers how many facts are dealt with.
 */
export async function relay(ctx: Context, reactions: readonly Reaction[], queues: Queues, laidAside: (fact: Fact, error: Error) => void): Promise<number> {
  const outcome = await ctx.inTransaction(async (tx) => {
    const facts = await tx.rows<Fact>(
      "select id, event, payload from outbox where relayed_at is null and error is null order by id limit $1 for update skip locked",
      [BATCH],
    );
    if (facts.length === 0) return done({ count: 0, orders: [] as StoredOrder[], refused: [] });
    const answered = facts.map((fact) => answer(fact, reactions));
    const [good, refused] = [answered.filter((each) => "orders" in each), answered.filter((each) => "error" in each)];
    const written = await writeOrders(tx, good.flatMap(({ orders }) => orders));
    await tx.rows("update outbox set relayed_at = clock_timestamp() where id = any($1::bigint[])", [good.map(({ fact }) => fact.id)]);
    await tx.rows("update outbox o set error = r.error from jsonb_to_recordset($1::jsonb) as r (id bigint, error text) where o.id = r.id", [
      JSON.stringify(refused.map(({ fact, error }) => ({ id: fact.id, error: error.message.slice(0, 2000) }))),
    ]);
    return done({ count: facts.length, orders: written, refused });
  });
  if (!outcome.ok) return 0;
  await send(queues, outcome.value.orders);
  for (const { fact, error } of outcome.value.refused) laidAside(fact, error);
  return outcome.value.count;
}

function answer(fact: Fact, reactions: readonly Reaction[]): Answered {
  try {
    const orders = reactions.filter(({ event }) => event === fact.event).flatMap((reaction) => reaction.orders(fact.payload, String(fact.id)));
    return { fact, orders: orders.map(checkOrder) };
  } catch (error) {
    return { fact, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Lets the facts that were laid aside come up once more: new workers may know what the last did not. */
export const takeUpLaidAside = (tx: Context) => tx.rows("update outbox set error = null where relayed_at is null and error is not null");

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
