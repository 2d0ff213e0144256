import type { CreditSource } from "../credit/index.ts";

/** A certificate's issue, suspensions, reinstatements and withdrawal; one certificate is one matter. */
const certificates: CreditSource = {
  code: "CERTIFICATE",
  kinds: ["CERTIFICATE_ISSUED", "CERTIFICATE_SUSPENDED", "CERTIFICATE_REINSTATED", "CERTIFICATE_WITHDRAWN"],
  sql: (wanted) => {
    const columns = (severity: string, at: string) => `
      c.id as matter, null as clause, null as clause_version, ${severity} as severity, null::numeric as value, 'VERIFIED' as proof, ${at} as occurred_at,
      ${at} as decided_at, ${at} as published_at, null::timestamptz as expires_at,
      jsonb_build_array(jsonb_build_object('kind', 'CERTIFICATE', 'id', c.id)) as evidence, jsonb_build_object('number', c.number) as facts`;
    return `
      select c.member_id, c.id as source_record, 'CERTIFICATE_ISSUED' as kind, ${columns("null", "c.issued_at")}
      from certificate c where c.issued_at is not null and ${wanted("c.member_id", "c.id")}
      union all
      select c.member_id, h.id as source_record,
        case h.state when 'SUSPENDED' then 'CERTIFICATE_SUSPENDED' when 'ISSUED' then 'CERTIFICATE_REINSTATED' else 'CERTIFICATE_WITHDRAWN' end as kind,
        ${columns("case h.state when 'ISSUED' then null else 'MAJOR' end", "h.at")}
      from certificate_change h join certificate c on c.id = h.certificate_id
      where ${wanted("c.member_id", "c.id")}`;
  },
};

/** What the register enters in the credit ledger. */
export const certificateCreditSources: readonly CreditSource[] = [certificates];
