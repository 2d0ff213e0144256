import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** How many members each rule of a run could judge, and how many members were looked at, batch by batch. Runs before this one do not tell. */
export class CountJudgedMembers1763900012500 implements MigrationInterface {
  name = "CountJudgedMembers1763900012500";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table audit_judgement");
    await runner.query("alter table audit_batch drop column examined");
  }
}

const statements = [
  `alter table audit_batch add column examined integer`,
  `create table audit_judgement (
     run_id text not null,
     batch integer not null,
     rule text not null,
     examined integer not null,
     constraint audit_judgement_once primary key (run_id, batch, rule),
     constraint audit_judgement_batch_fkey foreign key (run_id, batch) references audit_batch (run_id, number)
   )`,
  ...protect("audit_judgement"),
  `revoke update, delete on audit_judgement from ${appRole}`,
];
