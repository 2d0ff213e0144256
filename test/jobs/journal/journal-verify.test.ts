import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CheckpointFile, openCheckpointFile, readVerifierLine } from "../../../server/platform/checkpoint.ts";
import { checkJournal, type JournalCheck } from "../../../server/platform/journal-check.ts";
import { journalBody, leafHashOf } from "../../../server/platform/journal-entry.ts";
import { withJournal } from "../../../server/platform/journal-reading.ts";
import { testDatabase, type TestDatabase } from "../../support/database.ts";

const written = 40;
let db: TestDatabase;
let folder: string;
let checkpoint: string;
let key: string;

beforeAll(async () => {
  [db, folder] = [await testDatabase(), await mkdtemp(join(tmpdir(), "guildhall-journal-"))];
  const [{ size = 0 } = {}] = await db.asOwner<{ size: number }>("select size from journal_head");
  for (let seq = size + 1; seq <= size + written; seq += 1) await enter(seq);
  await db.asOwner("update journal_head set size = $1", [size + written]);
  checkpoint = join(folder, "checkpoint.json");
  const sealed = await guildhall("journal", "checkpoint", "--out", checkpoint, "--json");
  if (sealed.code !== 0) throw new Error(sealed.stderr);
  key = (JSON.parse(sealed.stdout) as { key: string }).key;
}, 120_000);

afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

