import type { Announcement, StatingTransaction } from "./announcement.ts";
import { journalBody, leafHashOf } from "./journal-entry.ts";

/** Facts in their places on the trail: numbered without gaps, hashed as RFC 6962 leaves. From here to the commit no other act takes a place. */
export async function nextEntries(tx: StatingTransaction, facts: readonly Announcement[]): Promise<object[]> {
  const [head] = await tx.rows<{ size: number }>("update journal_head set size = size + $1 returning size", [facts.length]);
  if (!head) throw new Error("The journal has no head.");
  const first = head.size - facts.length + 1;

  return facts.map((fact, index) => {
    const entry = {
      seq: first + index,
      at: tx.now.toISOString(),
      actorId: tx.actor.userId,
      actorKind: tx.actor.kind,
      act: fact.event,
      record: fact.record,
      beforeDigest: fact.beforeDigest,
      afterDigest: fact.afterDigest,
      payloadDigest: fact.payloadDigest,
      requestId: tx.requestId,
    };
    return { ...entry, leafHash: `\\x${leafHashOf(journalBody(entry)).toString("hex")}`, salt: fact.salt };
  });
}

/** Chains entries to the trail, in the transaction of the act itself. */
export const writeEntries = (tx: StatingTransaction, entries: readonly object[]): Promise<unknown> =>
  tx.rows(
    `with entry as (
       select * from jsonb_to_recordset($1::jsonb) as entry (
         seq bigint, at timestamptz, "actorId" text, "actorKind" text, act text, record text, "beforeDigest" text,
         "afterDigest" text, "payloadDigest" text, "requestId" text, "leafHash" bytea, salt text)
     ), salted as (insert into journal_salt (seq, salt) select seq, salt from entry)
     insert into journal_entry (seq, at, actor_id, actor_kind, act, record, before_digest, after_digest, payload_digest, request_id, leaf_hash)
     select seq, at, "actorId", "actorKind", act, record, "beforeDigest", "afterDigest", "payloadDigest", "requestId", "leafHash" from entry`,
    [JSON.stringify(entries)],
  );
