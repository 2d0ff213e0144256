import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Versions of norms are written in the portal, laid before the members and adopted, step by step; what was adopted stays as it is. */
export class DraftNorms1763900017000 implements MigrationInterface {
  name = "DraftNorms1763900017000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...making, ...guard, ...opinions]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table norm_price_opinion");
    await runner.query("drop trigger norm_version_guarded on norm_version");
    await runner.query("drop trigger norm_version_kept on norm_version");
    await runner.query("drop function guard_norm_version()");
    await runner.query("drop index norm_version_in_making");
    await runner.query("alter table norm_version drop constraint norm_version_consulted, drop constraint norm_version_adopted");
    for (const column of columns) await runner.query(`alter table norm_version drop column ${column}`);
  }
}

const columns = [
  "title", "origin", "revision", "chapters", "codes", "editors", "round", "consultation_closes_on", "adopted_on", "adopted_at", "adopted_by", "price_hits",
];

const making = [
  `alter table norm_version
     add column title jsonb,
     add column origin text not null default 'REFERENCE' constraint norm_version_origin check (origin in ('REFERENCE', 'PORTAL')),
     add column revision integer not null default 1,
     add column chapters jsonb,
     add column codes text[] not null default '{}',
     add column editors text[] not null default '{}',
     add column round integer not null default 0,
     add column consultation_closes_on date,
     add column adopted_on date,
     add column adopted_at timestamptz,
     add column adopted_by text,
     add column price_hits jsonb`,
  `alter table norm_version
     add constraint norm_version_consulted check (origin = 'REFERENCE' or state <> 'CONSULTATION' or (consultation_closes_on is not null and round > 0)),
     add constraint norm_version_adopted check (origin = 'REFERENCE' or state <> 'ADOPTED' or coalesce(
       adopted_on > consultation_closes_on and in_force_on >= adopted_on and adopted_by is not null and adopted_at is not null and price_hits is not null, false))`,
  `create unique index norm_version_in_making on norm_version (norm_id) where origin = 'PORTAL' and state <> 'ADOPTED'`,
];

/** No step is skipped, the text that was consulted on is the text adopted, and an adopted version is never rewritten, whoever asks. */
const guard = [
  `create function guard_norm_version() returns trigger language plpgsql as $$
   begin
     if tg_op = 'INSERT' then
       if new.origin = 'PORTAL' and new.state <> 'DRAFT' then raise exception 'a version of a norm begins as a draft'; end if;
       return new;
     end if;
     if tg_op = 'DELETE' or old.state = 'ADOPTED' then raise exception 'norm_version is never rewritten: publish the next version'; end if;
     if (new.id, new.norm_id, new.number, new.origin) is distinct from (old.id, old.norm_id, old.number, old.origin) then
       raise exception 'a version of a norm stays what it is';
     end if;
     if new.state <> 'DRAFT' and (new.title, new.preamble, new.external_norms, new.chapters) is distinct from (old.title, old.preamble, old.external_norms, old.chapters) then
       raise exception 'the text laid before the members is the text adopted';
     end if;
     if (old.state, new.state) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'CONSULTATION'), ('CONSULTATION', 'DRAFT'), ('CONSULTATION', 'ADOPTED')) then
       raise exception 'a version of a norm skips no step: % does not follow %', new.state, old.state;
     end if;
     return new;
   end $$`,
  `create trigger norm_version_guarded before insert or update or delete on norm_version for each row execute function guard_norm_version()`,
  `create trigger norm_version_kept before truncate on norm_version for each statement execute function refuse_rewriting()`,
];

const opinions = [
  `create table norm_price_opinion (
     id text primary key,
     version_id text not null references norm_version (id),
     digest text not null,
     hits jsonb not null,
     reason text not null,
     user_id text not null,
     given_at timestamptz not null,
     constraint norm_price_opinion_once unique (version_id, digest)
   )`,
  ...protect("norm_price_opinion"),
  `create trigger norm_price_opinion_unchanging before update or delete or truncate on norm_price_opinion for each statement execute function refuse_rewriting()`,
  `revoke update, delete on norm_price_opinion from ${appRole}`,
];
