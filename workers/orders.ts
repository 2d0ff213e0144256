import type { Context } from "../server/platform/context.ts";
import type { Order } from "../server/platform/events.ts";

/** An order as the database keeps it: the truth about what is to be done, whatever the queue forgets. */
export interface StoredOrder {
  key: string;
  queue: string;
  name: string;
  payload: unknown;
  state: "ORDERED" | "ACTIVE" | "DONE" | "FAILED";
  attempts: number;
}

const KEY = /^[A-Za-z][A-Za-z0-9._-]*$/;

/** An order ready to be written down: its payload parsed, its key one a queue takes. Throws when either is not so. */
export type CheckedOrder = Pick<StoredOrder, "key" | "queue" | "name" | "payload">;

export function checkOrder({ job, payload }: Order): CheckedOrder {
  const parsed = job.payload.parse(payload);
  const key = job.key(parsed);
  if (!KEY.test(key)) throw new Error(`The key of ${job.name} has letters a queue refuses: ${key}`);
  return { key, queue: job.queue, name: job.name, payload: parsed };
}

/** Writes orders down inside the open transaction and answers those that are new; equal keys are one order. */
export async function writeOrders(tx: Context, orders: readonly CheckedOrder[]): Promise<StoredOrder[]> {
  if (orders.length === 0) return [];
  return tx.rows<StoredOrder>(
    `insert into job_record (key, queue, name, payload, ordered_at, touched_at)
     select key, queue, name, payload, clock_timestamp(), clock_timestamp()
     from jsonb_to_recordset($1::jsonb) as o (key text, queue text, name text, payload jsonb)
     on conflict (key) do nothing
     returning key, queue, name, payload, state, attempts`,
    [JSON.stringify(orders)],
  );
}

/** Orders work whose effect is missing: new orders are written, finished or given-up ones are opened again for the sweep to send. */
export async function reviveOrders(tx: Context, orders: readonly Order[]): Promise<number> {
  const checked = orders.map(checkOrder);
  const written = await writeOrders(tx, checked);
  const revived = await tx.rows<{ key: string }>(
    `update job_record set state = 'ORDERED', attempts = 0, finished_at = null, touched_at = 'epoch'
     where key = any($1::text[]) and state in ('DONE', 'FAILED') returning key`,
    [checked.map(({ key }) => key)],
  );
  return written.length + revived.length;
}

/** Takes an order in hand, or answers null when it is done, given up or unknown. */
export const takeOrder = (tx: Context, key: string): Promise<StoredOrder | null> =>
  tx.row<StoredOrder>(
    `update job_record set state = 'ACTIVE', started_at = coalesce(started_at, clock_timestamp()), touched_at = clock_timestamp()
     where key = $1 and state in ('ORDERED', 'ACTIVE') returning key, queue, name, payload, state, attempts`,
    [key],
  );

/** Says that the worker still lives. */
export const touchOrder = (tx: Context, key: string) => tx.rows("update job_record set touched_at = clock_timestamp() where key = $1", [key]);

export const reportProgress = (tx: Context, key: string, finished: number, total: number) =>
  tx.rows("update job_record set progress_done = $2, progress_total = $3, touched_at = clock_timestamp() where key = $1", [key, finished, total]);

export const finishOrder = (tx: Context, key: string) =>
  tx.rows("update job_record set state = 'DONE', error = null, finished_at = clock_timestamp(), touched_at = clock_timestamp() where key = $1 and state = 'ACTIVE'", [key]);

/** Lays down an order its worker could not finish before it stopped; no attempt is counted, and the next sweep of any worker sends it. */
export const putBackOrder = (tx: Context, key: string) =>
  tx.rows("update job_record set state = 'ORDERED', touched_at = 'epoch' where key = $1 and state = 'ACTIVE'", [key]);

/** Counts a failure and answers whether the order is given up; one that another worker ended meanwhile stays as it is. */
export async function failOrder(tx: Context, key: string, error: string, attempts: number): Promise<boolean> {
  const row = await tx.row<{ state: string }>(
    `update job_record set attempts = attempts + 1, error = $2, touched_at = clock_timestamp(),
       state = case when attempts + 1 >= $3 then 'FAILED' else 'ORDERED' end,
       finished_at = case when attempts + 1 >= $3 then clock_timestamp() end
     where key = $1 and state = 'ACTIVE' returning state`,
    [key, error.slice(0, 2000), attempts],
  );
  return row?.state === "FAILED";
}

/** Days for which work that is done stays on the board; what was given up stays until it is ordered again. */
const DONE_DAYS = 90;

/** Forgets orders done long ago. Their work does nothing when it is done already, so an old order may come again. Answers how many. */
export const forgetDoneOrders = async (tx: Context): Promise<number> =>
  (await tx.rows("delete from job_record where state = 'DONE' and finished_at < $1::timestamptz - make_interval(days => $2) returning 1", [tx.now, DONE_DAYS])).length;

/** Orders nobody has touched for a while: their message was lost, or the worker that held them died. A failed attempt waits longer each time. */
export const forgottenOrders = (tx: Context, quietSeconds: number): Promise<StoredOrder[]> =>
  tx.rows<StoredOrder>(
    `update job_record set touched_at = clock_timestamp()
     where key in (
       select key from job_record
       where state in ('ORDERED', 'ACTIVE') and touched_at < clock_timestamp() - make_interval(secs => $1 * power(2, least(attempts, 8)))
       order by touched_at limit 500 for update skip locked)
     returning key, queue, name, payload, state, attempts`,
    [quietSeconds],
  );
