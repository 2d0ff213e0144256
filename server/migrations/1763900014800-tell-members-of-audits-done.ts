import type { MigrationInterface, QueryRunner } from "typeorm";

/** A member may know which audits are done: whether the latest found its matter again is read from them. What they are about stays with the API's permissions. */
export class TellMembersOfAuditsDone1763900014800 implements MigrationInterface {
  name = "TellMembersOfAuditsDone1763900014800";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create policy audit_run_done on audit_run for select using ((select guildhall_scope()) = 'member' and state = 'DONE')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop policy audit_run_done on audit_run");
  }
}
