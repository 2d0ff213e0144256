import { gradesShown } from "../../server/modules/credit/index.ts";

/** The regions as a table, which the house holds in memory. */
export const regionTable = "create table bench_region as select code, name from jsonb_to_recordset($1::jsonb) as r (code text, name jsonb)";

/** What an officer's page of one member asks for. */
export const memberPage = `
  query MemberPage($id: ID!, $of: String!) {
    member(id: $id) {
      id number name creditCode region { code name } sizeClass productLines status statusSince admittedOn
      pledgeState
      pledgeSignature { id number signedAt language signatoryName signatoryTitle textDigest }
      assessments { id state period { code from to } dueOn submittedAt confirmedAt grade receiptNumber }
      certificates { id number state grade issuedOn expiresOn issuedAt }
      grades { id state score grade at schemeVersion }
    }
    findings(first: 50, filter: { memberId: $of }) {
      edges { node { id rule { code title } subject severity facts { name value } foundAt } }
    }
  }`;

const standing = (column: string) => `(select s.${column} from standing_span s where s.member_id = m.id and s.from_day <= current_date and (s.to_day is null or s.to_day >= current_date))`;
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A fact as the house writes it: a number as JavaScript would. */
const written = "case jsonb_typeof(value) when 'number' then trim_scale(value::text::numeric)::text else value #>> '{}' end";

/** The same answer by one statement written by hand, as JSON made by PostgreSQL's own functions. */
export const memberPageAsJson = `
  select json_build_object('data', json_build_object(
    'member', (
      select json_build_object(
        'id', m.id, 'number', m.number, 'name', m.name, 'creditCode', m.credit_code, 'region', json_build_object('code', b.code, 'name', b.name), 'sizeClass', m.size_class,
        'productLines', m.product_lines, 'status', ${standing("status")}, 'statusSince', ${standing("from_day")}, 'admittedOn', m.admitted_on,
        'pledgeState', case when s.id is null then 'UNSIGNED' when s.version_number < p.number then 'OUTDATED' else 'SIGNED' end,
        'pledgeSignature', case when s.id is not null then json_build_object('id', s.id, 'number', s.number, 'signedAt', ${instant("s.signed_at")},
          'language', upper(replace(s.language, '-', '_')), 'signatoryName', s.signatory_name, 'signatoryTitle', s.signatory_title, 'textDigest', s.text_digest) end,
        'assessments', (
          select coalesce(json_agg(json_build_object('id', a.id, 'state', a.state, 'period', json_build_object('code', a.period, 'from', r.period_from, 'to', r.period_to),
            'dueOn', r.due_on, 'submittedAt', ${instant("a.submitted_at")}, 'confirmedAt', ${instant("a.confirmed_at")}, 'grade', a.grade,
            'receiptNumber', a.receipt_number) order by r.period_to desc, a.id desc), '[]')
          from assessment a join assessment_round r using (period) where a.member_id = m.id),
        'certificates', (
          select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'state', c.state, 'grade', c.grade, 'issuedOn', c.issued_on,
            'expiresOn', c.expires_on, 'issuedAt', ${instant("c.issued_at")}) order by c.ordered_at desc, c.id desc), '[]')
          from certificate c where c.member_id = m.id),
        'grades', (
          select coalesce(json_agg(json_build_object('id', g.id, 'state', g.state, 'score', g.score::text, 'grade', g.grade, 'at', ${instant("g.at")},
            'schemeVersion', g.scheme_version) order by g.at desc, g.id desc), '[]')
          from (select * from compliance_grade where member_id = m.id order by at desc, id desc limit ${gradesShown}) g))
      from member m
        join bench_region b on b.code = m.region
        cross join (select number from pledge_version where state = 'ADOPTED' and in_force_on <= current_date order by in_force_on desc, number desc limit 1) p
        left join lateral (select * from pledge_signature where member_id = m.id order by version_number desc limit 1) s on true
      where m.id = $1),
    'findings', json_build_object('edges', (
      select coalesce(json_agg(json_build_object('node', json_build_object('id', f.id, 'rule', json_build_object('code', f.rule, 'title', u.title), 'subject', f.subject,
        'severity', f.severity, 'facts', (select coalesce(json_agg(json_build_object('name', key, 'value', ${written})), '[]') from jsonb_each(f.facts)),
        'foundAt', ${instant("f.found_at")})) order by f.found_at desc, f.id desc), '[]')
      from (select * from finding where member_id = $1 order by found_at desc, id desc limit 50) f
        join audit_rule_set t on t.version = f.rule_set_version
        cross join lateral (select value->'title' as title from jsonb_array_elements(t.definition->'rules') where value->>'code' = f.rule) u)
    )))::text as body`;

