import type { MigrationInterface, QueryRunner } from "typeorm";
import { protect } from "../platform/row-security.ts";

/** Days that are not as their weekday says: as announced by the State Council, and as the association decided otherwise. */
export class CreateCalendar1763900016000 implements MigrationInterface {
  name = "CreateCalendar1763900016000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table calendar_day");
  }
}

const statements = [
  `create table calendar_day (
     day date not null,
     source text not null constraint calendar_day_source check (source in ('ANNOUNCED', 'ASSOCIATION')),
     working boolean not null,
     name jsonb not null,
     primary key (day, source)
   )`,
  ...protect("calendar_day", { publicRead: true }),
];
