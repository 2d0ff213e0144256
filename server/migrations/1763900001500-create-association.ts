import type { MigrationInterface, QueryRunner } from "typeorm";
import { protect } from "../platform/row-security.ts";

/** The association itself: its name on every page and paper, and the letters its certificate numbers begin with. */
export class CreateAssociation1763900001500 implements MigrationInterface {
  name = "CreateAssociation1763900001500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table association (
      only_row boolean primary key default true constraint association_only_row check (only_row),
      name jsonb not null,
      certificate_months integer not null constraint association_certificate_months check (certificate_months between 1 and 120),
      number_prefix text not null constraint association_number_prefix check (number_prefix ~ '^[A-Z]{2,6}$')
    )`);
    for (const statement of protect("association", { publicRead: true })) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table association");
  }
}
