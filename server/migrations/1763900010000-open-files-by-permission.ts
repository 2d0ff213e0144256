import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which permission opens a file: that of the records it belongs to. A file that names none is given to nobody. */
export class OpenFilesByPermission1763900010000 implements MigrationInterface {
  name = "OpenFilesByPermission1763900010000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table stored_file add column permission text");
    await runner.query("select set_config('guildhall.scope', 'all', true)");
    for (const [table, permission] of Object.entries(openedBy)) {
      await runner.query(`update stored_file set permission = $1 where permission is null and id in (select file_id from ${table})`, [permission]);
    }
    await runner.query("update stored_file set permission = 'assessment:read' where permission is null and member_id is not null");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table stored_file drop column permission");
  }
}

/** What the association draws, by the table that names its files; everything else was uploaded to stand behind an answer. */
const openedBy = { pledge_receipt: "pledge:read", certificate: "certificate:read", audit_report: "audit:read" };
