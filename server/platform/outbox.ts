import { randomBytes } from "node:crypto";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { sha256 } from "../kernel/digest.ts";
import type { Announcement, EventDefinition, StatingTransaction } from "./announcement.ts";
import { writeEntries } from "./journal.ts";

/**
 * Which record a fact is about, and what the fact made of it: it came to be, it changed, it ended, or it is as it was.
 * Only salted digests of before and after are kept.
 */
export type Subject = { record: string } & ({ after: object } | { before: object; after: object } | { before: object } | { unchanged: true });

/** States a fact: with the commit it stands in the journal and waits in the outbox; with a rollback it was never said. */
export function announce<P>(tx: StatingTransaction, event: EventDefinition<P>, payload: P, subject: Subject): void {
  const { record, before, after }: { record: string; before?: object; after?: object } = subject;
  const stated = event.payload.parse(payload);
  const salt = randomBytes(16).toString("hex");
  const digest = (value: unknown) => (value === undefined ? null : sha256(salt + canonicalJson(value)));
  tx.remember({
    event: event.name,
    payload: stated,
    record,
    salt,
    beforeDigest: digest(before),
    afterDigest: digest(after),
    payloadDigest: sha256(salt + canonicalJson(stated)),
  });
}

/** Writes what was announced, at the end of the transaction that made it true. If the journal cannot be written, nothing is. */
export async function writeAnnouncements(tx: StatingTransaction, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  await Promise.all([
    tx.rows(
      `with waiting as (
         insert into outbox (event, payload, announced_at)
         select event, payload, $2 from jsonb_to_recordset($1::jsonb) as fact (event text, payload jsonb))
       select pg_notify('guildhall_outbox', '')`,
      [JSON.stringify(announcements.map(({ event, payload }) => ({ event, payload }))), tx.now],
    ),
    writeEntries(tx, announcements), // Last: the journal's head is held from here on.
  ]);
}
