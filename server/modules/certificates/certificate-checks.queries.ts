import type { AuditCheck } from "../supervision/index.ts";

/** A certificate that ends within the days of warning, or has ended, and no later one follows it. */
const certificateInDate: AuditCheck = {
  sql: `
    select b.member_id, c.number as subject, jsonb_build_object('number', c.number, 'expires', c.expires_on) as facts,
      c.expires_on < (:as_of)::date + (:p->>'warnDays')::int
        and not exists (
          select from certificate later
          where later.member_id = c.member_id and later.state in ('ORDERED', 'ISSUED') and later.expires_on > c.expires_on) as breached
    from batch b join certificate c on c.member_id = b.member_id
    where c.state = 'ISSUED'`,
};

/** What the register adds to the audits of members. */
export const certificateChecks: Readonly<Record<string, AuditCheck>> = { CERTIFICATE_IN_DATE: certificateInDate };
