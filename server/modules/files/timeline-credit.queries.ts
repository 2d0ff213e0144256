import { grades as gradesBestFirst } from "../../kernel/grade.ts";
import { entryOf, event, type TimelineSource } from "./timeline.queries.ts";

const ladder = `array[${gradesBestFirst.map((grade) => `'${grade}'`).join(", ")}]`;
const rank = (grade: string) => `array_position(${ladder}, ${grade})`;

/** Each grade beside the one before it, whether that was rated or not. */
const grades: TimelineSource = {
  may: "grade:read",
  events: ["GRADE_GIVEN", "GRADE_RAISED", "GRADE_LOWERED", "GRADE_KEPT", "GRADE_WITHHELD"],
  sql: (member) => `
    select ${entryOf({
      event: `case when g.grade is null then 'GRADE_WITHHELD' when g.before is null then 'GRADE_GIVEN' when g.before = g.grade then 'GRADE_KEPT'
        when ${rank("g.grade")} < ${rank("g.before")} then 'GRADE_RAISED' else 'GRADE_LOWERED' end`,
      key: "g.id", at: "g.at", facts: { grade: "g.grade", before: "g.before", score: "g.score" }, record: ["GRADE", "g.id"],
    })}
    from (select c.*, lag(c.grade) over (order by c.at, c.id) as before from compliance_grade c where c.member_id = ${member}) g`,
};

const corrections: TimelineSource = {
  may: "grade:read",
  events: ["CREDIT_CORRECTED"],
  sql: (member) => `
    select ${entryOf({
      event: event("CREDIT_CORRECTED"), key: "e.id", at: "e.entered_at", record: ["CREDIT_ENTRY", "e.id"],
      about: `(select k->'name' from credit_scheme s, jsonb_array_elements(s.definition->'kinds') k where k->>'code' = e.kind order by s.version desc limit 1)`,
      facts: { way: "case when e.voided then 'VOIDED' else 'CHANGED' end", reason: "e.reason" },
    })}
    from credit_entry e where e.member_id = ${member} and e.supersedes is not null`,
};

/** What is only proposed, and what was declined, is not told. */
const rewards: TimelineSource = {
  may: "reward:read",
  events: ["REWARD_GIVEN", "REWARD_REVOKED", "REWARD_ENDS"],
  sql: (member) => {
    const told = {
      about: "(select k->'name' from published_document l, jsonb_array_elements(l.definition->'kinds') k where l.code = 'reward-ladder' and l.version = r.ladder_version and k->>'code' = r.kind)",
      facts: { kind: "r.kind", year: "r.year", through: "r.through_day" }, record: ["REWARD", "r.id"],
    } as const;
    return `
    select ${entryOf({ ...told, event: "case c.state when 'IN_FORCE' then 'REWARD_GIVEN' else 'REWARD_REVOKED' end", key: "c.id", at: "c.at" })}
    from reward_change c join reward r on r.id = c.reward_id where r.member_id = ${member} and c.state in ('IN_FORCE', 'REVOKED')
    union all
    select ${entryOf({ ...told, event: event("REWARD_ENDS"), key: "r.id", at: "r.through_day + 1" })}
    from reward r where r.member_id = ${member} and r.state = 'IN_FORCE'`;
  },
};

const certificates: TimelineSource = {
  may: "certificate:read",
  events: ["CERTIFICATE_ISSUED", "CERTIFICATE_SUSPENDED", "CERTIFICATE_REINSTATED", "CERTIFICATE_WITHDRAWN", "CERTIFICATE_ENDS"],
  sql: (member) => {
    const told = { facts: { number: "c.number", through: "c.expires_on" }, record: ["CERTIFICATE", "c.id"] } as const;
    return `
    select ${entryOf({ ...told, event: event("CERTIFICATE_ISSUED"), key: "c.id", at: "c.issued_at" })} from certificate c where c.member_id = ${member} and c.issued_at is not null
    union all
    select ${entryOf({
      ...told, event: "case h.state when 'SUSPENDED' then 'CERTIFICATE_SUSPENDED' when 'ISSUED' then 'CERTIFICATE_REINSTATED' else 'CERTIFICATE_WITHDRAWN' end", key: "h.id", at: "h.at",
    })}
    from certificate_change h join certificate c on c.id = h.certificate_id where c.member_id = ${member}
    union all
    select ${entryOf({ ...told, event: event("CERTIFICATE_ENDS"), key: "c.id", at: "c.expires_on + 1" })}
    from certificate c where c.member_id = ${member} and c.state in ('ISSUED', 'SUSPENDED')`;
  },
};

/** What counts for or against a member, and what comes of it. */
export const creditTimelineSources: readonly TimelineSource[] = [grades, corrections, rewards, certificates];
