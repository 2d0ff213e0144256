import type { Context } from "../../../platform/context.ts";
import { defineLoader, groupBy } from "../../../platform/loaders.ts";
import { type Condition, narrowed } from "../../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../../platform/paging.ts";
import { selected } from "../../../platform/reading.ts";
import type { SanctionAppeal } from "./appeal.entity.ts";

export type AppealRow = Omit<SanctionAppeal, "decidedBy" | "filedBy">;

const appealColumns = selected({
  id: "a.id", caseId: "a.case_id", decisionId: "a.decision_id", memberId: "a.member_id", grounds: "a.grounds", text: "a.text", fileIds: "a.file_ids", filedAt: "a.filed_at", filedOn: "a.filed_on",
  decisionDays: "a.decision_days", revision: "a.revision", outcome: "a.outcome", step: "a.step", reasons: "a.reasons", panel: "a.panel", decidedAt: "a.decided_at",
});

export const appealById = defineLoader<string, AppealRow | null>(async (ctx, ids) => {
  const rows = await ctx.rows<AppealRow>(`select ${appealColumns} from sanction_appeal a where a.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** The appeal in a case; at most one, since only the first decision can be appealed. */
export const appealByCase = defineLoader<string, AppealRow | null>(async (ctx, ids) => {
  const rows = await ctx.rows<AppealRow>(`select ${appealColumns} from sanction_appeal a where a.case_id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.caseId, row]));
}, null);

/** Appeals as the viewer may see them, oldest first. */
export async function appealsOf(ctx: Context, { isDecided }: { isDecided?: boolean | null }, page: PageRequest): Promise<Page<AppealRow>> {
  const [after] = readCursor(page.after, "TEXT") ?? [null];
  const decided: Condition = isDecided === true ? ["a.outcome is not null and ?::boolean is not null", isDecided] : ["a.outcome is null and ?::boolean is not null", isDecided];
  const { where, values } = narrowed([decided, ["a.id > ?", after]]);
  const rows = await ctx.rows<AppealRow>(`select ${appealColumns} from sanction_appeal a where ${where} order by a.id limit $${values.length + 1}`, [...values, page.first + 1]);
  const all = narrowed([decided]);
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from sanction_appeal a where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, ({ id }) => cursorOf(id), count);
}

/** Appeals against the decisions of several cases, for lists. */
export const appealsByMember = defineLoader<string, AppealRow[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<AppealRow>(`select ${appealColumns} from sanction_appeal a where a.member_id = any($1::text[]) order by a.id desc`, [memberIds]);
  return groupBy(rows, ({ memberId }) => memberId);
}, []);
