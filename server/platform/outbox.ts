import { randomBytes } from "node:crypto";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { sha256 } from "../kernel/digest.ts";
import type { Announcement, EventDefinition, StatingTransaction } from "./announcement.ts";
import { writeJournal } from "./journal.ts";

/** Which record a fact is about, and what it looked like before and after; only salted digests of those are kept. */
export interface Subject {
  record: string;
  before?: unknown;
  after?: unknown;
}

/** States a fact: with the commit it stands in the journal and waits in the outbox; with a rollback it was never said. */
export function announce<P>(tx: StatingTransaction, event: EventDefinition<P>, payload: P, { record, before, after }: Subject): void {
  const salt = randomBytes(16).toString("hex");
  const digest = (value: unknown) => (value === undefined ? null : sha256(salt + canonicalJson(value)));
  tx.remember({
    event: event.name,
    payload: event.payload.parse(payload),
    record,
    salt,
    beforeDigest: digest(before),
    afterDigest: digest(after),
    payloadDigest: sha256(salt + canonicalJson(payload)),
  });
}

/** Writes what was announced, at the end of the transaction that made it true. The journal first: if it cannot be written, nothing is. */
export async function writeAnnouncements(tx: StatingTransaction, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  await writeJournal(tx, announcements);
  await tx.rows(
    `insert into outbox (event, payload, announced_at)
     select event, payload, $2 from jsonb_to_recordset($1::jsonb) as fact (event text, payload jsonb)`,
    [JSON.stringify(announcements.map(({ event, payload }) => ({ event, payload }))), tx.now],
  );
  await tx.rows("select pg_notify('guildhall_outbox', '')");
}
