import type { Announcement, StatingTransaction } from "./announcement.ts";
import { journalTail } from "./journal-entry.ts";

/**
 * Chains facts to the trail, in the transaction of the act itself: numbered without gaps, hashed as RFC 6962 leaves over what `journalBody` gives.
 * One statement, because from its first row to the commit no other act takes a place. Throws when the journal has no head.
 */
export async function writeEntries(tx: StatingTransaction, facts: readonly Announcement[]): Promise<void> {
  const { now, actor, requestId } = tx;
  const entries = facts.map((fact, index) => ({ ...fact, place: index + 1, tail: journalTail(entryOf(tx, fact)) }));
  const [head] = await tx.rows(
    `with fact as (
       select * from jsonb_to_recordset($1::jsonb) as fact (
         place bigint, event text, record text, "beforeDigest" text, "afterDigest" text, "payloadDigest" text, salt text, tail text)
     ), head as (update journal_head set size = size + $2 returning size - $2 as size)
     , entry as (select head.size + place as seq, fact.* from fact, head)
     , salted as (insert into journal_salt (seq, salt) select seq, salt from entry)
     , trail as (
       insert into journal_entry (seq, at, actor_id, actor_kind, act, record, before_digest, after_digest, payload_digest, request_id, leaf_hash)
       select seq, $3::timestamptz, $4, $5, event, record, "beforeDigest", "afterDigest", "payloadDigest", $6,
         sha256('\\x00'::bytea || convert_to('[' || seq || tail, 'UTF8')) from entry)
     select size from head`,
    [JSON.stringify(entries), facts.length, now.toISOString(), actor.userId, actor.kind, requestId],
  );
  if (!head) throw new Error("The journal has no head.");
}

const entryOf = ({ now, actor, requestId }: StatingTransaction, { event, record, beforeDigest, afterDigest, payloadDigest }: Announcement) => ({
  at: now.toISOString(), actorId: actor.userId, actorKind: actor.kind, act: event, record, beforeDigest, afterDigest, payloadDigest, requestId,
});
