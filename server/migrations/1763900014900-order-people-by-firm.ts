import type { MigrationInterface, QueryRunner } from "typeorm";

/** People are listed the house first, then firm by firm, each by name. */
export class OrderPeopleByFirm1763900014900 implements MigrationInterface {
  name = "OrderPeopleByFirm1763900014900";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create index user_account_people_idx on user_account (coalesce(member_id, ''), name, id)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index user_account_people_idx");
  }
}
