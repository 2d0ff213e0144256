import type { CreditSource } from "../credit/index.ts";

/** By what name the ledger knows rewards. */
export const rewardSource = "REWARD";

/**
 * A commendation, from its confirmation on, belongs to the day of the deed and fades as the scheme says. What a yearly round gives follows from the grade
 * and is not entered: it would feed itself (decision 22).
 */
const commendations: CreditSource = {
  code: rewardSource,
  kinds: ["COMMENDATION"],
  sql: (wanted) => `
    select r.member_id, r.id as source_record, 'COMMENDATION' as kind, null as matter, r.clause, r.clause_version, null as severity, null::numeric as value,
      'DOCUMENT_BACKED' as proof, least(r.deed_on::timestamptz, r.decided_at) as occurred_at, r.decided_at, r.decided_at as published_at,
      null::timestamptz as expires_at, jsonb_build_array(jsonb_build_object('kind', 'REWARD', 'id', r.id)) as evidence,
      jsonb_build_object('deedOn', r.deed_on::text) as facts
    from reward r where r.kind = 'COMMENDATION' and r.from_day is not null and ${wanted("r.member_id", "r.id")}`,
};

/** What rewards enter in the credit ledger. */
export const rewardCreditSources: readonly CreditSource[] = [commendations];
