import type { MigrationInterface, QueryRunner } from "typeorm";
import { protect } from "../platform/row-security.ts";

/** Where a firm trades, and whom to speak to there. */
export class KeepSitesAndContacts1763900016700 implements MigrationInterface {
  name = "KeepSitesAndContacts1763900016700";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table member_contact, member_site");
  }
}

const statements = [
  `create table member_site (
     id text primary key,
     member_id text not null references member (id),
     revision integer not null default 1,
     name text not null,
     use text not null constraint member_site_use check (use in ('OFFICE', 'MARKET_STALL', 'SHOP', 'WAREHOUSE', 'COLD_STORE')),
     region text not null constraint member_site_region check (region ~ '^[0-9]{2}0000$'),
     address text not null,
     opened_on date not null,
     closed_on date constraint member_site_days check (closed_on >= opened_on)
   )`,
  `create index member_site_member_idx on member_site (member_id, opened_on, id)`,
  ...protect("member_site", { member: "member_id" }),
  // Of persons no more is kept than is needed to reach them, and nothing once they are taken off.
  `create table member_contact (
     id text primary key,
     member_id text not null references member (id),
     revision integer not null default 1,
     duty text not null constraint member_contact_duty check (duty in ('GENERAL', 'COMPLIANCE', 'COMPLAINTS', 'QUALITY', 'PRICES')),
     name text not null,
     phone text not null,
     email text not null
   )`,
  `create index member_contact_member_idx on member_contact (member_id, duty, id)`,
  ...protect("member_contact", { member: "member_id" }),
];
