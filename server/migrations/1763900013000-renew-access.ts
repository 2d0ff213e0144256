import type { MigrationInterface, QueryRunner } from "typeorm";
import { protect } from "../platform/row-security.ts";

/** A way back in for whoever lost password or second factor, and an end to invitations before their time. */
export class RenewAccess1763900013000 implements MigrationInterface {
  name = "RenewAccess1763900013000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table access_renewal");
    await runner.query("drop index invitation_open_idx");
    await runner.query("alter table invitation drop column revoked_at");
  }
}

const statements = [
  "alter table invitation add column revoked_at timestamptz",
  "create index invitation_open_idx on invitation (sent_at desc, id desc) where accepted_at is null and revoked_at is null",
  `create table access_renewal (
     user_id text primary key references user_account (id) on delete cascade,
     token_digest text not null constraint access_renewal_token_key unique,
     sent_by text references user_account (id),
     sent_at timestamptz not null,
     expires_at timestamptz not null
   )`,
  ...protect("access_renewal"),
];
