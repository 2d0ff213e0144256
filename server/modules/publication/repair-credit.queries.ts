import type { CreditSource } from "../credit/index.ts";

/** A repair settles the entry of the sanction it is about: both bear the decision as their matter. */
const repairs: CreditSource = {
  code: "REPAIR",
  kinds: ["REPAIR"],
  sql: (wanted) => `
    select r.member_id, r.id as source_record, 'REPAIR' as kind, r.decision_id as matter, null as clause, null as clause_version, null as severity,
      null::numeric as value, 'VERIFIED' as proof, r.decided_at as occurred_at, r.decided_at as decided_at, null::timestamptz as published_at,
      null::timestamptz as expires_at, jsonb_build_array(jsonb_build_object('kind', 'REPAIR', 'id', r.id)) as evidence,
      jsonb_build_object('filedOn', to_char(r.filed_on, 'YYYY-MM-DD')) as facts
    from repair r where r.state = 'GRANTED' and ${wanted("r.member_id", "r.id")}`,
};

/** What repairs have to enter in the credit ledger. */
export const publicationCreditSources: readonly CreditSource[] = [repairs];
