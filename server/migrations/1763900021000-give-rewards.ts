import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";
import { protect } from "../platform/row-security.ts";

/** Rewards and the yearly rounds that give them. Whoever proposes gives nothing alone, and what was given is taken back only in the open. */
export class GiveRewards1763900021000 implements MigrationInterface {
  name = "GiveRewards1763900021000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...rounds, ...rewards, ...guards]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table reward_change, reward, reward_strike, reward_candidate, reward_round");
    await runner.query("drop function guard_reward(), guard_reward_round(), guard_reward_selection()");
  }
}

const unchanging = (table: string) => [
  `create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function refuse_correction()`,
  `revoke update, delete on ${table} from ${appRole}`,
];

const rounds = [
  `create table reward_round (
     id text primary key,
     kind text not null constraint reward_round_kind check (kind in ('HONOUR_LIST', 'EXCELLENT_SERVICE_ENTERPRISE')),
     year integer not null,
     state text not null constraint reward_round_state check (state in ('OPEN', 'CONFIRMED', 'DROPPED')),
     ladder_version integer not null,
     candidates integer not null,
     qualified integer not null,
     opened_by text not null,
     opened_at timestamptz not null,
     closed_by text,
     closed_at timestamptz,
     reason text,
     constraint reward_round_closed check ((state = 'OPEN') = (closed_at is null) and (closed_at is null) = (closed_by is null)),
     constraint reward_round_dropped check ((state = 'DROPPED') = (reason is not null)),
     constraint reward_round_four_eyes check (state <> 'CONFIRMED' or closed_by <> opened_by)
   )`,
  `create unique index reward_round_once on reward_round (kind, year) where state <> 'DROPPED'`,
  `create index reward_round_recent_idx on reward_round (opened_at desc, id desc)`,
  ...protect("reward_round"),
  `create table reward_candidate (
     id text primary key,
     round_id text not null references reward_round (id),
     member_id text not null references member (id),
     number integer not null,
     qualified boolean not null,
     unmet text[] not null,
     figures jsonb not null,
     constraint reward_candidate_once unique (round_id, member_id),
     constraint reward_candidate_reasons check (qualified = (cardinality(unmet) = 0))
   )`,
  `create index reward_candidate_round_idx on reward_candidate (round_id, number)`,
  ...protect("reward_candidate"),
  ...unchanging("reward_candidate"),
  `create table reward_strike (
     candidate_id text primary key references reward_candidate (id),
     reason text not null constraint reward_strike_reason check (length(trim(reason)) > 0),
     struck_by text not null,
     struck_at timestamptz not null
   )`,
  ...protect("reward_strike"),
  ...unchanging("reward_strike"),
];

const rewards = [
  `create table reward (
     id text primary key,
     kind text not null constraint reward_kind check (kind in ('COMMENDATION', 'HONOUR_LIST', 'EXCELLENT_SERVICE_ENTERPRISE')),
     member_id text not null references member (id),
     state text not null constraint reward_state check (state in ('PROPOSED', 'IN_FORCE', 'DECLINED', 'REVOKED')),
     ladder_version integer not null,
     round_id text references reward_round (id),
     year integer,
     deed jsonb,
     deed_on date,
     clause text,
     clause_version text,
     clause_title jsonb,
     evidence text,
     proposed_by text not null,
     proposed_at timestamptz not null,
     decided_by text,
     decided_at timestamptz,
     from_day date,
     through_day date,
     constraint reward_of_round check ((kind = 'COMMENDATION') = (round_id is null) and (round_id is null) = (year is null)),
     constraint reward_of_deed check ((kind = 'COMMENDATION') = (deed is not null) and (deed is null) = (deed_on is null)
       and (deed is null) = (clause is null) and (deed is null) = (evidence is null)),
     constraint reward_decided check ((state = 'PROPOSED') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
     constraint reward_four_eyes check (decided_by <> proposed_by),
     constraint reward_term check ((state in ('IN_FORCE', 'REVOKED')) = (from_day is not null) and (from_day is null) = (through_day is null) and through_day >= from_day),
     constraint reward_once unique (round_id, member_id)
   )`,
  `create index reward_member_idx on reward (member_id, proposed_at desc, id desc)`,
  `create index reward_recent_idx on reward (proposed_at desc, id desc)`,
  `create index reward_public_idx on reward (kind, from_day) where state = 'IN_FORCE'`,
  ...protect("reward"),
  `create policy reward_member on reward for select
     using ((select guildhall_scope()) = 'member' and member_id = (select guildhall_member()) and state in ('IN_FORCE', 'REVOKED'))`,
  `create table reward_change (
     id text primary key,
     place bigint generated always as identity,
     reward_id text not null references reward (id),
     state text not null constraint reward_change_state check (state in ('PROPOSED', 'IN_FORCE', 'DECLINED', 'REVOKED')),
     reason text constraint reward_change_reason check (state not in ('DECLINED', 'REVOKED') or length(trim(reason)) > 0),
     changed_by text not null,
     at timestamptz not null
   )`,
  `create index reward_change_reward_idx on reward_change (reward_id, place)`,
  ...protect("reward_change", { publicWhere: "(select guildhall_scope()) = 'member' and exists (select from reward r where r.id = reward_id)" }),
  ...unchanging("reward_change"),
];

