import type { MigrationInterface, QueryRunner } from "typeorm";

/** A fact that cannot be turned into orders is laid aside with the reason, so that those behind it go on. */
export class LayFactsAside1763900014000 implements MigrationInterface {
  name = "LayFactsAside1763900014000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table outbox add column error text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table outbox drop column error");
  }
}
