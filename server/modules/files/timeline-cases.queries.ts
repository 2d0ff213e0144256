import { entryOf, event, stepName, type TimelineSource } from "./timeline.queries.ts";

/** What is told of a case, by its steps. Drafts, seats and votes are the panel's and are never told here; what was decided is, once it was served. */
const steps = {
  OPENED: "CASE_OPENED", NOTICE_SERVED: "CASE_NOTICE_SERVED", ANSWERED: "CASE_ANSWERED", DECIDED: "CASE_DECIDED", SERVED: "CASE_SERVED", IN_FORCE: "CASE_IN_FORCE", DROPPED: "CASE_DROPPED",
  CLOSED: "CASE_CLOSED", APPEALED: "APPEAL_FILED", APPEAL_WITHDRAWN: "APPEAL_WITHDRAWN", APPEAL_DECIDED: "APPEAL_DECIDED",
} as const;

const names = Object.entries(steps).map(([step, name]) => `('${step}', '${name}')`).join(", ");

const cases: TimelineSource = {
  may: "case:read",
  events: Object.values(steps),
  sql: (member) => `
    select ${entryOf({
      event: "told.event", key: "c.id || '.' || to_char(s.place, 'FM000000000000')", at: "s.at", about: `case when s.kind <> 'DECIDED' then ${stepName("s.facts->>'step'", "c.ladder_version")} end`,
      facts: { number: "c.number", title: "c.title", days: "s.facts->>'answerDays'", until: "s.facts->>'appealUntil'", outcome: "s.facts->>'outcome'" }, record: ["CASE", "c.id"],
    })}
    from case_event s join sanction_case c on c.id = s.case_id join (values ${names}) as told (step, event) on told.step = s.kind
    where c.member_id = ${member}`,
};

/** Until when a decision that nobody appealed can be, or could have been. */
const appealTimes: TimelineSource = {
  may: "case:read",
  events: ["APPEAL_ENDS"],
  sql: (member) => `
    select ${entryOf({ event: event("APPEAL_ENDS"), key: "d.id", at: "d.appeal_until", facts: { number: "c.number" }, record: ["CASE", "c.id"] })}
    from sanction_decision d join sanction_case c on c.id = d.case_id
    where d.member_id = ${member} and d.appeal_until is not null and not exists (select from sanction_appeal a where a.decision_id = d.id)`,
};

/** SQL: the day on which a publication `p` of a decision `d` ended before its time. */
const endedOn = "least(d.set_aside_on, p.ended_on)";
const endsOn = `least(p.until_on + 1, ${endedOn})`;

/** What was never public neither begins nor ends; nor does what an appeal took down before its first day. */
const publications: TimelineSource = {
  may: "publication:read",
  events: ["PUBLICATION_BEGINS", "PUBLICATION_ENDS"],
  sql: (member) => {
    const shown = `
    from publication p join sanction_decision d on d.id = p.decision_id
    where p.member_id = ${member} and p.until_on is not null and (${endedOn} is null or ${endedOn} > p.from_on)`;
    const told = { key: "p.id", about: "p.step_name", record: ["CASE", "p.case_id"] } as const;
    return `
    select ${entryOf({ ...told, event: event("PUBLICATION_BEGINS"), at: "p.from_on", facts: { number: "p.case_number", until: "p.until_on" } })} ${shown}
    union all
    select ${entryOf({
      ...told, event: event("PUBLICATION_ENDS"), at: endsOn,
      facts: { number: "p.case_number", cause: `case when ${endedOn} is null or ${endedOn} > p.until_on then 'TIME' when d.set_aside_on is not distinct from ${endedOn} then 'SET_ASIDE' else p.end_cause end` },
    })} ${shown}`;
  },
};

/** What is withdrawn by the firm itself has no day of its own and is not told. */
const repairs: TimelineSource = {
  may: "repair:read",
  events: ["REPAIR_OPENS", "REPAIR_ASKED", "REPAIR_RETURNED", "REPAIR_GRANTED", "REPAIR_REFUSED"],
  sql: (member) => {
    const told = { facts: { number: "p.case_number" }, record: ["REPAIR", "r.id"] } as const;
    const asked = `from repair r join publication p on p.id = r.publication_id`;
    return `
    select ${entryOf({ event: event("REPAIR_OPENS"), key: "p.id", at: "p.repair_from_on", facts: told.facts, record: ["CASE", "p.case_id"] })}
    from publication p join sanction_decision d on d.id = p.decision_id
    where p.member_id = ${member} and (${endedOn} is null or ${endedOn} > p.repair_from_on)
    union all
    select ${entryOf({ ...told, event: event("REPAIR_ASKED"), key: "r.id", at: "r.filed_at" })} ${asked} where r.member_id = ${member}
    union all
    select ${entryOf({ ...told, event: event("REPAIR_RETURNED"), key: "w.id", at: "w.from_day" })} ${asked} join repair_pause w on w.repair_id = r.id where r.member_id = ${member}
    union all
    select ${entryOf({ ...told, event: "case r.state when 'GRANTED' then 'REPAIR_GRANTED' else 'REPAIR_REFUSED' end", key: "r.id", at: "r.decided_at" })}
    ${asked} where r.member_id = ${member} and r.decided_at is not null`;
  },
};

/** What is held against a member, and what comes of it. */
export const caseSources: readonly TimelineSource[] = [cases, appealTimes, publications, repairs];
