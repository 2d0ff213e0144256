import pg from "pg";
import type { StoredEntry } from "./journal-check.ts";
import { journalBody, type JournalEntry } from "./journal-entry.ts";

/** The whole journal as it stands at one moment. */
export interface JournalReading {
  /** How many entries the journal believes it has. */
  counted: number;
  entries: AsyncIterable<StoredEntry>;
}

const page = 5000;

/** Opens the journal at a database address for reading from end to end, in one unchanging view. */
export async function withJournal<Result>(url: string, work: (journal: JournalReading) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: "guildhall journal" });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("select set_config('guildhall.scope', 'all', true)");
    const { rows } = await client.query<{ counted: string }>("select size::text as counted from journal_head");
    return await work({ counted: Number(rows[0]?.counted ?? 0), entries: entriesOf(client) });
  } finally {
    await client.end();
  }
}

interface Row extends Omit<JournalEntry, "seq"> {
  seq: string;
  leafHash: Buffer;
}

async function* entriesOf(client: pg.Client): AsyncGenerator<StoredEntry> {
  let after = "-9223372036854775808";
  for (;;) {
    const { rows } = await client.query<Row>({
      name: "journal_page",
      text: `select seq::text as seq, at, actor_id as "actorId", actor_kind as "actorKind", act, record, before_digest as "beforeDigest",
               after_digest as "afterDigest", payload_digest as "payloadDigest", request_id as "requestId", leaf_hash as "leafHash"
             from journal_entry where seq > $1 order by journal_entry.seq limit ${page}`,
      values: [after],
    });
    for (const { leafHash, ...row } of rows) {
      const entry = { ...row, seq: Number(row.seq) };
      yield { seq: entry.seq, body: journalBody(entry), leafHash };
    }
    if (rows.length < page) return;
    after = (rows.at(-1) as Row).seq;
  }
}
