import type { MigrationInterface, QueryRunner } from "typeorm";
import { appRole } from "../platform/database.ts";

/** Owns the views of the public file, and may read no more of a table than the columns it is granted. */
const register = "guildhall_register";

/**
 * What every stranger may read of a firm, column by column. The tables themselves stay closed to strangers: the views belong to a role of their own that
 * nobody signs in as, so that the database itself holds the public file to these columns and rows, whatever a statement asks for.
 */
export class OpenPublicFile1763900023500 implements MigrationInterface {
  name = "OpenPublicFile1763900023500";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...role, ...grants, ...Object.entries(views).flatMap(viewOf), `revoke create on schema public from ${register}`]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of Object.keys(views)) await runner.query(`drop view ${view}`);
    for (const table of Object.keys(readable)) {
      await runner.query(`drop policy ${table}_register on ${table}`);
      await runner.query(`revoke all on ${table} from ${register}`);
    }
  }
}

const role = [
  `do $$ begin create role ${register} nologin nobypassrls; exception when duplicate_object or unique_violation then null; end $$`,
  `do $$ begin execute format('grant ${register} to %I', current_user); end $$`,
  `grant usage, create on schema public to ${register}`,
];

/** The columns of each table that are public, of some rows at least. */
const readable = {
  member: "id, number, name, region, size_class, product_lines, admitted_on",
  standing_span: "member_id, from_day, to_day, status",
  pledge_signature: "member_id, version_number, signed_at",
  compliance_grade: "id, member_id, scheme_version, state, score, grade, areas, limits, at",
  publication: `id, decision_id, member_id, case_number, step_name, publicity, clauses, reasons, ladder_version, decided_on, from_on, until_on,
    ended_on, end_cause, repair_shown_until, withheld`,
  sanction_decision: "id, appeal_until, appeal_id, set_aside_on",
  sanction_appeal: "decision_id, filed_on, outcome, decided_at",
};

const grants = Object.entries(readable).flatMap(([table, columns]) => [
  `grant select (${columns}) on ${table} to ${register}`,
  `create policy ${table}_register on ${table} for select to ${register} using (true)`,
]);

const standsAside = "d.set_aside_on is not null and d.set_aside_on <= guildhall_today()";

const views = {
  /** A firm as it stands today; how it stood before, and what is announced for later, is nobody's. */
  public_firm: `select m.id, m.number, m.name, m.region, m.size_class, m.product_lines, m.admitted_on, s.status, s.from_day as status_since
    from member m join standing_span s on s.member_id = m.id and s.from_day <= guildhall_today() and (s.to_day is null or s.to_day >= guildhall_today())`,
  /** The newest version of the pledge a firm signed, and the day; not who signed for it. */
  public_pledge: `select distinct on (member_id) member_id, version_number, signed_at::date as signed_on from pledge_signature order by member_id, version_number desc`,
  /** The latest compliance grade; not what it was reckoned from. */
  public_grade: `select distinct on (member_id) member_id, id, scheme_version, state, score::text as score, grade, areas, limits, at
    from compliance_grade order by member_id, at desc, id desc`,
  /** Decisions on public display today, with the state of an appeal against them. */
  public_decision: `select p.id, p.member_id, p.case_number, p.step_name, p.publicity, p.clauses, p.reasons, p.ladder_version, p.decided_on, p.from_on, p.until_on,
      case when d.appeal_id is null then d.appeal_until end as appeal_until, a.filed_on as appeal_filed_on, a.outcome as appeal_outcome, a.decided_at::date as appeal_decided_on
    from publication p join sanction_decision d on d.id = p.decision_id left join sanction_appeal a on a.decision_id = d.id
    where guildhall_today() between p.from_on and p.until_on and (p.ended_on is null or p.ended_on > guildhall_today()) and not (${standsAside})`,
  /** Decisions that were repaired, as long as that is shown, without what is withheld from then on. */
  public_repair: `select p.id, p.member_id, p.case_number, p.decided_on, p.ended_on as repaired_on, p.repair_shown_until as shown_until,
      case when not 'STEP' = any(p.withheld) then p.step_name end as step_name,
      case when not 'CLAUSES' = any(p.withheld) then p.clauses end as clauses,
      case when not 'REASONS' = any(p.withheld) then p.reasons end as reasons
    from publication p join sanction_decision d on d.id = p.decision_id
    where p.end_cause = 'REPAIRED' and p.until_on is not null and guildhall_today() between p.ended_on and p.repair_shown_until and not (${standsAside})`,
};

const viewOf = ([name, query]: [string, string]) => [
  `create view ${name} with (security_barrier) as ${query}`,
  `alter view ${name} owner to ${register}`,
  `revoke all on ${name} from ${appRole}`,
  `grant select on ${name} to ${appRole}`,
];