async function enter(seq: number): Promise<void> {
  const entry = {
    seq, at: new Date(Date.UTC(2026, 2, 1) + seq * 1_001).toISOString(), actorId: null, actorKind: "SYSTEM", act: "lantern.lit", record: `lan_${seq}`,
    beforeDigest: null, afterDigest: null, payloadDigest: "d", requestId: "r",
  };
  await db.asOwner(
    `insert into journal_entry (seq, at, actor_kind, act, record, payload_digest, request_id, leaf_hash) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [seq, entry.at, entry.actorKind, entry.act, entry.record, entry.payloadDigest, entry.requestId, leafHashOf(journalBody(entry))],
  );
}

const guildhall = (...words: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const env = { ...process.env, DATABASE_URL: db.url, DATA_DIR: folder, GUILDHALL_MODE: "demo", NODE_ENV: "test" };
    execFile(process.execPath, ["--import", "tsx", "server/cli/main.ts", ...words], { env }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });

const verify = async (...words: string[]) => {
  const { code, stdout } = await guildhall("journal", "verify", "--json", ...words);
  return { code, check: JSON.parse(stdout) as JournalCheck & { problem?: string } };
};

/** The same check without a process of its own. */
async function inspected(): Promise<JournalCheck> {
  const verifier = readVerifierLine(key);
  const opened = verifier && openCheckpointFile(await readFile(checkpoint, "utf8"), verifier);
  if (opened === null || "problem" in opened) throw new Error(opened?.problem ?? "no key");
  return withJournal(db.url, ({ entries, counted }) => checkJournal(entries, { size: opened.checkpoint.size, leaves: opened.leaves }, counted));
}

/** Does as a master of the database could, who switches the guard off first; undone afterwards, to the last digit. */
async function tampered(sql: string, work: () => Promise<void>): Promise<void> {
  const unguarded = (statement: string) => db.asOwner(`begin; set local session_replication_role = replica; ${statement}; commit`);
  await db.asOwner("create table untouched as table journal_entry");
  await unguarded(sql);
  try {
    await work();
  } finally {
    await unguarded("delete from journal_entry; insert into journal_entry table untouched; drop table untouched");
  }
}

describe("a journal nobody touched", () => {
  test("holds against itself and against its checkpoint", async () => {
    const { code, check } = await verify("--checkpoint", checkpoint, "--key", key);
    const file = JSON.parse(await readFile(checkpoint, "utf8")) as CheckpointFile;
    expect({ code, check }).toMatchObject({ code: 0, check: { ok: true, size: file.size, root: file.root, firstBad: null, checkpoint: { holds: true } } });
    expect((await guildhall("journal", "verify")).stdout).toContain("The journal holds");
  });
});

/** Entry 11 as its columns could be changed: by little, by form, to nothing or from nothing. */
const edits: [column: string, to: string][] = [
  ["at", "at + interval '300 microseconds'"], ["at", "at - interval '1 microsecond'"], ["at", "at + interval '1 day'"], ["at", "'infinity'"],
  ["at", "(at::timestamp::text || ' BC')::timestamptz"],
  ["actor_id", "''"], ["actor_id", "'usr_1'"], ["actor_kind", "'USER'"], ["act", "act || ' '"], ["act", "upper(act)"], ["record", "record || E'\\n'"],
  ["record", "record || U&'\\200B'"], ["before_digest", "''"], ["before_digest", "'d'"], ["after_digest", "'null'"], ["payload_digest", "'D'"],
  ["payload_digest", "payload_digest || ' '"], ["request_id", "''"], ["request_id", "request_id || ' '"], ["leaf_hash", "leaf_hash || '\\x00'"],
];

test.each(edits)("an entry whose %s became %s is named, with a checkpoint or without", async (column, to) => {
  await tampered(`update journal_entry set ${column} = ${to} where seq = 11`, async () => {
    expect(await inspected()).toMatchObject({ ok: false, firstBad: { seq: 11, kind: "EDITED" }, checkpoint: { holds: false } });
    expect(await withJournal(db.url, ({ entries, counted }) => checkJournal(entries, null, counted))).toMatchObject({ firstBad: { seq: 11, kind: "EDITED" } });
  });
});

test("no column of an entry escapes: each is edited above, and the number by changing places", async () => {
  const columns = await db.asOwner<{ name: string }>("select column_name as name from information_schema.columns where table_name = 'journal_entry'");
  expect(new Set(["seq", ...edits.map(([column]) => column)])).toEqual(new Set(columns.map(({ name }) => name)));
});

describe("a journal that was tampered with", () => {
  test.each([
    ["an edited entry", "update journal_entry set actor_kind = 'USER' where seq = 7", 7, "EDITED"],
    ["an entry edited together with its hash", "update journal_entry set act = 'x', leaf_hash = sha256('x') where seq = 9", 9, "EDITED"],
    ["a removed entry", "delete from journal_entry where seq = 12", 12, "MISSING"],
    ["two entries that changed places", `update journal_entry set seq = -seq where seq in (5, 21);
       update journal_entry set seq = case seq when -5 then 21 else 5 end where seq < 0`, 5, "REORDERED"],
    ["its tail cut off", "delete from journal_entry where seq > 30", 31, "CUT_OFF"],
  ])("by %s is caught by the checkpoint, and the first bad entry named", async (_, sql, seq, kind) => {
    await tampered(sql, async () => {
      expect(await inspected()).toMatchObject({ ok: false, firstBad: { seq, kind }, checkpoint: { holds: false } });
    });
  });

  test("ends the command with 1, in words or as JSON", async () => {
    await tampered("delete from journal_entry where seq > 30", async () => {
      expect(await verify("--checkpoint", checkpoint)).toMatchObject({ code: 1, check: { ok: false, firstBad: { seq: 31, kind: "CUT_OFF" } } });
      expect(await guildhall("journal", "verify")).toMatchObject({ code: 1, stdout: expect.stringContaining("Entry 31, CUT_OFF") });
    });
  });

  test("is not sealed", async () => {
    await tampered("delete from journal_entry where seq = 3", async () => {
      const { code, stderr } = await guildhall("journal", "checkpoint", "--out", join(folder, "refused.json"));
      expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("Entry 3 is missing") });
    });
  });
});

test("a checkpoint that was tampered with, or signed by a stranger, proves nothing", async () => {
  const file = JSON.parse(await readFile(checkpoint, "utf8")) as CheckpointFile;
  const forged = join(folder, "forged.json");
  await writeFile(forged, JSON.stringify({ ...file, size: file.size - 1 }));
  expect(await verify("--checkpoint", forged)).toMatchObject({ code: 1, check: { problem: expect.stringContaining("disagrees") } });
  expect(await verify("--checkpoint", checkpoint, "--key", "nonsense")).toMatchObject({ code: 1, check: { problem: expect.stringContaining("not one line") } });
});
