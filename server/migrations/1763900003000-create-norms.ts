import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** What members bind themselves to: norms in versions, the pledge in versions, and who signed which. */
export class CreateNorms1763900003000 implements MigrationInterface {
  name = "CreateNorms1763900003000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...norms, ...pledges, ...signatures]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["pledge_receipt", "pledge_signature", "pledge_version", "norm_article", "norm_chapter", "norm_version", "norm"]) {
      await runner.query(`drop table ${table}`);
    }
    await runner.query("drop sequence pledge_receipt_serial");
    await runner.query("drop function refuse_rewriting()");
  }
}

/** Published words stay as they are, whoever asks. */
const unchanging = (table: string) => [
  `create trigger ${table}_unchanging before update or delete or truncate on ${table} for each statement execute function refuse_rewriting()`,
  `revoke update, delete on ${table} from ${appRole}`,
];

const norms = [
  `create function refuse_rewriting() returns trigger language plpgsql as $$ begin raise exception '% is never rewritten: publish the next version', tg_table_name; end $$`,
  `create table norm (
     id text primary key,
     code text not null constraint norm_code_key unique,
     title jsonb not null
   )`,
  ...protect("norm", { publicRead: true }),
  `create table norm_version (
     id text primary key,
     norm_id text not null references norm (id),
     number integer not null constraint norm_version_number check (number > 0),
     state text not null constraint norm_version_state check (state in ('DRAFT', 'CONSULTATION', 'ADOPTED')),
     in_force_on date constraint norm_version_dated check (state <> 'ADOPTED' or in_force_on is not null),
     review_due_on date,
     digest text not null,
     preamble jsonb not null,
     external_norms jsonb not null,
     constraint norm_version_key unique (norm_id, number)
   )`,
  ...protect("norm_version", { publicWhere: "state <> 'DRAFT'" }),
  `create table norm_chapter (
     version_id text not null references norm_version (id),
     code text not null,
     position integer not null,
     title jsonb not null,
     primary key (version_id, code)
   )`,
  ...protect("norm_chapter", { publicWhere: "exists (select from norm_version v where v.id = version_id)" }),
  ...unchanging("norm_chapter"),
  `create table norm_article (
     version_id text not null,
     code text not null,
     chapter text not null,
     position integer not null,
     title jsonb not null,
     text jsonb not null,
     primary key (version_id, code),
     constraint norm_article_chapter_fkey foreign key (version_id, chapter) references norm_chapter (version_id, code)
   )`,
  ...protect("norm_article", { publicWhere: "exists (select from norm_version v where v.id = version_id)" }),
  ...unchanging("norm_article"),
];

const pledges = [
  `create table pledge_version (
     id text primary key,
     number integer not null constraint pledge_version_number_key unique constraint pledge_version_number check (number > 0),
     state text not null constraint pledge_version_state check (state in ('DRAFT', 'CONSULTATION', 'ADOPTED')),
     in_force_on date not null,
     sign_by date not null,
     digest text not null,
     title jsonb not null,
     preamble jsonb not null,
     clauses jsonb not null,
     consent jsonb not null,
     text_digests jsonb not null
   )`,
  ...protect("pledge_version", { publicWhere: "state <> 'DRAFT'" }),
  ...unchanging("pledge_version"),
];

const signatures = [
  `create sequence pledge_receipt_serial`,
  `grant usage on sequence pledge_receipt_serial to ${appRole}`,
  `create table pledge_signature (
     id text primary key,
     number text not null constraint pledge_signature_number_key unique,
     member_id text not null references member (id),
     version_id text not null references pledge_version (id),
     version_number integer not null,
     language text not null constraint pledge_signature_language check (language in ('zh-Hant', 'zh-Hans', 'en')),
     text_digest text not null,
     member_name text not null,
     credit_code text not null,
     signatory_name text not null,
     signatory_title text not null,
     consent_text text not null,
     user_id text not null,
     signed_at timestamptz not null,
     address text,
     seal text not null,
     constraint pledge_signature_once unique (member_id, version_id)
   )`,
  `create index pledge_signature_member_idx on pledge_signature (member_id, version_number desc)`,
  `create index pledge_signature_time_idx on pledge_signature (signed_at)`,
  ...protect("pledge_signature", { member: "member_id" }),
  ...unchanging("pledge_signature"),
  `create table pledge_receipt (
     signature_id text primary key references pledge_signature (id),
     member_id text not null references member (id),
     file_id text not null references stored_file (id),
     drawn_at timestamptz not null
   )`,
  ...protect("pledge_receipt", { member: "member_id", memberReadsOnly: true }),
  ...unchanging("pledge_receipt"),
];
