import type { MigrationInterface, QueryRunner } from "typeorm";

/** A firm that had left can be admitted anew under its old record: by another application, which ends in the same member. */
export class AdmitAnew1763900025000 implements MigrationInterface {
  name = "AdmitAnew1763900025000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table application drop constraint application_member_key");
    await runner.query("create index application_member_idx on application (member_id, submitted_at) where member_id is not null");
  }

  /** Refused by the database once a firm was admitted anew: of its applications only one could stay. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index application_member_idx");
    await runner.query("alter table application add constraint application_member_key unique (member_id)");
  }
}
