import type { Context } from "../../../platform/context.ts";
import { defineLastingLoader, defineLoader, groupBy } from "../../../platform/loaders.ts";
import { narrowed } from "../../../platform/narrowing.ts";
import { cursorOf, type Page, type PageRequest, pageOf, readCursor } from "../../../platform/paging.ts";
import type { AuditPlan, AuditRun } from "./audit.entity.ts";
import type { AuditRuleSet } from "./audit.rules.ts";

export const ruleSetVersion = (ctx: Context, version: number): Promise<AuditRuleSet | null> =>
  ctx.row<{ definition: AuditRuleSet }>("select definition from audit_rule_set where version = $1", [version]).then((row) => row?.definition ?? null);

export const ruleSetDigest = (ctx: Context, version: number): Promise<{ digest: string } | null> =>
  ctx.row("select digest from audit_rule_set where version = $1", [version]);

export const storeRuleSet = (tx: Context, definition: AuditRuleSet, digest: string) =>
  tx.rows("insert into audit_rule_set (version, effective_from, digest, definition) values ($1, $2, $3, $4)", [
    definition.version, definition.effectiveFrom, digest, definition,
  ]);

/** Every version, newest first. */
export const ruleSets = async (ctx: Context): Promise<AuditRuleSet[]> =>
  (await ctx.rows<{ definition: AuditRuleSet }>("select definition from audit_rule_set order by version desc")).map(({ definition }) => definition);

export const ruleSetLoader = defineLastingLoader<number, AuditRuleSet>(async (ctx, versions) => {
  const rows = await ctx.rows<{ definition: AuditRuleSet }>("select definition from audit_rule_set where version = any($1)", [versions]);
  return new Map(rows.map(({ definition }) => [definition.version, definition]));
});

/** Every version, newest first, asked once for all who ask. */
export const ruleSetsLoader = defineLoader<"all", AuditRuleSet[]>(async (ctx) => new Map([["all" as const, await ruleSets(ctx)]]), []);

/** Active plans with the occasions they have had, locked so that two clocks order one run. */
export const duePlans = (tx: Context): Promise<(Pick<AuditPlan, "id" | "ruleSetVersion" | "calendar" | "dueDay"> & { occasions: string[] })[]> =>
  tx.rows(
    `select p.id, p.rule_set_version as "ruleSetVersion", p.calendar, p.due_day as "dueDay",
       array(select occasion from audit_run r where r.plan_id = p.id) as occasions
     from audit_plan p where p.active order by p.id for update of p`,
  );

const planColumns = `id, title, rule_set_version as "ruleSetVersion", calendar, due_day as "dueDay", active, created_by as "createdBy", created_at as "createdAt"`;

export const plans = (ctx: Context): Promise<AuditPlan[]> => ctx.rows(`select ${planColumns} from audit_plan order by created_at, id`);

export const planById = defineLoader<string, AuditPlan | null>(async (ctx, ids) => {
  const rows = await ctx.rows<AuditPlan>(`select ${planColumns} from audit_plan where id = any($1)`, [ids]);
  return new Map(rows.map((plan) => [plan.id, plan]));
}, null);

/** The calendar's occasions each plan has had. */
export const occasionsByPlan = defineLoader<string, string[]>(async (ctx, planIds) => {
  const rows = await ctx.rows<{ planId: string; occasions: string[] }>(
    `select plan_id as "planId", array_agg(occasion) as occasions from audit_run where plan_id = any($1) group by plan_id`,
    [planIds],
  );
  return new Map(rows.map(({ planId, occasions }) => [planId, occasions]));
}, []);

const runColumns = `id, plan_id as "planId", rule_set_version as "ruleSetVersion", occasion, as_of as "asOf", state, population, batches,
  batches_done as "batchesDone", findings, ordered_by as "orderedBy", ordered_at as "orderedAt", started_at as "startedAt", finished_at as "finishedAt"`;

