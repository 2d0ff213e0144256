import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/**
 * Cases against a member, the panels that decide them, their decisions and the appeals. A member sees a case from the day the notice was served on, and
 * never what the house drafts or how a panel votes.
 */
export class OpenCases1763900020000 implements MigrationInterface {
  name = "OpenCases1763900020000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...cases, ...panels, ...decisions, ...appeals]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table case_paper, panel_vote, panel_seat, panel_affiliation, case_event, case_answer, case_pause");
    await runner.query("drop table sanction_appeal, sanction_decision, case_draft, sanction_case");
  }
}

const own = (member: string) => `(select guildhall_scope()) = 'member' and ${member} = (select guildhall_member())`;

const unchanging = (table: string) => [
  `create trigger ${table}_unchanging before update or delete or truncate on ${table} for each statement execute function refuse_rewriting()`,
  `revoke update, delete on ${table} from ${appRole}`,
];

const cases = [
  `create table sanction_case (
     id text primary key,
     number integer generated always as identity constraint sanction_case_number_key unique,
     member_id text not null references member (id),
     title text not null,
     statement text not null,
     occurred_on date not null,
     source text,
     charges jsonb not null constraint sanction_case_charges check (jsonb_array_length(charges) > 0),
     ladder_version integer not null,
     state text not null constraint sanction_case_state check (state in ('OPENED', 'NOTICE_SERVED', 'DRAFTED', 'DECIDED', 'SERVED', 'IN_FORCE', 'CLOSED')),
     revision integer not null,
     opened_at timestamptz not null,
     opened_by text not null references user_account (id),
     notice_served_on date constraint sanction_case_notice check (notice_served_on is not null or state in ('OPENED', 'CLOSED')),
     answer_days integer not null,
     closed_on date constraint sanction_case_closed check ((closed_on is not null) = (state = 'CLOSED')),
     outcome text constraint sanction_case_outcome
       check ((outcome is not null) = (state = 'CLOSED') and outcome in ('DROPPED', 'DISMISSED', 'SANCTIONED', 'SET_ASIDE'))
   )`,
  `create index sanction_case_member_idx on sanction_case (member_id, number)`,
  `create index sanction_case_state_idx on sanction_case (state, number)`,
  ...protect("sanction_case"),
  `create policy sanction_case_member on sanction_case for select using (${own("member_id")} and notice_served_on is not null)`,
  `create table case_draft (
     case_id text primary key references sanction_case (id),
     proposal jsonb not null,
     editors text[] not null constraint case_draft_editors check (cardinality(editors) > 0),
     revision integer not null,
     saved_at timestamptz not null
   )`,
  ...protect("case_draft"),
  `create table case_answer (
     id text primary key,
     place bigint generated always as identity,
     case_id text not null references sanction_case (id),
     member_id text not null references member (id),
     user_id text not null references user_account (id),
     text text not null,
     file_ids text[] not null,
     final boolean not null,
     filed_at timestamptz not null
   )`,
  `create index case_answer_case_idx on case_answer (case_id, place)`,
  ...protect("case_answer", { member: "member_id" }),
  ...unchanging("case_answer"),
  // Of a case or an appeal: a time that does not count.
  `create table case_pause (
     id text primary key,
     subject_id text not null,
     member_id text not null references member (id),
     from_day date not null,
     until_day date constraint case_pause_days check (until_day >= from_day),
     reason text not null,
     paused_by text not null references user_account (id)
   )`,
  `create unique index case_pause_one_open on case_pause (subject_id) where until_day is null`,
  `create index case_pause_subject_idx on case_pause (subject_id, from_day)`,
  ...protect("case_pause", { member: "member_id", memberReadsOnly: true }),
  `create table case_event (
     id text primary key,
     place bigint generated always as identity,
     case_id text not null references sanction_case (id),
     member_id text not null references member (id),
     kind text not null,
     at timestamptz not null,
     user_id text references user_account (id),
     note text,
     facts jsonb not null,
     told boolean not null
   )`,
  `create index case_event_case_idx on case_event (case_id, place)`,
  ...protect("case_event"),
  `create policy case_event_member on case_event for select using (${own("member_id")} and told)`,
  `create policy case_event_stated on case_event for insert with check (${own("member_id")} and told)`,
  ...unchanging("case_event"),
];

