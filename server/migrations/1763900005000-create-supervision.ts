import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Audits of members: rule sets, plans, runs with their batches, findings. */
export class CreateSupervision1763900005000 implements MigrationInterface {
  name = "CreateSupervision1763900005000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...population, ...audits, ...findings]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop view audited_member");
    for (const table of ["finding", "audit_report", "audit_batch", "audit_run", "audit_plan", "audit_rule_set"]) await runner.query(`drop table ${table}`);
  }
}

const audits = [
  `create table audit_rule_set (
     version integer primary key,
     effective_from date not null,
     digest text not null,
     definition jsonb not null
   )`,
  ...protect("audit_rule_set", { publicRead: true }),
  `create table audit_plan (
     id text primary key,
     title jsonb not null,
     rule_set_version integer not null references audit_rule_set (version),
     calendar text not null constraint audit_plan_calendar check (calendar in ('MONTHLY', 'QUARTERLY', 'YEARLY')),
     due_day integer not null constraint audit_plan_due_day check (due_day between 1 and 28),
     active boolean not null,
     created_by text,
     created_at timestamptz not null
   )`,
  ...protect("audit_plan"),
  `create table audit_run (
     id text primary key,
     plan_id text not null references audit_plan (id),
     rule_set_version integer not null references audit_rule_set (version),
     occasion text not null,
     as_of timestamptz not null,
     state text not null constraint audit_run_state check (state in ('ORDERED', 'RUNNING', 'DONE')),
     population integer not null default 0,
     batches integer not null default 0,
     batches_done integer not null default 0,
     findings integer not null default 0,
     ordered_by text,
     ordered_at timestamptz not null,
     started_at timestamptz,
     finished_at timestamptz,
     constraint audit_run_occasion_key unique (plan_id, occasion)
   )`,
  `create index audit_run_recent_idx on audit_run (ordered_at desc, id desc)`,
  ...protect("audit_run"),
  `create table audit_batch (
     run_id text not null references audit_run (id),
     number integer not null,
     first_member text not null,
     last_member text not null,
     members integer not null,
     done_at timestamptz,
     primary key (run_id, number)
   )`,
  ...protect("audit_batch"),
  `create table audit_report (
     run_id text not null references audit_run (id),
     language text not null,
     file_id text not null references stored_file (id),
     primary key (run_id, language)
   )`,
  ...protect("audit_report"),
  `revoke update, delete on audit_rule_set from ${appRole}`,
];

/** Who is audited: every firm the norms bind on the day. */
const population = [
  `create view audited_member with (security_invoker) as select id from member where status in ('ACTIVE', 'GRACE', 'SUSPENDED')`,
];

const findings = [
  `create table finding (
     id text primary key,
     run_id text not null references audit_run (id),
     member_id text not null references member (id),
     rule text not null,
     subject text not null,
     severity text not null constraint finding_severity check (severity in ('CRITICAL', 'MAJOR', 'MINOR')),
     facts jsonb not null,
     rule_set_version integer not null references audit_rule_set (version),
     found_at timestamptz not null,
     constraint finding_once unique (run_id, member_id, rule, subject)
   )`,
  `create index finding_member_idx on finding (member_id, found_at desc, id desc)`,
  ...protect("finding", { member: "member_id", memberReadsOnly: true }),
  `revoke update, delete on finding from ${appRole}`,
];
