import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Members say what they think of a norm before it is adopted, article by article; the association answers each, and its answers are for all members. */
export class ConsultMembers1763900017100 implements MigrationInterface {
  name = "ConsultMembers1763900017100";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table norm_answer");
    await runner.query("drop table norm_comment");
  }
}

const unchanging = (table: string) => [
  `create trigger ${table}_unchanging before update or delete or truncate on ${table} for each statement execute function refuse_rewriting()`,
  `revoke update, delete on ${table} from ${appRole}`,
];

const statements = [
  `create table norm_comment (
     id text primary key,
     version_id text not null references norm_version (id),
     round integer not null,
     article text not null,
     member_id text not null references member (id),
     user_id text not null,
     text text not null,
     filed_at timestamptz not null
   )`,
  `create index norm_comment_version_idx on norm_comment (version_id, id)`,
  `create index norm_comment_member_idx on norm_comment (member_id, version_id)`,
  ...protect("norm_comment", { member: "member_id" }),
  ...unchanging("norm_comment"),
  `create table norm_answer (
     comment_id text primary key references norm_comment (id),
     version_id text not null references norm_version (id),
     round integer not null,
     article text not null,
     text text not null,
     user_id text not null,
     answered_at timestamptz not null
   )`,
  `create index norm_answer_version_idx on norm_answer (version_id, answered_at, comment_id)`,
  ...protect("norm_answer", { publicWhere: "(select guildhall_scope()) = 'member'" }),
  ...unchanging("norm_answer"),
];
