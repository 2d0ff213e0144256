import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Every act writes its salt, but only the house reads them: with a salt a guess at what a digest hides can be tried. */
export class GuardSalts1763900009000 implements MigrationInterface {
  name = "GuardSalts1763900009000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of protect("journal_salt")) await runner.query(statement);
    await runner.query("create policy journal_salt_write on journal_salt for insert with check (true)");
    await runner.query(`revoke update on journal_salt from ${appRole}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`grant update on journal_salt to ${appRole}`);
    for (const policy of ["write", "all"]) await runner.query(`drop policy journal_salt_${policy} on journal_salt`);
    await runner.query("alter table journal_salt no force row level security");
    await runner.query("alter table journal_salt disable row level security");
  }
}
