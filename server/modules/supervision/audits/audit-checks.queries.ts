import type { AuditCheck } from "./audit-engine.queries.ts";

/** No current pledge after the days of grace since it came into force, or since admission when that was later. */
const pledgeSigned: AuditCheck = {
  sql: `
    select b.member_id, '' as subject, jsonb_build_object('required', p.number, 'signed', coalesce(signed.number::text, '–')) as facts
    from batch b
      join member m on m.id = b.member_id
      cross join lateral (
        select number, in_force_on from pledge_version
        where state = 'ADOPTED' and in_force_on <= (:as_of)::date order by in_force_on desc, number desc limit 1) p
      left join lateral (
        select max(s.version_number) as number from pledge_signature s where s.member_id = b.member_id and s.signed_at <= :as_of) signed on true
    where signed.number is distinct from p.number
      and greatest(p.in_force_on, m.admitted_on) + (:p->>'graceDays')::int < (:as_of)::date`,
};

/** Not filed by the due day, for every round due before the audit in which the firm was a member already. */
const assessmentFiled: AuditCheck = {
  sql: `
    select b.member_id, r.period as subject,
      jsonb_build_object('period', r.period, 'due', r.due_on, 'daysLate', coalesce(a.submitted_at, :as_of)::date - r.due_on) as facts
    from batch b
      join member m on m.id = b.member_id
      cross join (
        select * from assessment_round where due_on < (:as_of)::date order by period_to desc, period desc limit 1) r
      left join assessment a on a.member_id = b.member_id and a.period = r.period
    where m.admitted_on <= r.opens_on
      and coalesce(a.submitted_at, :as_of)::date > r.due_on + (:p->>'graceDays')::int`,
};

/** Changes asked for in review and not made in time. */
const assessmentChangesMade: AuditCheck = {
  sql: `
    select b.member_id, a.period as subject,
      jsonb_build_object('period', a.period, 'days', (:as_of)::date - a.returned_at::date) as facts
    from batch b join assessment a on a.member_id = b.member_id
    where a.state = 'CHANGES_REQUESTED' and (:as_of)::date - a.returned_at::date > (:p->>'limitDays')::int`,
};

/** The leaves of each member's latest confirmed score tree. */
const leaves = `
  from batch b
    join confirmed_assessment c on c.member_id = b.member_id
    join assessment a on a.id = c.assessment_id
    cross join lateral jsonb_path_query(a.score, '$.groups[*].indicators[*]') as leaf`;

/** Too many of the rated answers stand on the member's word alone. */
const evidenceGiven: AuditCheck = {
  sql: `
    select member_id, period as subject,
      jsonb_build_object('period', period, 'selfDeclared', bare, 'answered', answered, 'percent', round(100.0 * bare / answered, 1)) as facts
    from (
      select b.member_id, c.period, count(*) filter (where leaf->>'proof' = 'SELF_DECLARED') as bare, count(*) as answered
      ${leaves} where leaf->>'state' = 'RATED' group by b.member_id, c.period) as counted
    where 100.0 * bare > answered * (:p->>'maxSelfDeclaredPercent')::numeric`,
};

/** A group of indicators without one that could be rated. */
const groupsWithData: AuditCheck = {
  sql: `
    select b.member_id, c.period || '.' || (grp->>'id') as subject,
      jsonb_build_object('period', c.period, 'group', grp->>'id') as facts
    from batch b
      join confirmed_assessment c on c.member_id = b.member_id
      join assessment a on a.id = c.assessment_id
      cross join lateral jsonb_path_query(a.score, '$.groups[*]') as grp
    where grp->>'effectiveWeight' is null`,
};

/** An indicator named by the parameters, with a value below the minimum; `least` names the parameter with the smallest n that counts. */
const indicatorAtLeast = (least: string | null): AuditCheck => ({
  sql: `
    select b.member_id, c.period as subject,
      jsonb_build_object('period', c.period, 'value', round((leaf->>'value')::numeric, 2), 'n', leaf->>'n') as facts
    ${leaves}
    where leaf->>'id' = :p->>'indicator' and leaf->>'value' is not null
      and (leaf->>'value')::numeric < (:p->>'minimumPercent')::numeric
      ${least ? `and (leaf->>'n')::numeric >= (:p->>'${least}')::numeric` : ""}`,
});

/** How breaches of the first rules are found, by rule code. */
export const auditChecks: Readonly<Record<string, AuditCheck>> = {
  PLEDGE_SIGNED: pledgeSigned,
  ASSESSMENT_FILED: assessmentFiled,
  ASSESSMENT_CHANGES_MADE: assessmentChangesMade,
  EVIDENCE_GIVEN: evidenceGiven,
  GROUPS_WITH_DATA: groupsWithData,
  COMPLAINTS_TIMELY: indicatorAtLeast("minimumComplaints"),
  TRAINING_COVERED: indicatorAtLeast(null),
};
