import { leafHash } from "./merkle.ts";

/** One act as the journal keeps it; personal data stands in it only as digests. */
export interface JournalEntry {
  /** Counted from 1 without a gap. */
  seq: number;
  /** In UTC with milliseconds, such as `2026-03-01T08:00:00.500Z`. */
  at: string;
  actorId: string | null;
  actorKind: string;
  act: string;
  record: string | null;
  beforeDigest: string | null;
  afterDigest: string | null;
  payloadDigest: string | null;
  requestId: string | null;
}

/** The one text of an entry that is hashed: a JSON array of its columns in table order. */
export function journalBody(entry: JournalEntry): string {
  return JSON.stringify([
    entry.seq,
    entry.at,
    entry.actorId,
    entry.actorKind,
    entry.act,
    entry.record,
    entry.beforeDigest,
    entry.afterDigest,
    entry.payloadDigest,
    entry.requestId,
  ]);
}

/** The 32-byte leaf under which a body enters the Merkle tree. */
export const leafHashOf = (body: string): Buffer => leafHash(Buffer.from(body, "utf8"));
