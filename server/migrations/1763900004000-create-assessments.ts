import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Service quality: schemes, rounds, members' assessments, what backs them and what reviewers did to them. */
export class CreateAssessments1763900004000 implements MigrationInterface {
  name = "CreateAssessments1763900004000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...schemes, ...assessments, ...evidence, ...reviews, ...results]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop view confirmed_assessment");
    for (const table of tables) await runner.query(`drop table ${table}`);
    await runner.query("drop function refuse_correction()");
  }
}

const tables = [
  "review_note", "answer_adjustment", "evidence", "assessment_submission", "assessment", "assessment_round", "service_quality_scheme",
];

const schemes = [
  `create table service_quality_scheme (
     version integer primary key,
     effective_from date not null,
     digest text not null,
     definition jsonb not null
   )`,
  ...protect("service_quality_scheme", { publicRead: true }),
  `revoke update, delete on service_quality_scheme from ${appRole}`,
  `create table assessment_round (
     period text primary key constraint assessment_round_period check (period ~ '^[0-9]{4}(-H[12])?$'),
     period_from date not null,
     period_to date not null,
     scheme_version integer not null references service_quality_scheme (version),
     opens_on date not null,
     due_on date not null,
     constraint assessment_round_order check (period_from < period_to and period_to < opens_on and opens_on < due_on)
   )`,
  ...protect("assessment_round", { publicRead: true }),
];

const assessments = [
  `create table assessment (
     id text primary key,
     member_id text not null references member (id),
     period text not null references assessment_round (period),
     scheme_version integer not null references service_quality_scheme (version),
     state text not null constraint assessment_state check (state in ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'CONFIRMED')),
     answers jsonb not null default '{}',
     looked_at jsonb not null default '[]',
     revision integer not null default 1,
     begun_at timestamptz not null,
     begun_by text,
     saved_at timestamptz not null,
     submitted_at timestamptz,
     receipt_number text,
     returned_at timestamptz,
     confirmed_at timestamptz,
     confirmed_by text,
     score jsonb,
     score_value numeric,
     grade text constraint assessment_grade check (grade in ('AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'C')),
     constraint assessment_member_period_key unique (member_id, period),
     constraint assessment_received check (state = 'DRAFT' or (submitted_at is not null and receipt_number is not null)),
     constraint assessment_judged check ((state = 'CONFIRMED') = (confirmed_at is not null and score is not null)),
     constraint assessment_graded check ((grade is null) = (score_value is null))
   )`,
  `create index assessment_waiting_idx on assessment (state, submitted_at, id)`,
  `create index assessment_confirmed_idx on assessment (confirmed_at desc, id desc) where state = 'CONFIRMED'`,
  ...protect("assessment", { member: "member_id" }),
  `create sequence assessment_receipt`,
  `create table assessment_submission (
     receipt_number text primary key,
     assessment_id text not null references assessment (id),
     member_id text not null references member (id),
     answers_digest text not null,
     declarant_name text not null,
     submitted_at timestamptz not null,
     submitted_by text
   )`,
  `create index assessment_submission_assessment_idx on assessment_submission (assessment_id, submitted_at)`,
  ...protect("assessment_submission", { member: "member_id" }),
];

const evidence = [
  `create table evidence (
     id text primary key,
     assessment_id text not null references assessment (id),
     member_id text not null references member (id),
     indicator text not null,
     file_id text not null references stored_file (id),
     note text not null default '',
     attached_at timestamptz not null,
     attached_by text,
     detached_at timestamptz
   )`,
  `create unique index evidence_once on evidence (assessment_id, indicator, file_id) where detached_at is null`,
  ...protect("evidence", { member: "member_id" }),
];

/** A correction is another row; what was written stays. */
const appendOnly = (table: string) => [
  `revoke update, delete on ${table} from ${appRole}`,
  `create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function refuse_correction()`,
];

const reviews = [
  `create function refuse_correction() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$`,
  ...appendOnly("assessment_submission"),
  `create table answer_adjustment (
     id text primary key,
     assessment_id text not null references assessment (id),
     member_id text not null references member (id),
     indicator text not null,
     old_inputs jsonb not null,
     new_inputs jsonb not null,
     old_proof text not null,
     new_proof text not null,
     reason text not null,
     adjusted_at timestamptz not null,
     adjusted_by text
   )`,
  `create index answer_adjustment_assessment_idx on answer_adjustment (assessment_id, adjusted_at)`,
  ...protect("answer_adjustment", { member: "member_id", memberReadsOnly: true }),
  ...appendOnly("answer_adjustment"),
  `create table review_note (
     id text primary key,
     assessment_id text not null references assessment (id),
     member_id text not null references member (id),
     indicator text not null,
     reason text not null,
     noted_at timestamptz not null,
     noted_by text
   )`,
  `create index review_note_assessment_idx on review_note (assessment_id, noted_at)`,
  ...protect("review_note", { member: "member_id", memberReadsOnly: true }),
  ...appendOnly("review_note"),
];

/** Each member's confirmed assessment of its latest period, for the modules above. */
const results = [
  `create view confirmed_assessment with (security_invoker) as
   select distinct on (assessment.member_id)
     assessment.member_id, assessment.id as assessment_id, assessment.period, assessment.grade,
     assessment.score_value as score, assessment.scheme_version, assessment.confirmed_at
   from assessment join assessment_round using (period)
   where assessment.state = 'CONFIRMED'
   order by assessment.member_id, assessment_round.period_to desc, assessment.confirmed_at desc`,
];
