import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** The ground every module stands on: the application's role, the trail, the outbox, ordered work, stored files. */
export class CreatePlatform1763900000000 implements MigrationInterface {
  name = "CreatePlatform1763900000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("The first migration is not undone; drop the database instead.");
  }
}

const role = [
  `do $$ begin create role ${appRole} nologin nobypassrls; exception when duplicate_object or unique_violation then null; end $$`,
  `do $$ begin execute format('grant ${appRole} to %I', current_user); end $$`,
  `grant usage on schema public to ${appRole}`,
  `grant select on migration to ${appRole}`,
  `alter default privileges in schema public grant select, insert, update, delete on tables to ${appRole}`,
  `alter default privileges in schema public grant usage, select on sequences to ${appRole}`,
  `create extension if not exists pg_trgm`,
  `create function guildhall_scope() returns text language sql stable parallel safe as $$ select current_setting('guildhall.scope', true) $$`,
  `create function guildhall_member() returns text language sql stable parallel safe as $$ select current_setting('guildhall.member_id', true) $$`,
  `create function guildhall_user() returns text language sql stable parallel safe as $$ select current_setting('guildhall.user_id', true) $$`,
];

const journal = [
  `create table journal_head (only_row boolean primary key default true constraint journal_head_only_row check (only_row), size bigint not null default 0)`,
  `insert into journal_head default values`,
  `create table journal_entry (
     seq bigint primary key,
     at timestamptz not null,
     actor_id text,
     actor_kind text not null constraint journal_entry_actor_kind check (actor_kind in ('USER', 'API_KEY', 'ANONYMOUS', 'SYSTEM')),
     act text not null,
     record text not null,
     before_digest text,
     after_digest text,
     payload_digest text not null,
     request_id text not null,
     leaf_hash bytea not null
   )`,
  `create index journal_entry_record_idx on journal_entry (record, seq)`,
  `create index journal_entry_actor_idx on journal_entry (actor_id, seq)`,
  `create table journal_salt (seq bigint primary key references journal_entry (seq) deferrable initially deferred, salt text not null)`,
  `create table journal_checkpoint (size bigint primary key, root text not null, note text not null, at timestamptz not null)`,
  `create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'the journal is append-only'; end $$`,
  `create trigger journal_entry_append_only before update or delete or truncate on journal_entry for each statement execute function refuse_change()`,
  ...protect("journal_entry"),
  `create policy journal_entry_write on journal_entry for insert with check (true)`,
  `revoke update, delete on journal_entry, journal_checkpoint from ${appRole}`,
  `revoke delete on journal_head from ${appRole}`,
];

const work = [
  `create table outbox (
     id bigint generated always as identity primary key,
     event text not null,
     payload jsonb not null,
     announced_at timestamptz not null,
     relayed_at timestamptz
   )`,
  `create index outbox_waiting_idx on outbox (id) where relayed_at is null`,
  ...protect("outbox"),
  `create policy outbox_write on outbox for insert with check (true)`,
  `create table job_record (
     key text primary key,
     queue text not null,
     name text not null,
     payload jsonb not null,
     state text not null default 'ORDERED' constraint job_record_state check (state in ('ORDERED', 'ACTIVE', 'DONE', 'FAILED')),
     attempts integer not null default 0,
     progress_done integer,
     progress_total integer,
     error text,
     ordered_at timestamptz not null,
     started_at timestamptz,
     finished_at timestamptz,
     touched_at timestamptz not null
   )`,
  `create index job_record_unfinished_idx on job_record (touched_at) where state in ('ORDERED', 'ACTIVE')`,
  `create index job_record_recent_idx on job_record (ordered_at desc, key)`,
  ...protect("job_record"),
  `create table idempotency_key (
     principal text not null,
     key text not null,
     body_digest text not null,
     state text not null constraint idempotency_key_state check (state in ('RUNNING', 'DONE')),
     response jsonb,
     at timestamptz not null,
     primary key (principal, key)
   )`,
];

const files = [
  `create table stored_file (
     id text primary key,
     member_id text,
     name text not null,
     media_type text not null,
     size integer not null,
     digest text not null,
     uploaded_by text,
     uploaded_at timestamptz not null
   )`,
  `create index stored_file_member_idx on stored_file (member_id, uploaded_at)`,
  ...protect("stored_file", { member: "member_id" }),
];

const statements = [...role, ...journal, ...work, ...files];
