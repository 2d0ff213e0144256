import type { Localized } from "../../../kernel/language.ts";
import type { Context } from "../../../platform/context.ts";
import { defineLoader, groupBy } from "../../../platform/loaders.ts";
import { type Condition, narrowed } from "../../../platform/narrowing.ts";
import { cursorOf, type Page, type PageRequest, pageOf, readCursor } from "../../../platform/paging.ts";
import { selected } from "../../../platform/reading.ts";
import type { Severity } from "./audit.rules.ts";

/** What an audit found wrong with one member under one rule. */
export interface Finding {
  id: string;
  runId: string;
  memberId: string;
  rule: string;
  subject: string;
  severity: Severity;
  facts: Record<string, string | number | null>;
  foundAt: Date;
  ruleSetVersion: number;
}

export interface FindingFilter {
  runId?: string | null;
  memberId?: string | null;
  rule?: string | null;
  severity?: string | null;
}

/** A finding's fields as columns of the table, which statements join as `f`. */
export const findingFields = {
  id: "f.id", runId: "f.run_id", memberId: "f.member_id", rule: "f.rule", subject: "f.subject", severity: "f.severity", facts: "f.facts", foundAt: "f.found_at",
  ruleSetVersion: "f.rule_set_version",
};
const columns = selected(findingFields);

export const findingsAsked = ({ runId, memberId, rule, severity }: FindingFilter): Condition[] => [
  ["f.run_id = ?", runId], ["f.member_id = ?", memberId], ["f.rule = ?", rule], ["f.severity = ?", severity],
];

/** Findings, newest first; row-level security holds members to their own. */
export async function findings(ctx: Context, page: PageRequest, filter: FindingFilter): Promise<Page<Finding>> {
  const [at, id] = readCursor(page.after, "INSTANT", "TEXT") ?? [null, null];
  const { where, values } = narrowed([...findingsAsked(filter), ["(f.found_at, f.id) < (?::timestamptz, ?::text)", at, id]]);
  const rows = await ctx.rows<Finding>(
    `select ${columns} from finding f where ${where} order by f.found_at desc, f.id desc limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const all = narrowed(findingsAsked(filter));
  const total = async () => (await ctx.row<{ count: number }>(`select count(*) as count from finding f where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, (row) => cursorOf(row.foundAt.toISOString(), row.id), total);
}

/** Which member in which run. */
export const audited = (runId: string, memberId: string): string => `${runId} ${memberId}`;

/** What a run found at a member, gravest first; by `audited`. */
export const findingsByAudited = defineLoader<string, Finding[]>(async (ctx, keys) => {
  const rows = await ctx.rows<Finding>(
    `select ${columns} from finding f
     where (f.run_id, f.member_id) in (select split_part(key, ' ', 1), split_part(key, ' ', 2) from unnest($1::text[]) as key)
     order by array_position(array['CRITICAL', 'MAJOR', 'MINOR'], f.severity), f.rule, f.subject`,
    [keys],
  );
  return groupBy(rows, ({ runId, memberId }) => audited(runId, memberId));
}, []);

/** One finding, or null where there is none the actor may see. */
export const findingById = (ctx: Context, id: string): Promise<Finding | null> =>
  ctx.row(`select ${columns} from finding f where f.id = $1`, [id]);

/** A run's findings in the order of a report, gravest first, then rule and member; the first `limit` of them. */
export const findingsForReport = (ctx: Context, runId: string, limit: number): Promise<(Finding & { memberName: Localized })[]> =>
  ctx.rows(
    `select ${columns}, m.name as "memberName" from finding f join member m on m.id = f.member_id
     where f.run_id = $1
     order by array_position(array['CRITICAL', 'MAJOR', 'MINOR'], f.severity), f.rule, m.id, f.subject limit $2`,
    [runId, limit],
  );
