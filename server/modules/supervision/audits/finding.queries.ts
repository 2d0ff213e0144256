import type { Localized } from "../../../kernel/language.ts";
import type { Context } from "../../../platform/context.ts";
import { defineLoader, groupBy } from "../../../platform/loaders.ts";
import { type Condition, narrowed } from "../../../platform/narrowing.ts";
import { cursorOf, type Page, type PageRequest, pageOf, readCursor } from "../../../platform/paging.ts";
import { selected } from "../../../platform/reading.ts";
import type { FindingStanding, Severity } from "./audit.rules.ts";

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
  standing?: FindingStanding | null;
}

/** A finding's fields as columns of the table, which statements join as `f`. */
export const findingFields = {
  id: "f.id", runId: "f.run_id", memberId: "f.member_id", rule: "f.rule", subject: "f.subject", severity: "f.severity", facts: "f.facts", foundAt: "f.found_at",
  ruleSetVersion: "f.rule_set_version",
};
const columns = selected(findingFields);

/** The latest audit that is done; members see such audits too. */
const latestRun = "(select id from audit_run where state = 'DONE' order by as_of desc, id desc limit 1)";

/** A finding of the same matter, by a later audit that is done. */
const foundLater = `exists (
  select from finding g join audit_run r on r.id = g.run_id and r.state = 'DONE'
  where g.member_id = f.member_id and g.rule = f.rule and g.subject = f.subject and g.found_at > f.found_at)`;

/** Findings of one standing; each matter that is settled stands there once, by the last audit that found it. */
const ofStanding: Record<FindingStanding, string> = {
  STANDING: `f.run_id = ${latestRun}`,
  FOUND_AGAIN: foundLater,
  SETTLED: `f.run_id <> ${latestRun} and f.found_at <= (select as_of from audit_run where id = ${latestRun}) and not ${foundLater}`,
};

export const findingsAsked = ({ runId, memberId, rule, severity, standing }: FindingFilter): Condition[] => [
  ["f.run_id = ?", runId], ["f.member_id = ?", memberId], ["f.rule = ?", rule], ["f.severity = ?", severity],
  [standing ? ofStanding[standing] : "true", standing],
];

/** The same matter, one rule at one subject of one member, in the audits that are done. */
export interface Matter {
  standing: FindingStanding;
  /** When other audits found it, newest first. */
  alsoFoundAt: Date[];
}

/** What became of the matter of each finding; of a finding whose audit still runs it is that it stands. */
export const matterOfFinding = defineLoader<string, Matter>(async (ctx, ids) => {
  const rows = await ctx.rows<Matter & { id: string }>(
    `select f.id,
       case when ${foundLater} then 'FOUND_AGAIN' when ${ofStanding.SETTLED} then 'SETTLED' else 'STANDING' end as standing,
       array(
         select g.found_at from finding g join audit_run r on r.id = g.run_id and r.state = 'DONE'
         where g.member_id = f.member_id and g.rule = f.rule and g.subject = f.subject and g.id <> f.id order by g.found_at desc limit 50) as "alsoFoundAt"
     from finding f where f.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}, { standing: "STANDING", alsoFoundAt: [] });

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
