import type { Context } from "../../../platform/context.ts";
import type { AuditRule } from "./audit.rules.ts";

/**
 * How a rule judges: a select over `batch`, the members being judged (`member_id`), with a row for all it could judge: `member_id`, `subject`
 * (what exactly was judged; empty for the member as a whole), `breached`, and `facts` (jsonb, for the finding's words). A member without a row
 * had no facts to judge by, or its day has not come: the rule neither holds it for kept nor for breached.
 * It may use `:as_of` (timestamptz) and `:p` (the rule's parameters, jsonb).
 */
export interface AuditCheck {
  sql: string;
}

export interface OpenBatch {
  runId: string;
  number: number;
  firstMember: string;
  lastMember: string;
  asOf: Date;
  ruleSetVersion: number;
  rules: AuditRule[];
}

/** Fixes the run's population, every member admitted and not gone at its instant, in batches by id. */
export async function cutBatches(tx: Context, runId: string, size: number): Promise<{ population: number; batches: number }> {
  await tx.rows(
    `insert into audit_batch (run_id, number, first_member, last_member, members)
     select $1, number, min(id), max(id), count(*)
     from (select id, (row_number() over (order by id) - 1) / $2::int as number from audited_member) as placed
     group by number`,
    [runId, size],
  );
  const row = await tx.row<{ population: number; batches: number }>(
    "select coalesce(sum(members), 0)::int as population, count(*)::int as batches from audit_batch where run_id = $1",
    [runId],
  );
  return row ?? { population: 0, batches: 0 };
}

/** The next batch nobody has done and nobody is doing, locked for this transaction, with the rules to judge it by. */
export const openBatch = (tx: Context, runId: string): Promise<OpenBatch | null> =>
  tx.row<OpenBatch>(
    `select b.run_id as "runId", b.number, b.first_member as "firstMember", b.last_member as "lastMember",
       r.as_of as "asOf", r.rule_set_version as "ruleSetVersion", s.definition->'rules' as rules
     from audit_batch b join audit_run r on r.id = b.run_id join audit_rule_set s on s.version = r.rule_set_version
     where b.run_id = $1 and b.done_at is null order by b.number limit 1 for update of b skip locked`,
    [runId],
  );

/**
 * Judges a batch by one rule: one finding per member and subject in breach, whose id follows from what it is about, and the count of members
 * who could be judged. A second judging changes nothing. Facts are put together for breaches alone: most judgements are none.
 */
export async function judgeByRule(tx: Context, batch: OpenBatch, rule: AuditRule, check: AuditCheck): Promise<void> {
  const judgements = check.sql.replace(/(?<!:):as_of\b/g, "$4::timestamptz").replace(/(?<!:):p\b/g, "$7::jsonb");
  await tx.rows(
    `with given as (select $4::timestamptz as as_of, $7::jsonb as parameters),
       batch as (select id as member_id from audited_member where id between $2 and $3),
       judged as (select member_id, subject, breached, case when breached then facts end as facts from (${judgements}) as judgement),
       found as (
         insert into finding (id, run_id, member_id, rule, subject, severity, facts, rule_set_version, found_at)
         select 'fnd_' || upper(left(encode(sha256(convert_to(concat_ws('|', $1::text, member_id, $5::text, subject), 'UTF8')), 'hex'), 26)),
           $1, member_id, $5, subject, $6, facts, $8, $4
         from judged where breached
         on conflict on constraint finding_once do nothing)
     insert into audit_judgement (run_id, batch, rule, examined)
     select $1, $9, $5, count(*) from (select distinct member_id from judged) as examined
     on conflict on constraint audit_judgement_once do nothing`,
    [
      batch.runId, batch.firstMember, batch.lastMember, batch.asOf, rule.code, rule.severity, JSON.stringify(rule.parameters), batch.ruleSetVersion,
      batch.number,
    ],
  );
}

/** How many batches of a run are done, and of how many. */
export interface BatchCount {
  done: number;
  all: number;
}

/** Marks a batch as done and answers how far the run is then. */
export const closeBatch = (tx: Context, { runId, number }: OpenBatch): Promise<BatchCount | null> =>
  tx.row<BatchCount>(
    `with closed as (
       update audit_batch set done_at = clock_timestamp(), examined = (select count(*) from audited_member where id between first_member and last_member)
       where run_id = $1 and number = $2)
     update audit_run set batches_done = batches_done + 1 where id = $1 returning batches_done as done, batches as all`,
    [runId, number],
  );
