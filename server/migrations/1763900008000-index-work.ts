import type { MigrationInterface, QueryRunner } from "typeorm";

/** What operators ask of ordered work: the given-up first, however much is done. */
export class IndexWork1763900008000 implements MigrationInterface {
  name = "IndexWork1763900008000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create index job_record_state_idx on job_record (state, ordered_at desc, key desc)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index job_record_state_idx");
  }
}
