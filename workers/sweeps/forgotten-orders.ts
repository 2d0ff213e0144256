import type { Context } from "../../server/platform/context.ts";
import { done } from "../../server/platform/outcome.ts";
import { forgottenOrders, type StoredOrder } from "../orders.ts";
import { messageOf, type Queues } from "../queues.ts";

/** Sends again what the queue forgot: flushed, restarted from an old copy, or held by a worker that died. Answers how many. */
export async function sendForgottenOrders(ctx: Context, queues: Queues, quietSeconds: number): Promise<number> {
  const outcome = await ctx.inTransaction(async (tx) => done(await forgottenOrders(tx, quietSeconds)));
  const orders = outcome.ok ? outcome.value : [];
  for (const order of orders) await sendAgain(queues, order);
  return orders.length;
}

async function sendAgain(queues: Queues, { queue, key }: StoredOrder): Promise<void> {
  const messages = queues.queue(queue);
  const held = await messages.getJob(key);
  const state = await held?.getState();
  if (state === "active" || state === "waiting" || state === "delayed") return;
  await held?.remove();
  const { name, data, opts } = messageOf(key);
  await messages.add(name, data, opts);
}
