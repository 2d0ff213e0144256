import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Who of which member has read which article of which version of a norm, to its end. */
export class MeasureReading1763900017200 implements MigrationInterface {
  name = "MeasureReading1763900017200";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table norm_reading");
  }
}

const statements = [
  `create table norm_reading (
     member_id text not null references member (id),
     version_id text not null references norm_version (id),
     user_id text not null,
     article text not null,
     read_at timestamptz not null,
     primary key (version_id, member_id, user_id, article)
   )`,
  ...protect("norm_reading", { member: "member_id" }),
  `create trigger norm_reading_unchanging before update or delete or truncate on norm_reading for each statement execute function refuse_rewriting()`,
  `revoke update, delete on norm_reading from ${appRole}`,
];
