import type { Context } from "../../platform/context.ts";
import type { JournalEntry } from "../../platform/journal-entry.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import type { JournalCheckpoint } from "./checkpoint.entity.ts";

/** An entry as officers and operators read it. */
export interface JournalRow extends Omit<JournalEntry, "at"> {
  at: Date;
  /** Null for strangers and the house itself. */
  actorName: string | null;
  /** In hexadecimal. */
  leafHash: string;
}

export interface JournalFilter {
  record?: string | null;
  actorId?: string | null;
  act?: string | null;
  from?: Date | null;
  until?: Date | null;
}

const asked = ({ record, actorId, act, from, until }: JournalFilter): Condition[] => [
  ["e.record = ?", record || null], ["e.actor_id = ?", actorId || null], ["e.act = ?", act || null],
  ["e.at >= ?::timestamptz", from], ["e.at < ?::timestamptz", until],
];

/** The trail, newest first. */
export async function journal(ctx: Context, filter: JournalFilter, page: PageRequest): Promise<Page<JournalRow>> {
  const [before] = readCursor(page.after, "NUMBER") ?? [null];
  const { where, values } = narrowed([...asked(filter), ["e.seq < ?::bigint", before]]);
  const rows = await ctx.rows<JournalRow>(
    `select e.seq, e.at, e.actor_id as "actorId", e.actor_kind as "actorKind", e.act, e.record, e.before_digest as "beforeDigest",
       e.after_digest as "afterDigest", e.payload_digest as "payloadDigest", e.request_id as "requestId",
       encode(e.leaf_hash, 'hex') as "leafHash", u.name as "actorName"
     from journal_entry e left join user_account u on u.id = coalesce(e.actor_id, case when e.act = 'user.signed-in' then e.record end)
     where ${where} order by e.seq desc limit $${values.length + 1}`,
    [...values, page.first + 1],
  );
  const all = narrowed(asked(filter));
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from journal_entry e where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, ({ seq }) => cursorOf(seq), count);
}

/** Every act that stands in the trail, for a choice. */
export const actsInJournal = async (ctx: Context): Promise<string[]> =>
  (await ctx.rows<{ act: string }>(
    `with recursive act as (
       (select act from journal_entry order by act limit 1)
       union all select (select e.act from journal_entry e where e.act > act.act order by e.act limit 1) from act where act.act is not null)
     select act from act where act is not null`,
  )).map(({ act }) => act);

export const latestCheckpoint = (ctx: Context): Promise<JournalCheckpoint | null> =>
  ctx.row<JournalCheckpoint>("select size, root, note, at from journal_checkpoint order by size desc limit 1");

export const checkpointOfSize = (ctx: Context, size: number): Promise<JournalCheckpoint | null> =>
  ctx.row<JournalCheckpoint>("select size, root, note, at from journal_checkpoint where size = $1", [size]);

/** How many entries the journal has. */
export const journalSize = async (ctx: Context): Promise<number> => (await ctx.row<{ size: number }>("select size from journal_head"))?.size ?? 0;
