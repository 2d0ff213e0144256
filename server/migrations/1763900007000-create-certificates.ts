import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** The certificate register: numbers, facts, state and every change of state with its reason. */
export class CreateCertificates1763900007000 implements MigrationInterface {
  name = "CreateCertificates1763900007000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table certificate_change, certificate, certificate_counter");
  }
}

const statements = [
  `create table certificate_counter (year integer primary key, last integer not null)`,
  ...protect("certificate_counter"),
  `create table certificate (
     id text primary key,
     number text not null constraint certificate_number_key unique,
     kind text not null constraint certificate_kind check (kind in ('COMPLIANCE_GRADE')),
     member_id text not null references member (id),
     assessment_id text not null references assessment (id),
     state text not null constraint certificate_state check (state in ('ORDERED', 'ISSUED', 'SUSPENDED', 'WITHDRAWN')),
     grade text not null,
     facts jsonb not null,
     issued_on date not null,
     expires_on date not null,
     ordered_at timestamptz not null,
     issued_at timestamptz,
     file_id text references stored_file (id),
     file_digest text,
     constraint certificate_once unique (assessment_id, kind),
     constraint certificate_sealed check ((state = 'ORDERED') = (file_id is null))
   )`,
  `create index certificate_member_idx on certificate (member_id, ordered_at desc, id desc)`,
  `create index certificate_recent_idx on certificate (ordered_at desc, id desc)`,
  ...protect("certificate", { member: "member_id", memberReadsOnly: true, publicWhere: "state <> 'ORDERED'" }),
  `create table certificate_change (
     id text primary key,
     place bigint generated always as identity,
     certificate_id text not null references certificate (id),
     state text not null,
     reason text not null,
     changed_by text,
     at timestamptz not null
   )`,
  `create index certificate_change_certificate_idx on certificate_change (certificate_id, place)`,
  ...protect("certificate_change", { publicRead: true }),
  `revoke update, delete on certificate_change from ${appRole}`,
  `revoke delete on certificate, certificate_counter from ${appRole}`,
];
