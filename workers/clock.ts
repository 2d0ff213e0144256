import type { Context } from "../server/platform/context.ts";
import { order, type Order } from "../server/platform/events.ts";
import type { JobDefinition } from "../server/platform/jobs.ts";
import { done } from "../server/platform/outcome.ts";
import { checkOrder, writeOrders } from "./orders.ts";
import { send } from "./relay.ts";
import type { Queues } from "./queues.ts";

/** One line of the calendar: this work, once in every such period of the association's day. */
export interface CalendarEntry {
  /** Why then. */
  why: string;
  every: "MINUTE" | "HOUR" | "DAY";
  /** For daily work: not before this hour of the association's day. */
  hour?: number;
  job: JobDefinition<{ period: string }>;
}

/** Orders what the calendar says is due; the period is part of the key, so that many workers' clocks are one clock. */
export async function tick(ctx: Context, calendar: readonly CalendarEntry[], zone: string, queues: Queues): Promise<number> {
  const due: Order[] = calendar
    .map((entry) => ({ entry, period: periodOf(entry, ctx.now, zone) }))
    .filter(({ period }) => period !== null)
    .map(({ entry, period }) => order(entry.job, { period: period ?? "" }));
  const outcome = await ctx.inTransaction(async (tx) => done(await writeOrders(tx, due.map(checkOrder))));
  if (!outcome.ok) return 0;
  await send(queues, outcome.value);
  return outcome.value.length;
}

/** The period an instant falls in, as a text fit for a key; null before the hour of the day. */
export function periodOf({ every, hour = 0 }: Pick<CalendarEntry, "every" | "hour">, at: Date, zone: string): string | null {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const day = `${part("year")}-${part("month")}-${part("day")}`;
  if (every === "DAY") return Number(part("hour")) >= hour ? day : null;
  return every === "HOUR" ? `${day}T${part("hour")}` : `${day}T${part("hour")}.${part("minute")}`;
}
