import type { Context } from "../../platform/context.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, type PageRequest, pageOf, readCursor } from "../../platform/paging.ts";
import type { WorkOrderState } from "./work-order.rules.ts";

/** Work as it was ordered and as far as it is. Its payload stays inside: ids say nothing to an operator, and the key names them. */
export interface WorkOrder {
  /** The key that makes a second order of the same work the same order. */
  id: string;
  queue: string;
  name: string;
  state: WorkOrderState;
  attempts: number;
  progressDone: number | null;
  progressTotal: number | null;
  /** What the last failed attempt said; null when none failed, or the work was done after it. */
  error: string | null;
  orderedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const columns = `key as id, queue, name, state, attempts, progress_done as "progressDone", progress_total as "progressTotal", error,
  ordered_at as "orderedAt", started_at as "startedAt", finished_at as "finishedAt"`;

export interface QueueCounts {
  queue: string;
  ordered: number;
  active: number;
  failed: number;
  doneToday: number;
  oldestWaitingSeconds: number | null;
}

/** Every queue with work that waits, runs or was given up, or that was ordered within a day. */
export const queueCounts = (ctx: Context): Promise<QueueCounts[]> =>
  ctx.rows<QueueCounts>(
    `select queue, count(*) filter (where state = 'ORDERED')::int as ordered, count(*) filter (where state = 'ACTIVE')::int as active,
       count(*) filter (where state = 'FAILED')::int as failed,
       count(*) filter (where state = 'DONE' and ordered_at > $1::timestamptz - interval '1 day')::int as "doneToday",
       extract(epoch from $1::timestamptz - min(least(ordered_at, $1::timestamptz)) filter (where state = 'ORDERED'))::int as "oldestWaitingSeconds"
     from job_record
     where state in ('ORDERED', 'ACTIVE', 'FAILED') or ordered_at > $1::timestamptz - interval '1 day'
     group by queue order by queue`,
    [ctx.now],
  );

/** Facts that were announced and not yet turned into work, and how long the oldest has waited, in seconds. */
export const outboxLag = async (ctx: Context): Promise<{ waiting: number; seconds: number }> =>
  (await ctx.row<{ waiting: number; seconds: number }>(
    `select count(*)::int as waiting, coalesce(greatest(0, extract(epoch from $1::timestamptz - min(announced_at))), 0)::int as seconds
     from outbox where relayed_at is null`,
    [ctx.now],
  )) ?? { waiting: 0, seconds: 0 };

export interface WorkOrderFilter {
  state?: WorkOrderState | null;
  queue?: string | null;
}

/** Orders, newest first. The cursor keeps the microseconds of the database, which a `Date` would lose. */
export async function workOrders(ctx: Context, page: PageRequest, { state, queue }: WorkOrderFilter): Promise<Page<WorkOrder>> {
  const asked: Condition[] = [["state = ?", state], ["queue = ?", queue]];
  const [at, key] = readCursor(page.after, "INSTANT", "TEXT") ?? [null, null];
  const { where, values } = narrowed([...asked, ["(ordered_at, key) < (?::timestamptz, ?::text)", at, key]]);
  const rows = await ctx.rows<WorkOrder & { place: string }>(
    `select ${columns}, ordered_at::text as place from job_record where ${where} order by ordered_at desc, key desc limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const all = narrowed(asked);
  const total = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from job_record where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, (row) => cursorOf(row.place, row.id), total);
}

/** One order, locked for this transaction; null when there is none. */
export const workOrderToChange = (tx: Context, key: string): Promise<WorkOrder | null> =>
  tx.row<WorkOrder>(`select ${columns} from job_record where key = $1 for update`, [key]);

/** Opens an order again as if it had never been tried; untouched since the epoch, it is the next the sweep sends. */
export const reopenWorkOrder = (tx: Context, key: string): Promise<WorkOrder | null> =>
  tx.row<WorkOrder>(
    `update job_record set state = 'ORDERED', attempts = 0, finished_at = null, touched_at = 'epoch' where key = $1 returning ${columns}`,
    [key],
  );
