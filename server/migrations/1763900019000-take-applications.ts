import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Firms ask to be admitted: what they hand in, what stands behind it, and every step until it is decided. */
export class TakeApplications1763900019000 implements MigrationInterface {
  name = "TakeApplications1763900019000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...applications, ...guard, ...steps, ...evidence, ...attempts]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table application_attempt, application_evidence, application_reason, application_step, application");
    await runner.query("drop function guard_application()");
  }
}

const applications = [
  `create table application (
     id text primary key,
     token_digest text not null constraint application_token_key unique,
     state text not null constraint application_state check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ADMITTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
     revision integer not null,
     language text not null,
     name jsonb not null,
     credit_code text not null,
     region text constraint application_region check (region ~ '^[0-9]{2}0000$'),
     size_class text constraint application_size_class check (size_class in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
     product_lines text[] not null,
     sites jsonb not null,
     contact jsonb not null,
     declaration jsonb,
     begun_at timestamptz not null,
     submitted_at timestamptz,
     lapses_on date,
     erase_on date,
     erased_at timestamptz,
     member_id text constraint application_member_key unique references member (id),
     access_made boolean not null default false,
     constraint application_open check ((lapses_on is not null) = (state in ('DRAFT', 'RETURNED'))),
     constraint application_handed_in check (submitted_at is not null or state in ('DRAFT', 'WITHDRAWN', 'LAPSED')),
     constraint application_admitted check ((member_id is not null) = (state = 'ADMITTED')),
     constraint application_access check (state = 'ADMITTED' or not access_made)
   )`,
  // One firm has one application in hand.
  `create unique index application_in_hand on application (credit_code) where state in ('SUBMITTED', 'RETURNED')`,
  `create index application_queue_idx on application (submitted_at, id) where submitted_at is not null`,
  `create index application_code_idx on application (credit_code, submitted_at)`,
  `create index application_lapses_idx on application (lapses_on) where lapses_on is not null`,
  `create index application_erase_idx on application (erase_on) where erase_on is not null`,
  ...protect("application"),
];

/** No step is skipped by any route, what was handed in stands as it is, and that there was an application is never forgotten. */
const guard = [
  `create function guard_application() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' then raise exception 'an application is never deleted: its particulars are erased'; end if;
     if tg_op = 'INSERT' then
       if new.state <> 'DRAFT' then raise exception 'an application begins as a draft'; end if;
       return new;
     end if;
     if (new.id, new.token_digest, new.begun_at) is distinct from (old.id, old.token_digest, old.begun_at) then
       raise exception 'an application stays what it is';
     end if;
     if old.state not in ('DRAFT', 'RETURNED') and new.erased_at is null
        and (new.name, new.credit_code, new.region, new.size_class, new.product_lines, new.sites, new.contact, new.declaration)
          is distinct from (old.name, old.credit_code, old.region, old.size_class, old.product_lines, old.sites, old.contact, old.declaration) then
       raise exception 'what was handed in stands as it is';
     end if;
     if new.state <> old.state and (old.state, new.state) not in (
       ('DRAFT', 'SUBMITTED'), ('DRAFT', 'WITHDRAWN'), ('DRAFT', 'LAPSED'), ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'ADMITTED'), ('SUBMITTED', 'REFUSED'),
       ('SUBMITTED', 'WITHDRAWN'), ('RETURNED', 'SUBMITTED'), ('RETURNED', 'WITHDRAWN'), ('RETURNED', 'LAPSED')) then
       raise exception 'an application skips no step: % does not follow %', new.state, old.state;
     end if;
     return new;
   end $$`,
  `create trigger application_guarded before insert or update or delete on application for each row execute function guard_application()`,
  `create trigger application_kept before truncate on application for each statement execute function refuse_correction()`,
];

/** Steps are never rewritten; the words of a reason stand beside them, since they are erased with the particulars and leave their digest. */
const steps = [
  `create table application_step (
     id text primary key,
     place bigint generated always as identity,
     application_id text not null references application (id),
     kind text not null constraint application_step_kind
       check (kind in ('BEGUN', 'SUBMITTED', 'RETURNED', 'ADMITTED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'ACCESS_MADE', 'ERASED')),
     at timestamptz not null,
     officer_id text references user_account (id),
     reason_digest text constraint application_step_reason check ((reason_digest is not null) = (kind in ('RETURNED', 'REFUSED'))),
     constraint application_step_officer check (officer_id is null or kind in ('RETURNED', 'ADMITTED', 'REFUSED'))
   )`,
  `create index application_step_application_idx on application_step (application_id, place)`,
  ...protect("application_step"),
  `create trigger application_step_append_only before update or delete or truncate on application_step for each statement execute function refuse_correction()`,
  `revoke update, delete on application_step from ${appRole}`,
  `create table application_reason (
     step_id text primary key references application_step (id),
     application_id text not null references application (id),
     text text not null
   )`,
  `create index application_reason_application_idx on application_reason (application_id)`,
  ...protect("application_reason"),
];

const evidence = [
  `create table application_evidence (
     file_id text primary key references stored_file (id),
     application_id text not null references application (id),
     kind text not null constraint application_evidence_kind check (kind in ('BUSINESS_LICENCE', 'OTHER')),
     added_at timestamptz not null,
     removed_at timestamptz
   )`,
  `create index application_evidence_application_idx on application_evidence (application_id, added_at, file_id)`,
  ...protect("application_evidence"),
];

/** Who began how many, by a keyed digest of the network, for a day. */
const attempts = [
  `create table application_attempt (
     id bigint generated always as identity primary key,
     network_digest text not null,
     at timestamptz not null
   )`,
  `create index application_attempt_network_idx on application_attempt (network_digest, at)`,
  ...protect("application_attempt"),
];
