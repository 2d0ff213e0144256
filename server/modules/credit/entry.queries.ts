import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, type PageRequest, pageOf, readCursor } from "../../platform/paging.ts";
import { selected } from "../../platform/reading.ts";
import type { LedgerEntry } from "./weigh.rules.ts";

/** A record behind an entry: what it is, and its id. */
export interface EvidenceReference {
  kind: string;
  id: string;
}

/** An entry of the ledger with all that is told of it. */
export interface CreditEntry extends LedgerEntry {
  memberId: string;
  place: string;
  source: string;
  sourceRecord: string;
  area: string;
  clause: string | null;
  clauseVersion: string | null;
  publishedAt: string | null;
  evidence: EvidenceReference[];
  facts: Record<string, unknown>;
  reason: string | null;
  enteredAt: string;
}

const instant = (column: string) => `to_char(e.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What the rule reads of an entry, as columns of the table, which statements join as `e`. */
const scoredFields = {
  id: "e.id", memberId: "e.member_id", kind: "e.kind", matter: "e.matter", severity: "e.severity", value: "e.value::text", proof: "e.proof",
  occurredAt: instant("occurred_at"), decidedAt: instant("decided_at"), expiresAt: instant("expires_at"), supersedes: "e.supersedes", voided: "e.voided",
};
const scored = selected(scoredFields);

const columns = selected({
  ...scoredFields, place: "e.place::text", source: "e.source", sourceRecord: "e.source_record", area: "e.area", clause: "e.clause", clauseVersion: "e.clause_version",
  publishedAt: instant("published_at"), evidence: "e.evidence", facts: "e.facts", reason: "e.reason", enteredAt: instant("entered_at"),
});

/** What the rule reads of all entries of these members up to a place, by member; one statement. */
export async function entriesToScore(tx: Context, memberIds: readonly string[], upTo: string): Promise<Map<string, LedgerEntry[]>> {
  const rows = await tx.rows<LedgerEntry & { memberId: string }>(`select ${scored} from credit_entry e where e.member_id = any($1::text[]) and e.place <= $2`, [memberIds, upTo]);
  return groupBy(rows, ({ memberId }) => memberId);
}

/** A member and the last place of the ledger that counts; null for all there is. */
export const ledgerOf = (memberId: string, upTo: string | null): string => `${memberId} ${upTo ?? ""}`;

/** A member's entries up to a place, in order; by `ledgerOf`. */
export const entriesOfMember = defineLoader<string, CreditEntry[]>(async (ctx, keys) => {
  const rows = await ctx.rows<CreditEntry & { asked: string }>(
    `select asked.key as asked, ${columns}
     from unnest($1::text[]) as asked (key)
       join credit_entry e on e.member_id = split_part(asked.key, ' ', 1)
         and e.place <= coalesce(nullif(split_part(asked.key, ' ', 2), ''), '9223372036854775807')::bigint
     order by e.place`,
    [keys],
  );
  return groupBy(rows, ({ asked }) => asked);
}, []);

export const entryById = defineLoader<string, CreditEntry | null>(async (ctx, ids) => {
  const rows = await ctx.rows<CreditEntry>(`select ${columns} from credit_entry e where e.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** The entry that corrects each of these. */
export const correctionOf = defineLoader<string, CreditEntry | null>(async (ctx, ids) => {
  const rows = await ctx.rows<CreditEntry & { supersedes: string }>(`select ${columns} from credit_entry e where e.supersedes = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.supersedes, row]));
}, null);

/** The ledger, or one member's file, latest entered first; row-level security holds members to their own. */
export async function creditEntries(ctx: Context, page: PageRequest, memberId: string | null): Promise<Page<CreditEntry>> {
  const [place] = readCursor(page.after, "NUMBER") ?? [null];
  const { where, values } = narrowed([["e.member_id = ?", memberId], ["e.place < ?::bigint", place]]);
  const rows = await ctx.rows<CreditEntry>(`select ${columns} from credit_entry e where ${where} order by e.place desc limit $${values.length + 1}`, [...values, page.first + 1]);
  const all = narrowed([["e.member_id = ?", memberId]]);
  const total = async () => (await ctx.row<{ count: number }>(`select count(*) as count from credit_entry e where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, (row) => cursorOf(Number(row.place)), total);
}

/** The entries of a source's record that were neither corrected nor taken back. */
export const standingEntries = async (tx: Context, { source, record }: { source: string; record: string }): Promise<string[]> =>
  (await tx.rows<{ id: string }>(
    `select e.id from credit_entry e where e.source = $1 and e.source_record = $2 and not e.voided and not exists (select from credit_entry c where c.supersedes = e.id)
     order by e.place`,
    [source, record],
  )).map(({ id }) => id);

export interface Correction {
  id: string;
  supersedes: string;
  voided: boolean;
  severity: string | null;
  expiresAt: Date | string | null;
  reason: string;
}

/** Enters the corrected entry again as it should have been, by its own source and record. */
export const storeCorrection = (tx: Context, { id, supersedes, voided, severity, expiresAt, reason }: Correction) =>
  tx.rows(
    `insert into credit_entry (
       id, member_id, source, source_record, kind, area, matter, clause, clause_version, severity, value, proof, occurred_at, decided_at, published_at,
       expires_at, evidence, facts, supersedes, voided, reason, entered_at, entered_by)
     select $1, member_id, source, source_record, kind, area, matter, clause, clause_version, $4, value, proof, occurred_at, decided_at, published_at,
       $5, evidence, facts, id, $3, $6, $7, $8
     from credit_entry where id = $2`,
    [id, supersedes, voided, severity, expiresAt, reason, tx.now, tx.actor.userId],
  );
