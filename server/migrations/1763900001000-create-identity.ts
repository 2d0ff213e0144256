import type { MigrationInterface, QueryRunner } from "typeorm";
import { protect } from "../platform/row-security.ts";

/** Who may come in: persons, their secrets, sessions, invitations and keys. Members read their own; only the house writes. */
export class CreateIdentity1763900001000 implements MigrationInterface {
  name = "CreateIdentity1763900001000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...users, ...doors, ...keys, ...demo]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table demo_person, api_key, sign_in_attempt, session, invitation, recovery_code, credential, user_account");
  }
}

const roles = "array['OFFICER', 'PANEL', 'INSPECTOR', 'MEMBER_ADMIN', 'MEMBER_EDITOR', 'REGULATOR', 'OPERATOR']";
const memberRoles = "array['MEMBER_ADMIN', 'MEMBER_EDITOR']";

/** Everybody signed in reads what is theirs; only the house writes. */
const readByItsUser = (table: string, column: string) =>
  `create policy ${table}_own on ${table} for select using (guildhall_user() <> '' and ${column} = guildhall_user())`;

const users = [
  `create table user_account (
     id text primary key,
     email text not null constraint user_account_email_key unique constraint user_account_email_lower check (email = lower(email)),
     name text not null,
     language text not null constraint user_account_language check (language in ('zh-Hant', 'zh-Hans', 'en')),
     roles text[] not null constraint user_account_roles check (cardinality(roles) > 0 and roles <@ ${roles}),
     member_id text,
     totp_enrolled_at timestamptz,
     disabled_at timestamptz,
     joined_at timestamptz not null,
     constraint user_account_member check ((roles && ${memberRoles}) = (member_id is not null)),
     constraint user_account_side check (member_id is null or roles <@ ${memberRoles})
   )`,
  `create index user_account_member_idx on user_account (member_id)`,
  `create index user_account_joined_idx on user_account (joined_at desc, id desc)`,
  ...protect("user_account", { member: "member_id", memberReadsOnly: true }),
  readByItsUser("user_account", "id"),
  `create table credential (
     user_id text primary key references user_account (id) on delete cascade,
     password_hash text not null,
     password_changed_at timestamptz not null,
     totp_secret text,
     totp_offered_secret text,
     totp_last_step bigint
   )`,
  ...protect("credential"),
  `create table recovery_code (
     user_id text not null references user_account (id) on delete cascade,
     digest text not null,
     used_at timestamptz,
     primary key (user_id, digest)
   )`,
  ...protect("recovery_code"),
];

const doors = [
  `create table invitation (
     id text primary key,
     email text not null constraint invitation_email_lower check (email = lower(email)),
     role text not null constraint invitation_role check (role = any (${roles})),
     member_id text,
     language text not null constraint invitation_language check (language in ('zh-Hant', 'zh-Hans', 'en')),
     token_digest text not null constraint invitation_token_key unique,
     sent_by text references user_account (id),
     sent_at timestamptz not null,
     expires_at timestamptz not null,
     accepted_at timestamptz,
     accepted_by text references user_account (id),
     constraint invitation_member check ((role = any (${memberRoles})) = (member_id is not null))
   )`,
  `create index invitation_email_idx on invitation (email)`,
  ...protect("invitation", { member: "member_id", memberReadsOnly: true }),
  `create table session (
     id text primary key,
     user_id text not null references user_account (id) on delete cascade,
     token_digest text not null constraint session_token_key unique,
     created_at timestamptz not null,
     last_seen_at timestamptz not null,
     stepped_up_until timestamptz,
     address text,
     user_agent text
   )`,
  `create index session_user_idx on session (user_id, created_at)`,
  ...protect("session"),
  readByItsUser("session", "user_id"),
  `create table sign_in_attempt (
     id bigint generated always as identity primary key,
     account_digest text not null,
     address_digest text not null,
     device_digest text,
     familiar boolean not null,
     succeeded boolean not null default false,
     at timestamptz not null
   )`,
  `create index sign_in_attempt_account_idx on sign_in_attempt (account_digest, at)`,
  `create index sign_in_attempt_address_idx on sign_in_attempt (address_digest, at)`,
  ...protect("sign_in_attempt"),
];

const keys = [
  `create table api_key (
     id text primary key,
     user_id text not null references user_account (id) on delete cascade,
     name text not null,
     token_start text not null,
     token_digest text not null constraint api_key_token_key unique,
     scopes text[] not null constraint api_key_scopes check (cardinality(scopes) > 0),
     created_at timestamptz not null,
     expires_at timestamptz not null,
     last_used_at timestamptz,
     revoked_at timestamptz
   )`,
  `create index api_key_user_idx on api_key (user_id, created_at)`,
  ...protect("api_key"),
  readByItsUser("api_key", "user_id"),
];

/** Filled with the demo story alone: what the sign-in page shows to strangers. */
const demo = [
  `create table demo_person (
     user_id text primary key references user_account (id) on delete cascade,
     position integer not null,
     email text not null,
     name jsonb not null,
     role text not null,
     shows jsonb not null,
     password text not null
   )`,
  ...protect("demo_person", { publicRead: true }),
];
