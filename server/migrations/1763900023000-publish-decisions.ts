import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/**
 * How long a sanction stands on the public file, and how a firm asks to have it taken down. What strangers may read of a decision is copied here when it
 * comes in force, word for word; whether they may read it on a day follows from the dates.
 */
export class PublishDecisions1763900023000 implements MigrationInterface {
  name = "PublishDecisions1763900023000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...publications, ...repairs, ...statements]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table repair_pause, repair_statement, repair, publication");
  }
}

const own = "(select guildhall_scope()) = 'member' and member_id = (select guildhall_member())";

/** No row ever goes. */
const kept = (table: string) => [
  `create trigger ${table}_kept before delete or truncate on ${table} for each statement execute function refuse_rewriting()`,
  `revoke delete on ${table} from ${appRole}`,
];

const publications = [
  `create table publication (
     id text primary key,
     decision_id text not null constraint publication_once unique references sanction_decision (id),
     case_id text not null references sanction_case (id),
     member_id text not null references member (id),
     case_number integer not null,
     step text not null,
     step_name jsonb not null,
     publicity text constraint publication_publicity check (publicity in ('MINOR', 'ORDINARY', 'SERIOUS')),
     clauses jsonb not null,
     reasons text not null,
     ladder_version integer not null,
     terms_version integer not null,
     decided_on date not null,
     from_on date not null,
     repair_from_on date not null constraint publication_repair check (repair_from_on >= from_on),
     until_on date constraint publication_window check (until_on >= from_on and (until_on is null or publicity is not null)),
     ended_on date constraint publication_ended check (ended_on >= from_on),
     end_cause text constraint publication_cause check (end_cause in ('SET_ASIDE', 'REPAIRED') and (end_cause is null) = (ended_on is null)),
     repair_shown_until date constraint publication_after_repair check (repair_shown_until is null or end_cause = 'REPAIRED'),
     withheld text[] not null default '{}',
     placed_at timestamptz not null,
     started_told_at timestamptz,
     ended_told_at timestamptz
   )`,
  `create index publication_member_idx on publication (member_id, from_on desc, id desc)`,
  `create index publication_untold_idx on publication (from_on) where started_told_at is null or ended_told_at is null`,
  ...protect("publication"),
  `create policy publication_member on publication for select using (${own})`,
  ...kept("publication"),
  // What was published stays as it was; only its end is written, and that it was told.
  `revoke update on publication from ${appRole}`,
  `grant update (ended_on, end_cause, repair_shown_until, withheld, started_told_at, ended_told_at) on publication to ${appRole}`,
];

const repairs = [
  `create table repair (
     id text primary key,
     publication_id text not null references publication (id),
     decision_id text not null references sanction_decision (id),
     case_id text not null references sanction_case (id),
     member_id text not null references member (id),
     state text not null constraint repair_state check (state in ('FILED', 'RETURNED', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
     revision integer not null,
     terms_version integer not null,
     decision_days integer not null,
     feedback_days integer not null,
     commitment text not null,
     commitment_language text not null,
     commitment_digest text not null,
     signatory_name text not null,
     signatory_title text not null,
     filed_at timestamptz not null,
     filed_on date not null,
     filed_by text not null references user_account (id),
     decided_at timestamptz constraint repair_decided check ((decided_at is not null) = (state in ('GRANTED', 'REFUSED'))),
     decided_on date constraint repair_decided_on check ((decided_on is null) = (decided_at is null)),
     decided_by text references user_account (id),
     reasons text constraint repair_reasoned check (length(trim(reasons)) > 0 and (reasons is null) = (decided_at is null)),
     told_at timestamptz constraint repair_told check (told_at is null or decided_at is not null),
     told_by text references user_account (id),
     told_how text constraint repair_told_how check ((told_how is null) = (told_at is null))
   )`,
  `create unique index repair_one_open on repair (publication_id) where state in ('FILED', 'RETURNED')`,
  `create unique index repair_one_granted on repair (publication_id) where state = 'GRANTED'`,
  `create index repair_member_idx on repair (member_id, id)`,
  `create index repair_state_idx on repair (state, id)`,
  ...protect("repair"),
  `create policy repair_member on repair for select using (${own})`,
  `create policy repair_filed on repair for insert with check (${own} and state = 'FILED')`,
  `create policy repair_followed on repair for update using (${own} and state in ('FILED', 'RETURNED')) with check (${own} and state in ('FILED', 'WITHDRAWN'))`,
  ...kept("repair"),
];

const statements = [
  `create table repair_statement (
     id text primary key,
     repair_id text not null references repair (id),
     member_id text not null references member (id),
     user_id text not null references user_account (id),
     text text not null,
     file_ids text[] not null,
     filed_at timestamptz not null
   )`,
  `create index repair_statement_repair_idx on repair_statement (repair_id, id)`,
  `create index repair_statement_files_idx on repair_statement using gin (file_ids)`,
  ...protect("repair_statement", { member: "member_id" }),
  `create trigger repair_statement_unchanging before update or delete or truncate on repair_statement for each statement execute function refuse_rewriting()`,
  `revoke update, delete on repair_statement from ${appRole}`,
  `create table repair_pause (
     id text primary key,
     repair_id text not null references repair (id),
     member_id text not null references member (id),
     from_day date not null,
     until_day date constraint repair_pause_days check (until_day >= from_day),
     reason text not null,
     paused_by text not null references user_account (id)
   )`,
  `create unique index repair_pause_one_open on repair_pause (repair_id) where until_day is null`,
  `create index repair_pause_repair_idx on repair_pause (repair_id, from_day)`,
  ...protect("repair_pause"),
  `create policy repair_pause_member on repair_pause for select using (${own})`,
  `create policy repair_pause_over on repair_pause for update using (${own} and until_day is null) with check (${own} and until_day is not null)`,
  ...kept("repair_pause"),
  `revoke update on repair_pause from ${appRole}`,
  `grant update (until_day) on repair_pause to ${appRole}`,
];
