import type { MigrationInterface, QueryRunner } from "typeorm";

/** A member's language is said when it is admitted and no longer guessed. */
export class AskMemberLanguage1763900009500 implements MigrationInterface {
  name = "AskMemberLanguage1763900009500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table member alter column language drop default");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table member alter column language set default 'zh-Hant'");
  }
}
