import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** What members report of training their people on a version of a norm; a report is never changed, only withdrawn with a reason. */
export class MeasureTraining1763900026000 implements MigrationInterface {
  name = "MeasureTraining1763900026000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table norm_training_withdrawal");
    await runner.query("drop table norm_training");
  }
}

const unchanging = (table: string) => [
  `create trigger ${table}_unchanging before update or delete or truncate on ${table} for each statement execute function refuse_rewriting()`,
  `revoke update, delete on ${table} from ${appRole}`,
];

const statements = [
  `create table norm_training (
     id text primary key,
     version_id text not null references norm_version (id),
     member_id text not null references member (id),
     held_on date not null,
     people integer not null constraint norm_training_people check (people between 1 and 100000),
     hours numeric not null constraint norm_training_hours check (hours > 0 and hours <= 100),
     given_by text not null,
     recorded_by text not null,
     recorded_at timestamptz not null,
     constraint norm_training_of_member unique (id, member_id)
   )`,
  `create index norm_training_version_idx on norm_training (version_id, member_id)`,
  ...protect("norm_training", { member: "member_id" }),
  ...unchanging("norm_training"),
  `create table norm_training_withdrawal (
     training_id text primary key,
     member_id text not null,
     reason text not null,
     withdrawn_by text not null,
     withdrawn_at timestamptz not null,
     constraint norm_training_withdrawal_of_member foreign key (training_id, member_id) references norm_training (id, member_id)
   )`,
  ...protect("norm_training_withdrawal", { member: "member_id" }),
  ...unchanging("norm_training_withdrawal"),
];
