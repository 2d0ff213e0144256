/** SQL: whether the entry of an alias counts: not corrected by another, not taken back, not expired by the day of whoever asks. */
const stands = (entry: string): string =>
  `not ${entry}.voided and (${entry}.expires_at is null or ${entry}.expires_at > guildhall_today()) and not exists (select from credit_entry c where c.supersedes = ${entry}.id)`;

/** SQL: how many sanctions in the ledger the member of an expression has not settled, by the kinds that settle them in the newest scheme. */
export const unsettledSanctions = (member: string): string => `(
  select count(*)::int from credit_entry x
  where x.member_id = ${member} and x.kind = 'SANCTION' and ${stands("x")}
    and not exists (
      select from credit_entry y
      where y.member_id = x.member_id and y.matter = x.matter and y.occurred_at >= x.occurred_at and ${stands("y")}
        and y.kind in (
          select jsonb_array_elements_text(k->'settledBy')
          from (select definition from credit_scheme where definition->'kinds' is not null order by version desc limit 1) s, jsonb_array_elements(s.definition->'kinds') k
          where k->>'code' = 'SANCTION')))`;
