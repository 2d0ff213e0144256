import type { Context } from "../../platform/context.ts";
import { narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { assessmentColumns, type AssessmentRow } from "./assessment.queries.ts";
import { countOverdue } from "./overdue.queries.ts";

/** What an officer can look at, one tab at a time. */
export const QueueTab = { TO_REVIEW: "TO_REVIEW", CHANGES_REQUESTED: "CHANGES_REQUESTED", CONFIRMED: "CONFIRMED", OVERDUE: "OVERDUE" } as const;
export type QueueTab = keyof typeof QueueTab;

interface Tab {
  /** Over `assessment a`, `assessment_round r` and `$1`, the day it is. */
  where: string;
  /** When the waiting began; what has waited longest stands first. */
  since: string;
  latestFirst?: true;
}

const tabs: Record<QueueTab, Tab> = {
  TO_REVIEW: { where: "a.state = 'SUBMITTED'", since: "a.submitted_at" },
  CHANGES_REQUESTED: { where: "a.state = 'CHANGES_REQUESTED'", since: "a.returned_at" },
  CONFIRMED: { where: "a.state = 'CONFIRMED'", since: "a.confirmed_at", latestFirst: true },
  OVERDUE: { where: "a.state = 'DRAFT' and r.due_on < $1::date", since: "a.begun_at" },
};

const from = "from assessment a join assessment_round r using (period)";
/** Keeps `$1` typed in every tab, also where the day does not matter. */
const dayGiven = "$1::date is not null";

type Waiting = AssessmentRow & { since: Date };

export async function assessmentQueue(ctx: Context, name: QueueTab, today: string, page: PageRequest): Promise<Page<AssessmentRow>> {
  const { where, since, latestFirst } = tabs[name];
  const [at, id] = readCursor(page.after, "INSTANT", "TEXT") ?? [null, null];
  const [sign, direction] = latestFirst ? ["<", "desc"] : [">", "asc"];
  const place = `date_trunc('milliseconds', ${since})`;
  const asked = narrowed([["?::date is not null", today], [`(${place}, a.id) ${sign} (?::timestamptz, ?::text)`, at, id]]);
  const rows = await ctx.rows<Waiting>(
    `select ${assessmentColumns}, ${place} as since ${from} where ${asked.where} and ${where}
     order by ${place} ${direction}, a.id ${direction} limit $${asked.values.length + 1}`,
    [...asked.values, page.first + 1],
  );
  const count = async () =>
    (await ctx.row<{ count: number }>(`select count(*) as count ${from} where ${dayGiven} and ${where}`, [today]))?.count ?? 0;
  return pageOf(rows, page, (row) => cursorOf(row.since.toISOString(), row.id), count);
}

export interface TabCount {
  tab: QueueTab;
  count: number;
}

/** How many wait in these tabs; overdue is also what was never begun. */
export async function queueCounts(ctx: Context, today: string, wanted: readonly QueueTab[]): Promise<TabCount[]> {
  const asked = wanted.filter((tab) => tab !== "OVERDUE");
  const [begun, overdue] = await Promise.all([asked.length > 0 ? tabCounts(ctx, today, asked) : [], wanted.includes("OVERDUE") ? countOverdue(ctx, today) : 0]);
  return wanted.map((tab) => ({ tab, count: tab === "OVERDUE" ? overdue : (begun.find((one) => one.tab === tab)?.count ?? 0) }));
}

async function tabCounts(ctx: Context, today: string, names: readonly QueueTab[]): Promise<TabCount[]> {
  const counts = names.map((name) => `count(*) filter (where ${tabs[name].where}) as "${name}"`).join(", ");
  const row = await ctx.row<Record<QueueTab, number>>(`select ${counts} ${from} where ${dayGiven}`, [today]);
  return names.map((tab) => ({ tab, count: row?.[tab] ?? 0 }));
}

/** The ids before and after one assessment in its tab; null at either end, and when it has left the tab. */
export async function queueNeighbours(ctx: Context, id: string, name: QueueTab, today: string): Promise<{ previous: string | null; next: string | null }> {
  const { where, since, latestFirst } = tabs[name];
  const order = `order by ${since} ${latestFirst ? "desc" : "asc"}, a.id ${latestFirst ? "desc" : "asc"}`;
  const row = await ctx.row<{ previous: string | null; next: string | null }>(
    `select previous, next from (
       select a.id, lag(a.id) over (${order}) as previous, lead(a.id) over (${order}) as next ${from} where ${dayGiven} and ${where}
     ) as place where id = $2`,
    [today, id],
  );
  return row ?? { previous: null, next: null };
}
