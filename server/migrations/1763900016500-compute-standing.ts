import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** How a firm stands follows from dates and decisions, for every day; nobody writes it down as a state any more. */
export class ComputeStanding1763900016500 implements MigrationInterface {
  name = "ComputeStanding1763900016500";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undone) await runner.query(statement);
  }
}

const auditedMember = (where: string) => `create view audited_member with (security_invoker) as ${where}`;

const statements = [
  // The instant of whoever asks, so that a request is answered as of its own time; the database's where none is told.
  `create function guildhall_today() returns date language sql stable parallel safe as
     $$ select coalesce(nullif(current_setting('guildhall.now', true), '')::timestamptz, now())::date $$`,
  `create table standing_fact (
     id text primary key,
     place bigint generated always as identity,
     member_id text not null references member (id),
     kind text not null constraint standing_fact_kind
       check (kind in ('ADMITTED', 'RENEWED', 'WITHDRAWN', 'WITHDRAWAL_REVOKED', 'SUSPENDED', 'REINSTATED', 'EXPELLED')),
     day date not null,
     through date constraint standing_fact_term check ((through is not null) = (kind in ('ADMITTED', 'RENEWED'))),
     grace_through date constraint standing_fact_grace check ((grace_through is not null) = (through is not null) and grace_through >= through),
     until date constraint standing_fact_until check (until is null or (kind = 'SUSPENDED' and until >= day)),
     reason text,
     basis text constraint standing_fact_basis check (basis is not null or kind not in ('SUSPENDED', 'EXPELLED')),
     recorded_by text references user_account (id),
     recorded_at timestamptz not null
   )`,
  `create index standing_fact_member_idx on standing_fact (member_id, place)`,
  ...protect("standing_fact", { member: "member_id", memberReadsOnly: true }),
  `create table standing_span (
     member_id text not null references member (id),
     from_day date not null,
     to_day date constraint standing_span_days check (to_day >= from_day),
     status text not null constraint standing_span_status check (status in ('ACTIVE', 'GRACE', 'SUSPENDED', 'LAPSED', 'EXPELLED', 'WITHDRAWN')),
     primary key (member_id, from_day)
   )`,
  ...protect("standing_span", { member: "member_id", memberReadsOnly: true }),
  // Every firm entered before stands in full, since nothing led elsewhere; its year ends on the next day of its kind.
  `insert into standing_fact (id, member_id, kind, day, through, grace_through, recorded_at)
   select 'stf_' || right(id, 26), id, 'ADMITTED', admitted_on, next - 1, next + 59, now()
   from member cross join lateral (select (admitted_on + make_interval(years => greatest(0, extract(year from age(current_date, admitted_on))::int) + 1))::date as next) as anniversary`,
  `insert into standing_span (member_id, from_day, to_day, status)
   select member_id, from_day, to_day, status from standing_fact
     cross join lateral (values ('ACTIVE', day, through), ('GRACE', through + 1, grace_through), ('LAPSED', grace_through + 1, null)) as span (status, from_day, to_day)`,
  `create trigger standing_fact_unchanging before update or delete or truncate on standing_fact for each statement execute function refuse_rewriting()`,
  `revoke update, delete on standing_fact from ${appRole}`,
  `drop view audited_member`,
  auditedMember(`select member_id as id from standing_span
     where status in ('ACTIVE', 'GRACE', 'SUSPENDED') and from_day <= guildhall_today() and (to_day is null or to_day >= guildhall_today())`),
  `alter table member drop column status, drop column status_since`,
];

const undone = [
  `alter table member add column status text not null default 'ACTIVE' constraint member_status check (status in ('ACTIVE', 'GRACE', 'SUSPENDED', 'LAPSED', 'EXPELLED', 'WITHDRAWN')),
     add column status_since date not null default current_date`,
  `update member m set status = s.status, status_since = s.from_day from standing_span s
   where s.member_id = m.id and s.from_day <= current_date and (s.to_day is null or s.to_day >= current_date)`,
  `alter table member alter column status drop default, alter column status_since drop default`,
  `create index member_status_idx on member (status, number)`,
  `drop view audited_member`,
  auditedMember(`select id from member where status in ('ACTIVE', 'GRACE', 'SUSPENDED')`),
  `drop table standing_span, standing_fact`,
  `drop function guildhall_today()`,
];