const panels = [
  // A firm somebody who sits on panels works for, owns or advises.
  `create table panel_affiliation (
     id text primary key,
     user_id text not null references user_account (id),
     member_id text not null references member (id),
     nature text not null,
     since date not null,
     until date constraint panel_affiliation_days check (until >= since),
     declared_by text not null references user_account (id),
     declared_at timestamptz not null
   )`,
  `create index panel_affiliation_user_idx on panel_affiliation (user_id, member_id)`,
  ...protect("panel_affiliation"),
  `create table panel_seat (
     subject_id text not null,
     user_id text not null references user_account (id),
     member_id text not null references member (id),
     seated_at timestamptz not null,
     seated_by text not null references user_account (id),
     declared_at timestamptz,
     interested boolean constraint panel_seat_declared check ((interested is null) = (declared_at is null)),
     declaration text,
     recused_at timestamptz,
     recused_by text references user_account (id),
     recusal text constraint panel_seat_recused check ((recusal is null) = (recused_at is null)),
     primary key (subject_id, user_id)
   )`,
  ...protect("panel_seat"),
  `create table panel_vote (
     subject_id text not null,
     revision integer not null,
     user_id text not null references user_account (id),
     choice text not null,
     reason text not null,
     cast_at timestamptz not null,
     primary key (subject_id, revision, user_id)
   )`,
  ...protect("panel_vote"),
  ...unchanging("panel_vote"),
];

const decisions = [
  `create table sanction_decision (
     id text primary key,
     case_id text not null references sanction_case (id),
     member_id text not null references member (id),
     appeal_id text constraint sanction_decision_appeal_key unique,
     outcome text not null constraint sanction_decision_outcome check (outcome in ('SANCTION', 'DISMISSED')),
     step text constraint sanction_decision_step check ((step is not null) = (outcome = 'SANCTION')),
     severity text constraint sanction_decision_severity check (severity in ('CRITICAL', 'MAJOR', 'MINOR') and (severity is not null) = (step is not null)),
     publicity text constraint sanction_decision_publicity check (publicity in ('MINOR', 'ORDINARY', 'SERIOUS')),
     published_days integer not null,
     months integer,
     amount numeric,
     legal_basis text,
     mitigations jsonb not null,
     charges jsonb not null constraint sanction_decision_cites check (outcome = 'DISMISSED' or jsonb_array_length(charges) > 0),
     reasons text not null,
     ladder_version integer not null,
     panel jsonb not null,
     digest text not null,
     decided_at timestamptz not null,
     decided_by text not null references user_account (id),
     served_on date,
     appeal_until date constraint sanction_decision_appealable check ((appeal_until is not null) = (served_on is not null and step is not null and appeal_id is null)),
     in_force_on date constraint sanction_decision_in_force check (in_force_on is null or (served_on is not null and step is not null)),
     ends_on date,
     set_aside_on date
   )`,
  `create unique index sanction_decision_once on sanction_decision (case_id) where appeal_id is null`,
  `create index sanction_decision_member_idx on sanction_decision (member_id, decided_at)`,
  ...protect("sanction_decision"),
  `create policy sanction_decision_member on sanction_decision for select using (${own("member_id")} and served_on is not null)`,
  `create table case_paper (
     subject_id text not null,
     language text not null,
     member_id text not null references member (id),
     file_id text not null references stored_file (id),
     drawn_at timestamptz not null,
     primary key (subject_id, language)
   )`,
  ...protect("case_paper", { member: "member_id", memberReadsOnly: true }),
  ...unchanging("case_paper"),
];

const appeals = [
  `create table sanction_appeal (
     id text primary key,
     case_id text not null references sanction_case (id),
     decision_id text not null constraint sanction_appeal_once unique references sanction_decision (id),
     member_id text not null references member (id),
     grounds text[] not null constraint sanction_appeal_grounds check (cardinality(grounds) > 0),
     text text not null,
     file_ids text[] not null,
     filed_at timestamptz not null,
     filed_by text not null references user_account (id),
     filed_on date not null,
     decision_days integer not null,
     revision integer not null,
     outcome text constraint sanction_appeal_outcome check (outcome in ('UPHELD', 'REDUCED', 'SET_ASIDE', 'WITHDRAWN')),
     step text constraint sanction_appeal_step check ((step is not null) = (outcome is not distinct from 'REDUCED')),
     reasons text,
     panel jsonb,
     decided_at timestamptz constraint sanction_appeal_decided check ((decided_at is not null) = (outcome is not null)),
     decided_by text references user_account (id)
   )`,
  `create index sanction_appeal_case_idx on sanction_appeal (case_id)`,
  `create index sanction_appeal_member_idx on sanction_appeal (member_id, filed_at)`,
  ...protect("sanction_appeal"),
  `create policy sanction_appeal_member on sanction_appeal for select using (${own("member_id")})`,
  `create policy sanction_appeal_filed on sanction_appeal for insert with check (${own("member_id")} and outcome is null)`,
  `alter table sanction_decision add constraint sanction_decision_by_appeal foreign key (appeal_id) references sanction_appeal (id)`,
];
