import type { MigrationInterface, QueryRunner } from "typeorm";

/** The trail by kind of act, for who reads it. */
export class IndexJournal1763900002500 implements MigrationInterface {
  name = "IndexJournal1763900002500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create index journal_entry_act_idx on journal_entry (act, seq)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index journal_entry_act_idx");
  }
}