/** What a reward is for never changes; a proposal is decided once, what is in force can only be revoked, and a round is closed once. */
const guards = [
  `create function guard_reward() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' then raise exception 'a reward is revoked, never removed'; end if;
     if (new.id, new.kind, new.member_id, new.ladder_version, new.round_id, new.year, new.deed, new.deed_on, new.clause, new.clause_version, new.clause_title, new.evidence, new.proposed_by, new.proposed_at)
       is distinct from (old.id, old.kind, old.member_id, old.ladder_version, old.round_id, old.year, old.deed, old.deed_on, old.clause, old.clause_version, old.clause_title, old.evidence, old.proposed_by, old.proposed_at)
       or (old.state = 'IN_FORCE' and (new.from_day, new.through_day, new.decided_by, new.decided_at) is distinct from (old.from_day, old.through_day, old.decided_by, old.decided_at)) then
       raise exception 'a reward stays what it is';
     end if;
     if (old.state, new.state) not in (('PROPOSED', 'IN_FORCE'), ('PROPOSED', 'DECLINED'), ('IN_FORCE', 'REVOKED')) then
       raise exception 'a reward skips no step: % does not follow %', new.state, old.state;
     end if;
     return new;
   end $$`,
  `create trigger reward_guarded before update or delete on reward for each row execute function guard_reward()`,
  `create trigger reward_kept before truncate on reward for each statement execute function refuse_correction()`,
  `create function guard_reward_round() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' then raise exception 'a round is dropped, never removed'; end if;
     if (new.id, new.kind, new.year, new.ladder_version, new.candidates, new.qualified, new.opened_by, new.opened_at)
       is distinct from (old.id, old.kind, old.year, old.ladder_version, old.candidates, old.qualified, old.opened_by, old.opened_at) or old.state <> 'OPEN' then
       raise exception 'a round stays as it was opened, and is closed once';
     end if;
     return new;
   end $$`,
  `create trigger reward_round_guarded before update or delete on reward_round for each row execute function guard_reward_round()`,
  `create trigger reward_round_kept before truncate on reward_round for each statement execute function refuse_correction()`,
  // Nobody is given what a round gives without having earned it there, and nobody is struck from a round that is closed.
  `create function guard_reward_selection() returns trigger language plpgsql as $$
   begin
     if tg_table_name = 'reward_strike' then
       if not exists (select from reward_candidate c join reward_round r on r.id = c.round_id where c.id = new.candidate_id and c.qualified and r.state = 'OPEN') then
         raise exception 'only who qualifies in an open round is struck';
       end if;
     elsif new.round_id is not null and not exists (
       select from reward_candidate c where c.round_id = new.round_id and c.member_id = new.member_id and c.qualified
         and not exists (select from reward_strike s where s.candidate_id = c.id)) then
       raise exception 'a round gives nothing to who does not qualify';
     end if;
     return new;
   end $$`,
  `create trigger reward_strike_guarded before insert on reward_strike for each row execute function guard_reward_selection()`,
  `create trigger reward_selected before insert on reward for each row execute function guard_reward_selection()`,
  `revoke delete on reward, reward_round from ${appRole}`,
];
