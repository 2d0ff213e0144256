import type { MigrationInterface, QueryRunner } from "typeorm";

/** Each upload asks which files of its member were never attached, and each night which of all members. */
export class IndexEvidenceFiles1763900014700 implements MigrationInterface {
  name = "IndexEvidenceFiles1763900014700";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create index evidence_file_idx on evidence (file_id)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index evidence_file_idx");
  }
}
