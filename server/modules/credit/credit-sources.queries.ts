import type { CreditSource } from "./ledger.queries.ts";

const pledges: CreditSource = {
  code: "PLEDGE_SIGNATURE",
  kinds: ["PLEDGE_SIGNED"],
  sql: (wanted) => `
    select s.member_id, s.id as source_record, 'PLEDGE_SIGNED' as kind, null as matter, null as clause, s.version_id as clause_version, null as severity,
      null::numeric as value, 'VERIFIED' as proof, s.signed_at as occurred_at, s.signed_at as decided_at, null::timestamptz as published_at,
      null::timestamptz as expires_at, jsonb_build_array(jsonb_build_object('kind', 'PLEDGE_SIGNATURE', 'id', s.id)) as evidence,
      jsonb_build_object('version', s.version_number) as facts
    from pledge_signature s where ${wanted("s.member_id", "s.id")}`,
};

/** It belongs to the end of its period, so that a later period counts even where an earlier one was confirmed after it. */
const assessments: CreditSource = {
  code: "ASSESSMENT",
  kinds: ["ASSESSMENT_CONFIRMED"],
  sql: (wanted) => `
    select a.member_id, a.id as source_record, 'ASSESSMENT_CONFIRMED' as kind, null as matter, null as clause, null as clause_version, null as severity,
      a.score_value as value, 'DOCUMENT_BACKED' as proof, least((r.period_to + 1)::timestamptz, a.confirmed_at) as occurred_at, a.confirmed_at as decided_at,
      null::timestamptz as published_at, null::timestamptz as expires_at,
      jsonb_build_array(jsonb_build_object('kind', 'ASSESSMENT', 'id', a.id)) as evidence,
      jsonb_build_object('period', a.period, 'score', a.score_value::text, 'scheme', a.scheme_version) as facts
    from assessment a join assessment_round r on r.period = a.period
    where a.state = 'CONFIRMED' and ${wanted("a.member_id", "a.id")}`,
};

/** Who was judged by an audit that is done: of its batches, and a member by then. */
const audits: CreditSource = {
  code: "AUDIT",
  kinds: ["AUDITED"],
  sql: (wanted) => `
    select m.id as member_id, r.id || '.' || m.id as source_record, 'AUDITED' as kind, null as matter, null as clause, null as clause_version, null as severity,
      null::numeric as value, 'VERIFIED' as proof, r.as_of as occurred_at, r.as_of as decided_at, null::timestamptz as published_at,
      null::timestamptz as expires_at, jsonb_build_array(jsonb_build_object('kind', 'AUDIT', 'id', r.id)) as evidence,
      jsonb_build_object('asOf', to_char(r.as_of, 'YYYY-MM-DD')) as facts
    from audit_run r
      join audit_batch b on b.run_id = r.id
      join member m on m.id between b.first_member and b.last_member and m.admitted_on <= r.as_of::date
      join audited_member bound on bound.id = m.id
    where r.state = 'DONE' and ${wanted("m.id", "r.id")}`,
};

/** The rule of a finding as its set has it, and the version of the norm or pledge in which the clause it cites was in force. */
const rule = `
  left join lateral (
    select value->'title' as title, value->>'article' as article
    from audit_rule_set t, jsonb_array_elements(t.definition->'rules') where t.version = f.rule_set_version and value->>'code' = f.rule) u on true
  left join lateral (
    select v.id, v.in_force_on from norm_version v join norm_article a on a.version_id = v.id
    where a.code = u.article and v.state = 'ADOPTED' and v.in_force_on <= f.found_at::date
    union all
    select p.id, p.in_force_on from pledge_version p
    where u.article ~ '^C' and p.state = 'ADOPTED' and p.in_force_on <= f.found_at::date
    order by in_force_on desc limit 1) text on true`;

