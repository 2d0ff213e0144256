import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** What the association has decided and published besides its norms: the ladder of sanctions, roles, working days, rounds. */
export class PublishDocuments1763900011000 implements MigrationInterface {
  name = "PublishDocuments1763900011000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table published_document");
  }
}

const statements = [
  `create table published_document (
     code text,
     version integer constraint published_document_version check (version > 0),
     effective_from date not null,
     digest text not null,
     definition jsonb not null,
     primary key (code, version)
   )`,
  ...protect("published_document", { publicRead: true }),
  `create trigger published_document_unchanging before update or delete or truncate on published_document for each statement execute function refuse_rewriting()`,
  `revoke update, delete on published_document from ${appRole}`,
];