export const runById = defineLoader<string, AuditRun | null>(async (ctx, ids) => {
  const rows = await ctx.rows<AuditRun>(`select ${runColumns} from audit_run where id = any($1)`, [ids]);
  return new Map(rows.map((run) => [run.id, run]));
}, null);

/** Runs, newest first. */
export async function runs(ctx: Context, page: PageRequest): Promise<Page<AuditRun>> {
  const [at, id] = readCursor(page.after, "INSTANT", "TEXT") ?? [null, null];
  const { where, values } = narrowed([["(ordered_at, id) < (?::timestamptz, ?::text)", at, id]]);
  const rows = await ctx.rows<AuditRun>(
    `select ${runColumns} from audit_run where ${where} order by ordered_at desc, id desc limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const total = async () => (await ctx.row<{ count: number }>("select count(*) as count from audit_run"))?.count ?? 0;
  return pageOf(rows, page, (run) => cursorOf(run.orderedAt.toISOString(), run.id), total);
}

export interface RuleCount {
  rule: string;
  severity: string;
  findings: number;
  members: number;
}

/** How often each rule of a run was breached, by how many members. */
export const countsByRun = defineLoader<string, RuleCount[]>(async (ctx, runIds) => {
  const rows = await ctx.rows<RuleCount & { runId: string }>(
    `select run_id as "runId", rule, severity, count(*)::int as findings, count(distinct member_id)::int as members
     from finding where run_id = any($1) group by run_id, rule, severity order by run_id, count(*) desc, rule`,
    [runIds],
  );
  return groupBy(rows, (row) => row.runId);
}, []);

/** How many members have at least one finding in a run. */
export const membersConcerned = async (ctx: Context, runId: string): Promise<number> =>
  (await ctx.row<{ count: number }>("select count(distinct member_id)::int as count from finding where run_id = $1", [runId]))?.count ?? 0;

/** How many members a run looked at; what a batch of an older run was cut to, where it did not count. */
export const membersExamined = async (ctx: Context, runId: string): Promise<number> =>
  (await ctx.row<{ count: number }>("select coalesce(sum(coalesce(examined, members)), 0)::int as count from audit_batch where run_id = $1 and done_at is not null", [runId]))
    ?.count ?? 0;

/** How many members each rule of a run could judge, by rule; a rule that is missing was not counted. */
export const examinedByRule = async (ctx: Context, runId: string): Promise<Map<string, number>> => {
  const rows = await ctx.rows<{ rule: string; examined: number }>("select rule, sum(examined)::int as examined from audit_judgement where run_id = $1 group by rule", [runId]);
  return new Map(rows.map(({ rule, examined }) => [rule, examined]));
};

/** The stored reports of runs by language. */
export const reportsByRun = defineLoader<string, { language: string; fileId: string }[]>(async (ctx, runIds) => {
  const rows = await ctx.rows<{ runId: string; language: string; fileId: string }>(
    `select run_id as "runId", language, file_id as "fileId" from audit_report where run_id = any($1) order by language`,
    [runIds],
  );
  return groupBy(rows, (row) => row.runId);
}, []);

export const isReported = async (ctx: Context, runId: string, language: string): Promise<boolean> =>
  (await ctx.row("select 1 from audit_report where run_id = $1 and language = $2", [runId, language])) !== null;

/** Registers a run's report in one language; one that is there already stays. */
export const storeReport = (tx: Context, runId: string, language: string, fileId: string): Promise<unknown> =>
  tx.rows("insert into audit_report (run_id, language, file_id) values ($1, $2, $3) on conflict do nothing", [runId, language, fileId]);

export const hasUnfinishedRun = async (tx: Context, planId: string): Promise<boolean> =>
  (await tx.row("select 1 from audit_run where plan_id = $1 and state <> 'DONE'", [planId])) !== null;

export const findingsOf = async (tx: Context, runId: string): Promise<number> =>
  (await tx.row<{ count: number }>("select count(*) as count from finding where run_id = $1", [runId]))?.count ?? 0;
