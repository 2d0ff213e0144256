import { describe, expect, test } from "vitest";
import { checkJournal, type FirstBad, type StoredEntry } from "../../../server/platform/journal-check.ts";
import { journalBody, leafHashOf } from "../../../server/platform/journal-entry.ts";

const stored = (seq: number, act = `act ${seq}`): StoredEntry => {
  const body = journalBody({
    seq, act, at: new Date(1767225600000 + seq * 1000).toISOString(), actorId: "usr_1", actorKind: "USER", record: `rec_${seq % 7}`,
    beforeDigest: null, afterDigest: null, payloadDigest: "d", requestId: null,
  });
  return { seq, body, leafHash: leafHashOf(body) };
};
const journalOf = (size: number) => Array.from({ length: size }, (_, index) => stored(index + 1));
const knownOf = (entries: StoredEntry[], size: number) => ({ size, leaves: entries.slice(0, size).map((entry) => entry.leafHash) });
async function* stream(entries: readonly StoredEntry[]) {
  yield* entries;
}

/** What a row becomes when its number is overwritten, with or without an attacker who also mends the hash. */
const renumbered = (entry: StoredEntry, seq: number, mend: boolean): StoredEntry => {
  const body = entry.body.replace(/^\[\d+/, `[${seq}`);
  return { seq, body, leafHash: mend ? leafHashOf(body) : entry.leafHash };
};
const renumberedAll = (entries: StoredEntry[], mend: boolean) => entries.map((entry, index) => (entry.seq === index + 1 ? entry : renumbered(entry, index + 1, mend)));

type Mutation = (entries: StoredEntry[], at: number, other: number, mend: boolean) => { entries: StoredEntry[]; kind: FirstBad["kind"]; seq: number };

/** Each takes places counted from 0, `at` below the checkpoint. */
const mutations: Record<string, Mutation> = {
  "edit a body": (entries, at, other, mend) => {
    const body = (entries[at] as StoredEntry).body.replace("act ", "forged ");
    const leafHash = mend ? leafHashOf(body) : (entries[at] as StoredEntry).leafHash;
    return { entries: entries.with(at, { seq: at + 1, body, leafHash }), kind: "EDITED", seq: at + 1 };
  },
  "edit a leaf hash": (entries, at) => ({
    entries: entries.with(at, { ...(entries[at] as StoredEntry), leafHash: leafHashOf("forged") }), kind: "EDITED", seq: at + 1,
  }),
  "delete": (entries, at) => ({ entries: entries.toSpliced(at, 1), kind: at === entries.length - 1 ? "CUT_OFF" : "MISSING", seq: at + 1 }),
  "delete and close the gap": (entries, at, other, mend) => ({
    entries: renumberedAll(entries.toSpliced(at, 1), mend), kind: at === entries.length - 1 ? "CUT_OFF" : "MISSING", seq: at + 1,
  }),
  "swap": (entries, at, other, mend) => {
    const [low, high] = [Math.min(at, other), Math.max(at, other)];
    const [first, second] = [entries[low] as StoredEntry, entries[high] as StoredEntry];
    return { entries: entries.with(low, renumbered(second, low + 1, mend)).with(high, renumbered(first, high + 1, mend)), kind: "REORDERED", seq: low + 1 };
  },
  "cut the tail off": (entries, at) => ({ entries: entries.slice(0, at), kind: "CUT_OFF", seq: at + 1 }),
  "insert": (entries, at, other, mend) => ({
    entries: renumberedAll(entries.toSpliced(at, 0, stored(at + 1, "forged")), mend), kind: "INSERTED", seq: at + 1,
  }),
};

/** A small fixed generator, so that a failure can be repeated. */
function drawing(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("below a checkpoint", () => {
  test("1,000 random mutations are all found, with the first bad entry and what happened to it", async () => {
    const draw = drawing(20260301);
    const names = Object.keys(mutations);
    for (let round = 0; round < 1000; round += 1) {
      const size = 3 + draw(40);
      const original = journalOf(size);
      const checkpointSize = 2 + draw(size - 1);
      const at = draw(checkpointSize);
      const other = (at + 1 + draw(checkpointSize - 1)) % checkpointSize;
      const name = names[round % names.length] as string;
      const mutated = (mutations[name] as Mutation)(original, at, other, draw(2) === 1);
      const check = await checkJournal(stream(mutated.entries), knownOf(original, checkpointSize));
      expect({ name, ok: check.ok, holds: check.checkpoint?.holds, seq: check.firstBad?.seq }).toEqual({ name, ok: false, holds: false, seq: mutated.seq });
      const beyondKnowledge = name === "delete and close the gap" && at === checkpointSize - 1;
      if (!beyondKnowledge) expect({ name, kind: check.firstBad?.kind }).toEqual({ name, kind: mutated.kind });
    }
  });

  test("an untouched journal holds, also when it has grown", async () => {
    const entries = journalOf(20);
    const check = await checkJournal(stream(entries), knownOf(entries, 12));
    expect(check).toMatchObject({ ok: true, size: 20, firstBad: null, checkpoint: { size: 12, holds: true } });
  });

  test("a changed entry above the checkpoint is found and leaves the checkpoint standing", async () => {
    const entries = journalOf(20);
    const edited = entries.with(15, { ...stored(16), body: stored(16, "forged").body });
    const check = await checkJournal(stream(edited), knownOf(entries, 12));
    expect(check).toMatchObject({ ok: false, firstBad: { seq: 16, kind: "EDITED" }, checkpoint: { size: 12, holds: true } });
  });

  test("a gap of several entries is named whole", async () => {
    const entries = journalOf(9);
    const check = await checkJournal(stream(entries.toSpliced(3, 2)), null);
    expect(check.firstBad).toEqual({ seq: 4, kind: "MISSING", detail: "Entries 4 to 5 are missing." });
  });
});

describe("without a checkpoint", () => {
  test("careless tampering is found", async () => {
    const entries = journalOf(9);
    const careless = entries.with(4, { ...stored(5), body: stored(5, "forged").body });
    expect((await checkJournal(stream(careless), null)).firstBad).toMatchObject({ seq: 5, kind: "EDITED" });
    expect((await checkJournal(stream([stored(0), ...entries]), null)).firstBad).toMatchObject({ seq: 0, kind: "INSERTED" });
  });

  test("a tail cut off is found by the journal's own count, unless that was mended too", async () => {
    const entries = journalOf(9);
    expect((await checkJournal(stream(entries.slice(0, 7)), null, 9)).firstBad).toMatchObject({ seq: 8, kind: "CUT_OFF" });
    expect((await checkJournal(stream(entries.slice(0, 7)), null, 7)).ok).toBe(true);
  });

  test("an entry put in behind the last is found by the journal's own count", async () => {
    const entries = journalOf(9);
    expect((await checkJournal(stream(entries), null, 8)).firstBad).toMatchObject({ seq: 9, kind: "INSERTED" });
    expect((await checkJournal(stream(entries), knownOf(entries, 9), 8)).ok).toBe(true);
  });

  test("an empty journal is sound and has the empty root", async () => {
    expect(await checkJournal(stream([]), null)).toEqual({
      ok: true, size: 0, root: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", firstBad: null, checkpoint: null,
    });
  });
});
