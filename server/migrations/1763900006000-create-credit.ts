import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Compliance grades: the scheme that judges, and every grade ever given with the facts it was given on. */
export class CreateCredit1763900006000 implements MigrationInterface {
  name = "CreateCredit1763900006000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table grading, compliance_grade, credit_scheme");
  }
}

const statements = [
  `create table credit_scheme (
     version integer primary key,
     effective_from date not null,
     digest text not null,
     definition jsonb not null
   )`,
  ...protect("credit_scheme", { publicRead: true }),
  `create table compliance_grade (
     id text primary key,
     member_id text not null references member (id),
     run_id text not null references audit_run (id),
     scheme_version integer not null references credit_scheme (version),
     state text not null constraint compliance_grade_state check (state in ('RATED', 'NOT_RATED')),
     score numeric,
     grade text,
     areas jsonb not null,
     facts jsonb not null,
     at timestamptz not null,
     constraint compliance_grade_once unique (run_id, member_id),
     constraint compliance_grade_whole check ((state = 'RATED') = (score is not null and grade is not null))
   )`,
  `create table grading (
     run_id text primary key references audit_run (id),
     scheme_version integer not null references credit_scheme (version),
     finished_at timestamptz not null
   )`,
  ...protect("grading"),
  `create index compliance_grade_member_idx on compliance_grade (member_id, at desc, id desc)`,
  ...protect("compliance_grade", { member: "member_id", memberReadsOnly: true }),
  `revoke update, delete on compliance_grade, credit_scheme from ${appRole}`,
];
