import type { Context } from "../../platform/context.ts";
import { narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { isBoundToday } from "../members/index.ts";
import { isLastDue } from "./scheme.queries.ts";

/** What a member owes past the due day: one it never handed in, or never began. */
export interface Overdue {
  memberId: string;
  period: string;
  from: string;
  to: string;
  dueOn: string;
  /** Null when it was never begun. */
  assessmentId: string | null;
}

/**
 * For `$1`, the day it is. What was begun is owed until it is handed in. What was never begun is owed for the latest round that is over, the one audits
 * judge, by the firms that stand and had belonged from the first day of its period.
 */
const overdue = `
  select a.member_id as "memberId", r.period, r.period_from as "from", r.period_to as "to", r.due_on as "dueOn", a.id as "assessmentId"
  from assessment a join assessment_round r using (period) where a.state = 'DRAFT' and r.due_on < $1::date
  union all
  select m.id, r.period, r.period_from, r.period_to, r.due_on, null
  from (select * from assessment_round where ${isLastDue("period")}) as r join member m on m.admitted_on <= r.period_from and ${isBoundToday("m.id")}
  where not exists (select from assessment a where a.member_id = m.id and a.period = r.period)`;

/** Everything overdue, what has been so longest first. */
export async function overdueAssessments(ctx: Context, today: string, page: PageRequest): Promise<Page<Overdue>> {
  const [due, period, member] = readCursor(page.after, "DAY", "TEXT", "TEXT") ?? [null, null, null];
  const { where, values } = narrowed([[`(o."dueOn", o.period, o."memberId") > (?::date, ?::text, ?::text)`, due, period, member]], [today]);
  const rows = await ctx.rows<Overdue>(
    `select * from (${overdue}) as o where ${where} order by o."dueOn", o.period, o."memberId" limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  return pageOf(rows, page, (row) => cursorOf(row.dueOn, row.period, row.memberId), () => countOverdue(ctx, today));
}

export const countOverdue = async (ctx: Context, today: string): Promise<number> =>
  (await ctx.row<{ count: number }>(`select count(*) as count from (${overdue}) as o`, [today]))?.count ?? 0;
