import type { Context } from "../../platform/context.ts";
import { type CheckpointFile, type NoteSigner, openCheckpoint, signCheckpoint, verifierOf } from "../../platform/checkpoint.ts";
import { checkJournal, type StoredEntry } from "../../platform/journal-check.ts";
import { storedEntries } from "../../platform/journal-reading.ts";
import { append, emptyRange, rootOf } from "../../platform/merkle.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { JournalCheckpoint } from "./checkpoint.entity.ts";
import { journalSealed } from "./journal.events.ts";
import { checkpointOfSize, journalSize, latestCheckpoint } from "./journal.queries.ts";

export class JournalService {
  constructor(private readonly signer: NoteSigner) {}

  /** Seals the journal as it stands; refused when an entry is not what it was, or an earlier seal does not fit. */
  async seal(tx: Context): Promise<Outcome<JournalCheckpoint>> {
    const [size, earlier] = [await journalSize(tx), await latestCheckpoint(tx)];
    const leaves: Buffer[] = [];
    const check = await checkJournal(collecting(storedEntries(tx, size), leaves), null, size);
    if (!check.ok || (earlier !== null && !this.holds(earlier, leaves))) return refused("JOURNAL_BROKEN");

    const note = signCheckpoint({ origin: this.signer.name, size, root: Buffer.from(check.root, "base64") }, this.signer);
    const checkpoint = tx.db.create(JournalCheckpoint, { size, root: check.root, note, at: tx.now });
    await tx.db.insert(JournalCheckpoint, checkpoint);
    announce(tx, journalSealed, { size, root: check.root }, { record: `checkpoint.${size}`, after: checkpoint });
    return done(checkpoint);
  }

  /** Whether an earlier seal, as our key signed it and as its row says, is that of these leaves. */
  private holds({ size, root, note }: JournalCheckpoint, leaves: readonly Buffer[]): boolean {
    const signed = openCheckpoint(note, verifierOf(this.signer));
    const found = rootOver(leaves.slice(0, size));
    return signed !== null && signed.size === size && signed.root.toString("base64") === found && root === found;
  }

  /** A checkpoint with every leaf hash, to be kept by others; null when the journal was never sealed at that size. */
  async file(ctx: Context, size: number): Promise<CheckpointFile | null> {
    const checkpoint = await checkpointOfSize(ctx, size);
    if (checkpoint === null) return null;
    const leaves: Buffer[] = [];
    for await (const { leafHash } of storedEntries(ctx, size)) leaves.push(leafHash);
    const { root, note } = checkpoint;
    return { origin: note.slice(0, note.indexOf("\n")), size, root, note, leaves: Buffer.concat(leaves).toString("base64") };
  }
}

const rootOver = (leaves: readonly Buffer[]): string => rootOf(leaves.reduce(append, emptyRange)).toString("base64");

async function* collecting(entries: AsyncIterable<StoredEntry>, leaves: Buffer[]): AsyncGenerator<StoredEntry> {
  for await (const entry of entries) {
    leaves.push(entry.leafHash);
    yield entry;
  }
}
