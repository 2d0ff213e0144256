import { entryOf, event, type TimelineSource } from "./timeline.queries.ts";

/** A fact recorded on the day from which it holds came when it was recorded; any other at the beginning of its day. */
const recorded = "case when f.day = f.recorded_at::date then f.recorded_at else f.day::timestamptz end";

const standing: TimelineSource = {
  may: "member:read",
  events: ["ADMITTED", "RENEWED", "LEAVING_REVOKED", "SUSPENDED", "REINSTATED", "EXPELLED"],
  sql: (member) => `
    select ${entryOf({
      event: "case f.kind when 'WITHDRAWAL_REVOKED' then 'LEAVING_REVOKED' else f.kind end", key: "f.id", at: recorded,
      facts: { through: "f.through", until: "f.until" },
    })}
    from standing_fact f where f.member_id = ${member} and f.kind <> 'WITHDRAWN'`,
};

/** What comes about with a day: a term that is over, a membership that ends with its grace, or by a notice of leaving that was not taken back. */
const terms: TimelineSource = {
  may: "member:read",
  events: ["GRACE_BEGINS", "MEMBERSHIP_LAPSES", "LEAVING"],
  sql: (member) => `
    select ${entryOf({ event: "case s.status when 'GRACE' then 'GRACE_BEGINS' when 'LAPSED' then 'MEMBERSHIP_LAPSES' else 'LEAVING' end", key: "s.member_id || '.' || s.from_day", at: "s.from_day" })}
    from standing_span s where s.member_id = ${member} and s.status in ('GRACE', 'LAPSED', 'WITHDRAWN')`,
};

const pledges: TimelineSource = {
  may: "pledge:read",
  events: ["PLEDGE_SIGNED"],
  sql: (member) => `
    select ${entryOf({ event: event("PLEDGE_SIGNED"), key: "s.id", at: "s.signed_at", facts: { version: "s.version_number" }, record: ["PLEDGE_SIGNATURE", "s.id"] })}
    from pledge_signature s where s.member_id = ${member}`,
};

const assessments: TimelineSource = {
  may: "assessment:read",
  events: ["ASSESSMENT_HANDED_IN", "ASSESSMENT_RETURNED", "ASSESSMENT_CONFIRMED"],
  sql: (member) => `
    select ${entryOf({
      event: event("ASSESSMENT_HANDED_IN"), key: "h.receipt_number", at: "h.submitted_at", facts: { period: "a.period", receipt: "h.receipt_number" }, record: ["ASSESSMENT", "a.id"],
    })}
    from assessment_submission h join assessment a on a.id = h.assessment_id where a.member_id = ${member}
    union all
    select ${entryOf({ event: event("ASSESSMENT_RETURNED"), key: "a.id", at: "a.returned_at", facts: { period: "a.period" }, record: ["ASSESSMENT", "a.id"] })}
    from assessment a where a.member_id = ${member} and a.returned_at is not null
    union all
    select ${entryOf({
      event: event("ASSESSMENT_CONFIRMED"), key: "a.id", at: "a.confirmed_at", facts: { period: "a.period", grade: "a.grade", score: "a.score_value" }, record: ["ASSESSMENT", "a.id"],
    })}
    from assessment a where a.member_id = ${member} and a.state = 'CONFIRMED'`,
};

/** An audit judged whoever was graded after it. */
const audits: TimelineSource = {
  may: "finding:read",
  events: ["AUDITED"],
  sql: (member) => `
    select ${entryOf({
      event: event("AUDITED"), key: "r.id || '.' || g.member_id", at: "r.as_of",
      facts: { findings: "select count(*) from finding f where f.run_id = r.id and f.member_id = g.member_id" }, record: ["AUDIT", "r.id"],
    })}
    from compliance_grade g join audit_run r on r.id = g.run_id where g.member_id = ${member} and r.state = 'DONE'`,
};

/** SQL: the title of the rule of a finding `f`, as its set has it. */
const ruleTitle = `(
  select u->'title' from audit_rule_set t, jsonb_array_elements(t.definition->'rules') u where t.version = f.rule_set_version and u->>'code' = f.rule)`;

/** What is settled stands in the credit ledger, with the finding it settles. */
const findings: TimelineSource = {
  may: "finding:read",
  events: ["FOUND", "FINDING_SETTLED"],
  sql: (member) => `
    select ${entryOf({ event: event("FOUND"), key: "f.id", at: "f.found_at", about: `coalesce(${ruleTitle}, ${inAll("f.rule")})`, facts: { severity: "f.severity", subject: "f.subject" }, record: ["FINDING", "f.id"] })}
    from finding f join audit_run r on r.id = f.run_id where f.member_id = ${member} and r.state = 'DONE'
    union all
    select ${entryOf({ event: event("FINDING_SETTLED"), key: "e.id", at: "e.decided_at", about: ruleTitle, record: ["FINDING", "f.id"] })}
    from credit_entry e join finding f on f.id = e.source_record
    where e.member_id = ${member} and e.source = 'FINDING' and e.kind = 'FINDING_CLOSED' and e.supersedes is null`,
};

function inAll(text: string): string {
  return `jsonb_build_object('zh-Hant', ${text}, 'zh-Hans', ${text}, 'en', ${text})`;
}

/** What happens to every member. */
export const memberSources: readonly TimelineSource[] = [standing, terms, pledges, assessments, audits, findings];
