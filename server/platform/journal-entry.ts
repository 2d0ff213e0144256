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
export const journalBody = ({ seq, ...act }: JournalEntry): string => `[${seq}${journalTail(act)}`;

/** The part of that text behind the number, which an act knows before it has its place. */
export function journalTail(act: Omit<JournalEntry, "seq">): string {
  const { at, actorId, actorKind, record, beforeDigest, afterDigest, payloadDigest, requestId } = act;
  return `,${JSON.stringify([at, actorId, actorKind, act.act, record, beforeDigest, afterDigest, payloadDigest, requestId]).slice(1)}`;
}

/** The 32-byte leaf under which a body enters the Merkle tree. */
export const leafHashOf = (body: string): Buffer => leafHash(Buffer.from(body, "utf8"));
