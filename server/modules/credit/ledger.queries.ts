import type { Context } from "../../platform/context.ts";

/**
 * Where entries come from: a registry, to which higher modules add theirs (decision 19). `sql` answers the entries a source has, whether they stand in the
 * ledger or not, with the columns `member_id`, `source_record`, `kind`, `matter`, `clause`, `clause_version`, `severity`, `value`, `proof`, `occurred_at`,
 * `decided_at`, `published_at`, `expires_at`, `evidence` and `facts`. Each select in it holds `wanted(member, record)` as a condition, where `member` is the
 * column of the member and `record` that of the record which the event names.
 */
export interface CreditSource {
  code: string;
  /** The kinds it makes; each stands in the scheme. */
  kinds: readonly string[];
  sql: (wanted: (member: string, record: string) => string) => string;
}

/** Which entries of a source: of these members, or of the records an event names. */
export type Wanted = { members: readonly string[] } | { records: readonly string[] };

export interface Entered {
  count: number;
  /** Over the ids of what was entered, in order; null for nothing. */
  digest: string | null;
}

/**
 * Holds the ledger until the transaction ends, so that places follow the order of commits: whatever stands up to a place that can be read is complete.
 * Whoever enters anything takes it first.
 */
export const holdLedger = (tx: Context) => tx.rows("select pg_advisory_xact_lock(hashtext('credit-ledger'))");

/**
 * Enters what a source has and the ledger has not, in one statement however much it is; `areas` names the area of each kind. The id of an entry follows from
 * what it is about, so that it is there once, however often this is done. What was decided after now is left for later; what comes later than the ledger
 * allows says so.
 */
export async function enterFrom(tx: Context, { code, sql }: CreditSource, areas: Readonly<Record<string, string>>, wanted: Wanted): Promise<Entered> {
  const [column, keys] = "members" in wanted ? (["member", wanted.members] as const) : (["record", wanted.records] as const);
  const row = await tx.row<Entered>(
    `with candidate as materialized (${sql((member, record) => `${column === "member" ? member : record} = any($1::text[])`)}),
       entered as (
         insert into credit_entry (
           id, member_id, source, source_record, kind, area, matter, clause, clause_version, severity, value, proof, occurred_at, decided_at, published_at,
           expires_at, evidence, facts, reason, entered_at)
         select 'cre_' || upper(left(encode(sha256(convert_to(concat_ws('|', $2::text, source_record, kind), 'UTF8')), 'hex'), 26)),
           member_id, $2, source_record, kind, $3::jsonb->>kind, matter, clause, clause_version, severity, value, proof, occurred_at, decided_at, published_at,
           expires_at, evidence, facts, case when decided_at >= l.opened_at and decided_at < $4::timestamptz - make_interval(days => l.late_days) then 'LATE' end, $4
         from candidate c cross join credit_ledger l
         where decided_at <= $4::timestamptz
           and not exists (select from credit_entry e where e.source = $2 and e.source_record = c.source_record and e.kind = c.kind and e.supersedes is null)
         order by decided_at, source_record, kind
         on conflict do nothing
         returning id)
     select count(*)::int as count, encode(sha256(convert_to(string_agg(id, ',' order by id collate "C"), 'UTF8')), 'hex') as digest from entered`,
    [keys, code, JSON.stringify(areas), tx.now],
  );
  return row ?? { count: 0, digest: null };
}

/** The last place of the ledger; "0" while it is empty. */
export const lastPlace = async (ctx: Context): Promise<string> =>
  (await ctx.row<{ place: string }>("select coalesce(max(place), 0)::text as place from credit_entry"))?.place ?? "0";

/** Members after an id, in order, at most so many. */
export const membersAfter = async (ctx: Context, after: string, limit: number): Promise<string[]> =>
  (await ctx.rows<{ id: string }>("select id from member where id > $1 order by id limit $2", [after, limit])).map(({ id }) => id);
