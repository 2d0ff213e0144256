import type { Context } from "../../platform/context.ts";
import { narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { assessmentColumns, type AssessmentRow } from "./assessment.queries.ts";
import { countOverdue } from "./overdue.queries.ts";

/** What an officer can look at, one tab at a time. */
export const QueueTab = { TO_REVIEW: "TO_REVIEW", CHANGES_REQUESTED: "CHANGES_REQUESTED", CONFIRMED: "CONFIRMED", OVERDUE: "OVERDUE" } as const;
export type QueueTab = keyof typeof QueueTab;

/** SQL: whether what the member of an expression hands in is looked at before what others handed in on the same day. Higher modules say so, in `compose.ts`. */
export type Precedence = (member: string) => string;

interface Tab {
  /** Over `assessment a`, `assessment_round r` and `$1`, the day it is. */
  where: string;
  /** When the waiting began; what has waited longest stands first. */
  since: string;
  latestFirst?: true;
  /** Whether who goes before others does so here. */
  hasFastLane?: true;
}

const tabs: Record<QueueTab, Tab> = {
  TO_REVIEW: { where: "a.state = 'SUBMITTED'", since: "a.submitted_at", hasFastLane: true },
  CHANGES_REQUESTED: { where: "a.state = 'CHANGES_REQUESTED'", since: "a.returned_at" },
  CONFIRMED: { where: "a.state = 'CONFIRMED'", since: "a.confirmed_at", latestFirst: true },
  OVERDUE: { where: "a.state = 'DRAFT' and r.due_on < $1::date", since: "a.begun_at" },
};

const from = "from assessment a join assessment_round r using (period)";
/** Keeps `$1` typed in every tab, also where the day does not matter. */
const dayGiven = "$1::date is not null";

/** What a tab is sorted by, each as SQL with the type it has there and in a cursor. */
const placeIn = ({ since, hasFastLane }: Tab, precedes: Precedence): { sql: string; type: string; kind: "DAY" | "NUMBER" | "INSTANT" | "TEXT" }[] => [
  ...(hasFastLane
    ? [{ sql: `${since}::date`, type: "date", kind: "DAY" } as const, { sql: `(not ${precedes("a.member_id")})::int`, type: "int", kind: "NUMBER" } as const]
    : []),
  { sql: `date_trunc('milliseconds', ${since})`, type: "timestamptz", kind: "INSTANT" },
  { sql: "a.id", type: "text", kind: "TEXT" },
];

/** A tab, what has waited longest first; of what was handed in on one day, who goes before others first. */
export async function assessmentQueue(ctx: Context, name: QueueTab, precedes: Precedence, today: string, page: PageRequest): Promise<Page<AssessmentRow>> {
  const tab = tabs[name];
  const place = placeIn(tab, precedes);
  const [sign, direction] = tab.latestFirst ? ["<", "desc"] : [">", "asc"];
  const after = readCursor(page.after, ...place.map(({ kind }) => kind)) ?? [null];
  const tuple = `(${place.map(({ sql }) => sql).join(", ")}) ${sign} (${place.map(({ type }) => `?::${type}`).join(", ")})`;
  const asked = narrowed([["?::date is not null", today], [tuple, ...after]]);
  const rows = await ctx.rows<AssessmentRow & { place: (string | number)[] }>(
    `select ${assessmentColumns}, jsonb_build_array(${place.map(({ sql, kind }) => (kind === "NUMBER" ? sql : `(${sql})::text`)).join(", ")}) as place
     ${from} where ${asked.where} and ${tab.where}
     order by ${place.map(({ sql }) => `${sql} ${direction}`).join(", ")} limit $${asked.values.length + 1}`,
    [...asked.values, page.first + 1],
  );
  const count = async () =>
    (await ctx.row<{ count: number }>(`select count(*) as count ${from} where ${dayGiven} and ${tab.where}`, [today]))?.count ?? 0;
  return pageOf(rows, page, (row) => cursorOf(...row.place), count);
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
export async function queueNeighbours(
  ctx: Context, id: string, name: QueueTab, precedes: Precedence, today: string,
): Promise<{ previous: string | null; next: string | null }> {
  const tab = tabs[name];
  const order = `order by ${placeIn(tab, precedes).map(({ sql }) => `${sql} ${tab.latestFirst ? "desc" : "asc"}`).join(", ")}`;
  const row = await ctx.row<{ previous: string | null; next: string | null }>(
    `select previous, next from (
       select a.id, lag(a.id) over (${order}) as previous, lead(a.id) over (${order}) as next ${from} where ${dayGiven} and ${tab.where}
     ) as place where id = $2`,
    [today, id],
  );
  return row ?? { previous: null, next: null };
}