const findingColumns = (at: string, asOf: string) => `
      f.rule || ' ' || f.subject as matter, u.article as clause, text.id as clause_version, f.severity, null::numeric as value, 'VERIFIED' as proof,
      ${at} as occurred_at, ${at} as decided_at, null::timestamptz as published_at, null::timestamptz as expires_at,
      jsonb_build_array(jsonb_build_object('kind', 'FINDING', 'id', f.id)) as evidence,
      f.facts || jsonb_build_object('asOf', to_char(${asOf}, 'YYYY-MM-DD'), 'rule', f.rule, 'subject', f.subject, 'title', u.title) as facts`;

/**
 * Findings of audits that are done; what the pledge wants is of its own area. A finding is settled by the next audit that asked the same of the member
 * and did not find it any more.
 */
const findings: CreditSource = {
  code: "FINDING",
  kinds: ["FINDING", "PLEDGE_UNSIGNED", "PLEDGE_OUTDATED", "FINDING_CLOSED"],
  sql: (wanted) => `
    select f.member_id, f.id as source_record,
      case when f.rule <> 'PLEDGE_SIGNED' then 'FINDING' when coalesce(f.facts->>'signed', '–') = '–' then 'PLEDGE_UNSIGNED' else 'PLEDGE_OUTDATED' end as kind,
      ${findingColumns("f.found_at", "f.found_at")}
    from finding f join audit_run r on r.id = f.run_id and r.state = 'DONE' ${rule}
    where ${wanted("f.member_id", "f.run_id")}
    union all
    select f.member_id, f.id as source_record, 'FINDING_CLOSED' as kind, ${findingColumns("next.as_of", "next.as_of")}
    from finding f ${rule}
      cross join lateral (
        select r.id, r.as_of from audit_run r
        where r.state = 'DONE' and r.as_of > f.found_at
          and exists (select from audit_batch b where b.run_id = r.id and f.member_id between b.first_member and b.last_member)
          and exists (
            select from audit_rule_set t
            where t.version = r.rule_set_version and t.definition->'rules' @> jsonb_build_array(jsonb_build_object('code', f.rule)))
        order by r.as_of, r.id limit 1) next
    where ${wanted("f.member_id", "next.id")}
      and exists (select from audited_member bound where bound.id = f.member_id)
      and not exists (
        select from finding g where g.run_id = next.id and g.member_id = f.member_id and g.rule = f.rule and g.subject = f.subject)`,
};

const sanctionColumns = (severity: string, occurred: string, at: string) => `
  d.id as matter, d.charges->0->>'code' as clause, d.charges->0->>'versionId' as clause_version, ${severity} as severity, null::numeric as value, 'VERIFIED' as proof,
  ${occurred} as occurred_at, ${at} as decided_at, d.in_force_on::timestamptz as published_at, null::timestamptz as expires_at,
  jsonb_build_array(jsonb_build_object('kind', 'SANCTION_CASE', 'id', c.id)) as evidence, jsonb_build_object('case', c.number, 'step', d.step) as facts`;

const lifted = "greatest(d.decided_at, d.set_aside_on::timestamptz)";

/** Sanctions, from the day they take effect, and what appeals did away with; each decision is a matter of its own. A sanction weighs until it is repaired or lifted. */
const sanctions: CreditSource = {
  code: "SANCTION",
  kinds: ["SANCTION", "SANCTION_LIFTED"],
  sql: (wanted) => `
    select d.member_id, d.id as source_record, 'SANCTION' as kind, ${sanctionColumns("d.severity", "least(c.occurred_on::timestamptz, d.decided_at)", "greatest(d.decided_at, d.in_force_on::timestamptz)")}
    from sanction_decision d join sanction_case c on c.id = d.case_id
    where d.in_force_on is not null and ${wanted("d.member_id", "d.id")}
    union all
    select d.member_id, d.id as source_record, 'SANCTION_LIFTED' as kind, ${sanctionColumns("null", lifted, lifted)}
    from sanction_decision d join sanction_case c on c.id = d.case_id
    where d.set_aside_on is not null and d.in_force_on is not null and ${wanted("d.member_id", "d.id")}`,
};

/** What the modules below have to enter. */
export const creditSources: readonly CreditSource[] = [pledges, assessments, audits, findings, sanctions];
