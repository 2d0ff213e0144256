import pg from "pg";
import type { StoredEntry } from "./journal-check.ts";
import { journalBody, type JournalEntry } from "./journal-entry.ts";

/** The whole journal as it stands at one moment. */
export interface JournalReading {
  /** How many entries the journal believes it has. */
  counted: number;
  entries: AsyncIterable<StoredEntry>;
}

/** Something that answers plain rows: a request's context, or a connection of its own. */
interface Source {
  rows<Row>(text: string, values: unknown[]): Promise<Row[]>;
}

/** Opens the journal at a database address for reading from end to end, in one unchanging view. */
export async function withJournal<Result>(url: string, work: (journal: JournalReading) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: "guildhall journal" });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("select set_config('guildhall.scope', 'all', true)");
    const { rows } = await client.query<{ counted: string }>("select size::text as counted from journal_head");
    const source: Source = { rows: async <Row>(text: string, values: unknown[]) => (await client.query({ name: "journal_page", text, values })).rows as Row[] };
    return await work({ counted: Number(rows[0]?.counted ?? 0), entries: storedEntries(source) });
  } finally {
    await client.end();
  }
}

interface Row extends Omit<JournalEntry, "seq"> {
  seq: string;
  leafHash: Buffer;
}

const page = 5_000;

/**
 * What each column holds, to the last digit: an instant that is not a whole millisecond of our era was not written by
 * this house, and keeps the letters that say so.
 */
const pageOfEntries = `
  select seq::text as seq, replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US AD'), '000 AD', 'Z') as at,
    actor_id as "actorId", actor_kind as "actorKind", act, record, before_digest as "beforeDigest",
    after_digest as "afterDigest", payload_digest as "payloadDigest", request_id as "requestId", leaf_hash as "leafHash"
  from journal_entry where seq > $1 and seq <= $2 order by journal_entry.seq limit ${page}`;

const [before, last] = ["-9223372036854775808", "9223372036854775807"];

/** The entries as they now stand, in the order of their numbers, up to the one numbered `until`. */
export async function* storedEntries(source: Source, until: number | string = last): AsyncGenerator<StoredEntry> {
  let after = before;
  for (;;) {
    const rows = await source.rows<Row>(pageOfEntries, [after, until]);
    for (const { leafHash, ...row } of rows) {
      const entry = { ...row, seq: Number(row.seq) };
      yield { seq: entry.seq, body: journalBody(entry), leafHash };
    }
    if (rows.length < page) return;
    after = (rows.at(-1) as Row).seq;
  }
}
