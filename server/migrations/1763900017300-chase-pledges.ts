import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Members that have not signed the pledge in force are reminded on fixed days, once each. */
export class ChasePledges1763900017300 implements MigrationInterface {
  name = "ChasePledges1763900017300";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table pledge_reminder");
  }
}

const statements = [
  `create table pledge_reminder (
     version_id text not null references pledge_version (id),
     member_id text not null references member (id),
     day_offset integer not null,
     due_on date not null,
     noted_at timestamptz not null,
     primary key (member_id, version_id, day_offset)
   )`,
  ...protect("pledge_reminder", { member: "member_id", memberReadsOnly: true }),
  `create trigger pledge_reminder_unchanging before update or delete or truncate on pledge_reminder for each statement execute function refuse_rewriting()`,
  `revoke update, delete on pledge_reminder from ${appRole}`,
];
