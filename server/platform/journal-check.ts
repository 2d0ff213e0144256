import { leafHashOf } from "./journal-entry.ts";
import { append, emptyRange, rootOf } from "./merkle.ts";

/** An entry as it now stands in the database: the text its columns give, and the leaf hash stored beside them. */
export interface StoredEntry {
  seq: number;
  body: string;
  leafHash: Buffer;
}

/** What an outsider kept of the journal: the hashes of its first entries, already checked against the signed note. */
export interface KnownLeaves {
  size: number;
  leaves: readonly Buffer[];
}

export type Tampering = "EDITED" | "MISSING" | "REORDERED" | "CUT_OFF" | "INSERTED";

export interface FirstBad {
  seq: number;
  kind: Tampering;
  detail: string;
}

export interface JournalCheck {
  ok: boolean;
  size: number;
  /** Base64. */
  root: string;
  firstBad: FirstBad | null;
  /** Null when the journal was checked against itself alone. */
  checkpoint: { size: number; holds: boolean } | null;
}

/**
 * Reads the whole journal, in the order of its numbers, and names the first entry that is not what it was.
 * `counted` is the number of entries the journal believes it has; null when it was not asked. Without a checkpoint only
 * carelessness is found: whoever rewrites all hashes, or cuts the tail, needs an outsider to be caught.
 */
export async function checkJournal(entries: AsyncIterable<StoredEntry>, known: KnownLeaves | null, counted: number | null = null): Promise<JournalCheck> {
  const examination = new Examination(known);
  for await (const entry of entries) examination.see(entry);
  return examination.close(counted);
}

class Examination {
  private range = emptyRange;
  /** The first entry that does not stand; what happened to it shows when the next one is seen. */
  private suspect: StoredEntry | null = null;
  private firstBad: FirstBad | null = null;

  constructor(private readonly known: KnownLeaves | null) {}

  see(entry: StoredEntry): void {
    const leaf = leafHashOf(entry.body);
    if (this.firstBad === null) this.examine(entry, leaf);
    this.range = append(this.range, leaf);
  }

  close(counted: number | null): JournalCheck {
    const { range, known } = this;
    const firstBad = this.firstBad ?? (this.suspect !== null ? judge(this.suspect, null, known) : miscounted(range.size, known?.size ?? 0, counted));
    const checkpoint = known === null ? null : { size: known.size, holds: firstBad === null || firstBad.seq > known.size };
    return { ok: firstBad === null, size: range.size, root: rootOf(range).toString("base64"), firstBad, checkpoint };
  }

  private examine(entry: StoredEntry, leaf: Buffer): void {
    const expected = this.range.size + 1;
    if (this.suspect !== null) this.firstBad = judge(this.suspect, entry, this.known);
    else if (entry.seq !== expected) this.firstBad = outOfCount(entry.seq, expected);
    else if (!stands(entry, leaf, this.known)) this.suspect = entry;
  }
}

function stands(entry: StoredEntry, leaf: Buffer, known: KnownLeaves | null): boolean {
  const remembered = known?.leaves[entry.seq - 1] ?? leaf;
  return leaf.equals(entry.leafHash) && leaf.equals(remembered);
}

function outOfCount(found: number, expected: number): FirstBad {
  if (found < expected) return { seq: found, kind: "INSERTED", detail: `Entry ${found} stands where entry ${expected} should.` };
  const gap = found - 1 === expected ? `Entry ${expected} is` : `Entries ${expected} to ${found - 1} are`;
  return { seq: expected, kind: "MISSING", detail: `${gap} missing.` };
}

function miscounted(size: number, known: number, counted: number | null): FirstBad | null {
  const written = Math.max(known, counted ?? size);
  if (size === written) return null;
  if (size > written) return { seq: written + 1, kind: "INSERTED", detail: `Entry ${written + 1} was put in; ${written} were written.` };
  const testimony = size < known ? `the checkpoint knows ${known}` : `${written} were written`;
  return { seq: size + 1, kind: "CUT_OFF", detail: `The journal ends after entry ${size}; ${testimony}.` };
}

/** Names what happened to the first entry that does not stand, from where it and the one after it stood at the checkpoint. */
function judge(entry: StoredEntry, next: StoredEntry | null, known: KnownLeaves | null): FirstBad {
  const { seq } = entry;
  const place = formerPlace(entry, known);
  const nextPlace = next === null ? null : formerPlace(next, known);
  if (place === seq) return { seq, kind: "EDITED", detail: `The leaf hash stored with entry ${seq} was changed.` };
  if (place !== null && place > seq) {
    const follower = place === known?.size ? null : place + 1;
    return next === null || nextPlace === follower
      ? { seq, kind: "MISSING", detail: `Entry ${seq} is missing; what was entry ${place} has taken its number.` }
      : { seq, kind: "REORDERED", detail: `Entry ${seq} was entry ${place}.` };
  }
  if (nextPlace === seq) return { seq, kind: "INSERTED", detail: `Entry ${seq} was put in; what was entry ${seq} now follows it.` };
  return { seq, kind: "EDITED", detail: `Entry ${seq} is not what was written.` };
}

/** The number under which this content stood at the checkpoint, or null. Tried number by number, since the number is hashed too. */
function formerPlace({ body }: StoredEntry, known: KnownLeaves | null): number | null {
  const index = (known?.leaves ?? []).findIndex((leaf, at) => leafHashOf(numbered(body, at + 1)).equals(leaf));
  return index < 0 ? null : index + 1;
}

const numbered = (body: string, seq: number): string => body.replace(/^\[\d+/, `[${seq}`);
