import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a certificate states is fixed with its number, and its paper once it is there; only how it stands changes after that. */
export class KeepCertificatesAsIssued1763900015000 implements MigrationInterface {
  name = "KeepCertificatesAsIssued1763900015000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop trigger certificate_as_issued on certificate");
    await runner.query("drop function refuse_restating()");
  }
}

const stated = (row: string) =>
  `(${["id", "number", "kind", "member_id", "assessment_id", "grade", "facts", "issued_on", "expires_on", "ordered_at"].map((column) => `${row}.${column}`).join(", ")})`;
const paper = (row: string) => `(${row}.file_id, ${row}.file_digest, ${row}.issued_at)`;

const statements = [
  `create function refuse_restating() returns trigger language plpgsql as $$ begin
     if ${stated("new")} is distinct from ${stated("old")} or (old.file_id is not null and ${paper("new")} is distinct from ${paper("old")}) then
       raise exception 'what a certificate states is never rewritten: withdraw it and issue another';
     end if;
     return new;
   end $$`,
  `create trigger certificate_as_issued before update on certificate for each row execute function refuse_restating()`,
];
