import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/**
 * The credit ledger: what stands for or against a member, entry by entry, never rewritten. What happened before this day is entered by the sweep that
 * looks for what is missing, so that an installation in use has its entries as soon as its workers are up.
 */
export class OpenCreditLedger1763900018000 implements MigrationInterface {
  name = "OpenCreditLedger1763900018000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ledger, ...guard, ...limits]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table compliance_grade drop column limits");
    await runner.query("drop table credit_entry, credit_ledger");
    await runner.query("drop function refuse_backdating()");
  }
}

const ledger = [
  `create table credit_ledger (
     one boolean primary key default true constraint credit_ledger_one check (one),
     opened_at timestamptz not null default now(),
     late_days integer not null
   )`,
  "insert into credit_ledger (late_days) values (31)",
  ...protect("credit_ledger", { publicRead: true }),
  `revoke insert, update, delete on credit_ledger from ${appRole}`,
  `create table credit_entry (
     id text primary key,
     place bigint generated always as identity constraint credit_entry_place_key unique,
     member_id text not null references member (id),
     source text not null,
     source_record text not null,
     kind text not null,
     area text not null,
     matter text,
     clause text,
     clause_version text,
     severity text constraint credit_entry_severity check (severity in ('CRITICAL', 'MAJOR', 'MINOR')),
     value numeric constraint credit_entry_value check (value between 0 and 100),
     proof text not null constraint credit_entry_proof check (proof in ('SELF_DECLARED', 'DOCUMENT_BACKED', 'VERIFIED')),
     occurred_at timestamptz not null,
     decided_at timestamptz not null,
     published_at timestamptz,
     expires_at timestamptz,
     evidence jsonb not null,
     facts jsonb not null,
     supersedes text constraint credit_entry_superseded_once unique references credit_entry (id),
     voided boolean not null default false,
     reason text,
     entered_at timestamptz not null,
     entered_by text,
     constraint credit_entry_order check (occurred_at <= decided_at and decided_at <= entered_at),
     constraint credit_entry_stated check (supersedes is null or length(trim(reason)) > 0),
     constraint credit_entry_void check (supersedes is not null or not voided)
   )`,
  `create unique index credit_entry_once on credit_entry (source, source_record, kind) where supersedes is null`,
  `create index credit_entry_member_idx on credit_entry (member_id, place)`,
  ...protect("credit_entry", { member: "member_id", memberReadsOnly: true }),
  `revoke update, delete on credit_entry from ${appRole}`,
  `create trigger credit_entry_append_only before update or delete or truncate on credit_entry for each statement execute function refuse_correction()`,
];

/** What is entered late says why, unless it is from before the ledger was opened; and a correction is of the same matter as what it corrects. */
const guard = [
  `create function refuse_backdating() returns trigger language plpgsql as $$ begin
     if exists (
       select from entered e cross join credit_ledger l
       where e.reason is null and e.decided_at >= l.opened_at and e.decided_at < e.entered_at - make_interval(days => l.late_days)) then
       raise exception 'an entry that comes late says why: state it as a correction';
     end if;
     if exists (
       select from entered e join credit_entry o on o.id = e.supersedes
       where (o.member_id, o.source, o.source_record, o.kind) is distinct from (e.member_id, e.source, e.source_record, e.kind)) then
       raise exception 'a correction is of the same member, source and kind as the entry it corrects';
     end if;
     return null;
   end $$`,
  `create trigger credit_entry_dated after insert on credit_entry referencing new table as entered for each statement execute function refuse_backdating()`,
];

/** Why a grade is no better than its score; none was capped before. */
const limits = [`alter table compliance_grade add column limits jsonb not null default '[]'`];
