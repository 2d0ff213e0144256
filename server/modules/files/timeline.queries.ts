import type { Context } from "../../platform/context.ts";
import type { TimelineEvent } from "./timeline-events.rules.ts";
import type { TimelineEntry } from "./timeline.rules.ts";

/**
 * Where the entries of a timeline come from: a registry, to which later modules add theirs (decision 24). `sql` answers the entries of the member which
 * the expression given to it names, with the columns of `entryOf`. Row-level security holds members to their own; `may` is what whoever reads must be
 * allowed besides, since the house sees every row and not everybody of the house reads everything.
 */
export interface TimelineSource {
  may: string;
  events: readonly TimelineEvent[];
  sql: (member: string) => string;
}

interface EntryColumns {
  event: string;
  /** Tells this entry from every other of its event; of those that came at the same time, the later has the greater. */
  key: string;
  /** An instant, or a day: its first instant. */
  at: string;
  about?: string;
  /** The facts of its sentence; SQL by name. */
  facts?: Readonly<Record<string, string>>;
  record?: readonly [kind: string, id: string];
}

/** The columns of an entry, from SQL over the rows of its source. */
export const entryOf = ({ event, key, at, about = "null::jsonb", facts = {}, record }: EntryColumns): string => {
  const pairs = Object.entries(facts).map(([name, sql]) => `'${name}', (${sql})::text`);
  return `${event} as event, ${key} as key, (${at})::timestamptz as at, ${about} as about, jsonb_build_object(${pairs.join(", ")}) as facts,
    ${record ? `'${record[0]}'` : "null"} as record_kind, ${record?.[1] ?? "null"} as record_id`;
};

/** SQL: an event by its name. */
export const event = (name: TimelineEvent): string => `'${name}'::text`;

/** SQL: the name of a step of the ladder, of its version; null where there is no such step. */
export const stepName = (step: string, version: string): string => `(
  select rung->'name' from published_document l, jsonb_array_elements(l.definition->'steps') rung where l.code = 'sanction-ladder' and l.version = ${version} and rung->>'code' = ${step})`;

/** What is asked of a timeline: these events, after a place in it. */
export interface Asked {
  events: readonly TimelineEvent[];
  after: { at: string; id: string } | null;
  first: number;
}

/** A place in a timeline, with the entry that stands there. */
export interface PlacedEntry extends TimelineEntry {
  /** To the microsecond, so that no page repeats or skips what came at the same time. */
  at: string;
}

const union = (sources: readonly TimelineSource[]) => sources.map(({ sql }) => sql("firm.id")).join("\nunion all\n");
const id = `key || ':' || event`;

/** The latest entries of each of these members from these sources, latest first; one statement however many there are of either. */
export async function timelinesOf(ctx: Context, sources: readonly TimelineSource[], memberIds: readonly string[], { events, after, first }: Asked): Promise<PlacedEntry[]> {
  if (sources.length === 0) return [];
  const place = after === null ? [] : [after.at, after.id];
  return ctx.rows<PlacedEntry>(
    `select firm.id as "memberId", e.id, e.event, e.at::date as on, e.at::date > guildhall_today() as "isComing", e.about, e.facts,
       case when e.record_kind is not null then jsonb_build_object('kind', e.record_kind, 'id', e.record_id) end as record,
       to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from unnest($1::text[]) as firm (id)
       cross join lateral (
         select ${id} collate "C" as id, entry.* from (${union(sources)}) entry
         where event = any($2::text[])${after === null ? "" : ` and (at, ${id} collate "C") < ($4::timestamptz, $5::text)`}
         order by at desc, ${id} collate "C" desc limit $3) e
     order by e.at desc, e.id collate "C" desc`,
    [memberIds, events, first, ...place],
  );
}

/** How many entries these members have in all. */
export async function timelineCounts(ctx: Context, sources: readonly TimelineSource[], memberIds: readonly string[], events: readonly TimelineEvent[]): Promise<Map<string, number>> {
  if (sources.length === 0) return new Map();
  const rows = await ctx.rows<{ id: string; count: number }>(
    `select firm.id, (select count(*) from (${union(sources)}) entry where event = any($2::text[])) as count from unnest($1::text[]) as firm (id)`, [memberIds, events],
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}
