import type { MigrationInterface, QueryRunner } from "typeorm";

/** A certificate states a service quality grade and says so; what was sealed under the earlier name keeps it. */
export class NameCertificatesByServiceQuality1763900012000 implements MigrationInterface {
  name = "NameCertificatesByServiceQuality1763900012000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table certificate drop constraint certificate_kind");
    await runner.query("alter table certificate add constraint certificate_kind check (kind in ('SERVICE_QUALITY', 'COMPLIANCE_GRADE'))");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table certificate drop constraint certificate_kind");
    await runner.query("alter table certificate add constraint certificate_kind check (kind in ('COMPLIANCE_GRADE')) not valid");
  }
}