const text = (expression: string) => `coalesce(to_json(${expression})::text, 'null')`;
const plain = (expression: string) => `coalesce('"' || ${expression} || '"', 'null')`;
const list = (body: string, order: string) => `'[' || coalesce(string_agg(${body}, ',' order by ${order}), '') || ']'`;
const record = (fields: Record<string, string>) =>
  `'{' || ${Object.entries(fields).map(([name, value], index) => `'${index === 0 ? "" : ","}"${name}":' || ${value}`).join(" || ")} || '}'`;

/** The same answer again, its text put together piece by piece: the fastest that one statement can be. */
export const memberPageAsText = `
  select '{"data":{"member":' || (
      select ${record({
        id: plain("m.id"), number: "m.number", name: "m.name::text", creditCode: plain("m.credit_code"), region: record({ code: plain("b.code"), name: "b.name::text" }),
        sizeClass: plain("m.size_class"), productLines: "array_to_json(m.product_lines)::text", status: plain(standing("status")),
        statusSince: plain(standing("from_day")), admittedOn: plain("m.admitted_on"),
        pledgeState: `case when s.id is null then '"UNSIGNED"' when s.version_number < p.number then '"OUTDATED"' else '"SIGNED"' end`,
        pledgeSignature: `coalesce(${record({
          id: plain("s.id"), number: plain("s.number"), signedAt: plain(instant("s.signed_at")), language: plain("upper(replace(s.language, '-', '_'))"),
          signatoryName: text("s.signatory_name"), signatoryTitle: text("s.signatory_title"), textDigest: `'"' || s.text_digest || '"'`,
        })}, 'null')`,
        assessments: `(select ${list(record({
          id: plain("a.id"), state: plain("a.state"),
          period: record({ code: plain("a.period"), from: plain("r.period_from"), to: plain("r.period_to") }),
          dueOn: plain("r.due_on"), submittedAt: plain(instant("a.submitted_at")), confirmedAt: plain(instant("a.confirmed_at")),
          grade: plain("a.grade"), receiptNumber: plain("a.receipt_number"),
        }), "r.period_to desc, a.id desc")} from assessment a join assessment_round r using (period) where a.member_id = m.id)`,
        certificates: `(select ${list(record({
          id: plain("c.id"), number: plain("c.number"), state: plain("c.state"), grade: plain("c.grade"), issuedOn: plain("c.issued_on"),
          expiresOn: plain("c.expires_on"), issuedAt: plain(instant("c.issued_at")),
        }), "c.ordered_at desc, c.id desc")} from certificate c where c.member_id = m.id)`,
        grades: `(select ${list(record({
          id: plain("g.id"), state: plain("g.state"), score: plain("g.score"), grade: plain("g.grade"), at: plain(instant("g.at")), schemeVersion: "g.scheme_version",
        }), "g.at desc, g.id desc")} from (select * from compliance_grade where member_id = m.id order by at desc, id desc limit ${gradesShown}) g)`,
      })}
      from member m
        join bench_region b on b.code = m.region
        cross join (select number from pledge_version where state = 'ADOPTED' and in_force_on <= current_date order by in_force_on desc, number desc limit 1) p
        left join lateral (select * from pledge_signature where member_id = m.id order by version_number desc limit 1) s on true
      where m.id = $1)
    || ',"findings":{"edges":' || (
      select ${list(`'{"node":' || ${record({
        id: plain("f.id"), rule: record({ code: plain("f.rule"), title: "u.title" }), subject: text("f.subject"), severity: plain("f.severity"),
        facts: `(select ${list(record({ name: plain("key"), value: text(written) }), "place")} from jsonb_each(f.facts) with ordinality as fact (key, value, place))`,
        foundAt: plain(instant("f.found_at")),
      })} || '}'`, "f.found_at desc, f.id desc")}
      from (select * from finding where member_id = $1 order by found_at desc, id desc limit 50) f
        join audit_rule_set t on t.version = f.rule_set_version
        cross join lateral (select (value->'title')::text as title from jsonb_array_elements(t.definition->'rules') where value->>'code' = f.rule) u)
    || '}}}' as body`;
