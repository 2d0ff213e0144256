import type { AuditCheck } from "./audit-engine.queries.ts";

/**
 * Not signed: the newest pledge whose day to sign is over for the member, or a later one. That day is the pledge's own, and for a newcomer not
 * before its days of grace.
 */
const pledgeSigned: AuditCheck = {
  sql: `
    select b.member_id, '' as subject, coalesce(signed.number, 0) < due.number as breached,
      jsonb_build_object('required', due.number, 'signed', signed.number, 'by', due.by) as facts
    from batch b
      join member m on m.id = b.member_id
      left join lateral (
        select max(s.version_number) as number from pledge_signature s where s.member_id = b.member_id and s.signed_at <= :as_of) signed on true
      cross join lateral (
        select p.number, greatest(p.sign_by, m.admitted_on + (:p->>'graceDays')::int) as by from pledge_version p
        where p.state = 'ADOPTED' and p.in_force_on <= (:as_of)::date
          and (greatest(p.sign_by, m.admitted_on + (:p->>'graceDays')::int) < (:as_of)::date or p.number <= signed.number)
        order by p.in_force_on desc, p.number desc limit 1) due`,
};

/** First handed in after the due day of the latest round that is over; asked only of those who were members for its whole period. */
const assessmentFiled: AuditCheck = {
  sql: `
    select b.member_id, r.period as subject, filed.on_day > r.due_on + (:p->>'graceDays')::int as breached,
      jsonb_build_object('period', r.period, 'due', r.due_on, 'daysLate', filed.on_day - r.due_on) as facts
    from batch b
      join member m on m.id = b.member_id
      join (
        select * from assessment_round where due_on + (:p->>'graceDays')::int < (:as_of)::date
        order by period_to desc, period desc limit 1) r on m.admitted_on <= r.period_from
      left join assessment a on a.member_id = b.member_id and a.period = r.period
      cross join lateral (
        select coalesce(min(s.submitted_at), :as_of)::date as on_day
        from assessment_submission s where s.assessment_id = a.id and s.submitted_at <= :as_of) filed`,
};

/** Changes asked for in review and not made when their days were over. */
const assessmentChangesMade: AuditCheck = {
  sql: `
    select b.member_id, a.period as subject, a.state = 'CHANGES_REQUESTED' as breached,
      jsonb_build_object('period', a.period, 'days', (:as_of)::date - a.returned_at::date) as facts
    from batch b join assessment a on a.member_id = b.member_id
    where a.returned_at is not null
      and (a.state <> 'CHANGES_REQUESTED' or (:as_of)::date - a.returned_at::date > (:p->>'limitDays')::int)`,
};

/** Each member's latest confirmed assessment, found member by member: the whole view would be sorted anew for every batch. */
const confirmed = `
  from batch b
    cross join lateral (select v.assessment_id, v.period from confirmed_assessment v where v.member_id = b.member_id limit 1) c
    join assessment a on a.id = c.assessment_id`;

/** The leaves of its score tree. */
const leaves = `
  ${confirmed}
    cross join lateral jsonb_path_query(a.score, '$.groups[*].indicators[*]') as leaf`;

/** Too many of the rated answers stand on the member's word alone. */
const evidenceGiven: AuditCheck = {
  sql: `
    select member_id, period as subject, 100.0 * bare > answered * (:p->>'maxSelfDeclaredPercent')::numeric as breached,
      jsonb_build_object('period', period, 'selfDeclared', bare, 'answered', answered, 'percent', round(100.0 * bare / answered, 1)) as facts
    from (
      select b.member_id, c.period, count(*) filter (where leaf->>'proof' = 'SELF_DECLARED') as bare, count(*) as answered
      ${leaves} where leaf->>'state' = 'RATED' group by b.member_id, c.period) as counted`,
};

/** A group of indicators without one that could be rated, unless none of them applies to the member. */
const groupsWithData: AuditCheck = {
  sql: `
    select b.member_id, c.period || '.' || (grp->>'id') as subject, grp->>'effectiveWeight' is null as breached,
      jsonb_build_object('period', c.period, 'group', grp->>'id') as facts
    ${confirmed}
      cross join lateral jsonb_path_query(a.score, '$.groups[*] ? (exists (@.indicators[*] ? (@.state != "NOT_APPLICABLE")))') as grp`,
};

/** An indicator named by the parameters, with a value below the minimum; `least` names the parameter with the smallest n that counts. */
const indicatorAtLeast = (least: string | null): AuditCheck => ({
  sql: `
    select b.member_id, c.period as subject, (leaf->>'value')::numeric < (:p->>'minimumPercent')::numeric as breached,
      jsonb_build_object('period', c.period, 'value', round((leaf->>'value')::numeric, 2), 'n', leaf->>'n') as facts
    ${leaves}
    where leaf->>'id' = :p->>'indicator' and leaf->>'value' is not null
      ${least ? `and (leaf->>'n')::numeric >= (:p->>'${least}')::numeric` : ""}`,
});

/** How the first rules judge, by rule code. */
export const auditChecks: Readonly<Record<string, AuditCheck>> = {
  PLEDGE_SIGNED: pledgeSigned,
  ASSESSMENT_FILED: assessmentFiled,
  ASSESSMENT_CHANGES_MADE: assessmentChangesMade,
  EVIDENCE_GIVEN: evidenceGiven,
  GROUPS_WITH_DATA: groupsWithData,
  COMPLAINTS_TIMELY: indicatorAtLeast("minimumComplaints"),
  TRAINING_COVERED: indicatorAtLeast(null),
};
