import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { system } from "../../../server/platform/actor.ts";
import { Context } from "../../../server/platform/context.ts";
import { defineEvent } from "../../../server/platform/events.ts";
import { journalBody, leafHashOf, type JournalEntry } from "../../../server/platform/journal-entry.ts";
import { announce } from "../../../server/platform/outbox.ts";
import { done } from "../../../server/platform/outcome.ts";
import { type TestDatabase, testDatabase } from "../../support/database.ts";

const said = defineEvent({ name: "bell.rang", payload: z.object({ bell: z.string() }) });
let database: TestDatabase;
const context = () => new Context({ source: database.source, actor: system, requestId: "request \"7\"" });

beforeAll(async () => {
  database = await testDatabase();
  await database.asOwner("create table bell (name text primary key)");
  await database.asOwner("grant select, insert on bell to public");
});
afterAll(() => database.close());

/** Hangs a bell and says so, with each record as a fact of its own. */
const hang = (name: string, records: readonly string[] = [name]) =>
  context().inTransaction(async (tx) => {
    await tx.rows("insert into bell (name) values ($1)", [name]);
    for (const record of records) announce(tx, said, { bell: name }, { record, after: { name } });
    return done(name);
  });

const kept = async () => ({
  bells: (await database.asOwner<{ name: string }>("select name from bell order by name")).map(({ name }) => name),
  entries: await database.asOwner<JournalEntry & { leafHash: Buffer }>(
    `select seq, at, actor_id as "actorId", actor_kind as "actorKind", act, record, before_digest as "beforeDigest", after_digest as "afterDigest",
       payload_digest as "payloadDigest", request_id as "requestId", leaf_hash as "leafHash" from journal_entry where act = 'bell.rang' order by seq`,
  ),
  waiting: await database.asOwner<{ payload: object }>("select payload from outbox where event = 'bell.rang' order by id"),
  size: (await database.asOwner<{ size: number }>("select size from journal_head"))[0]?.size ?? -1,
});

test("facts stand in the journal in the order they were stated, each under the hash of its text", async () => {
  const before = await kept();
  const records = ["誠信", "a \"quoted\" \\ bell", "line\nbreak", "🔔"];
  await hang("great", records);
  const { entries, waiting, size } = await kept();
  expect(entries.map(({ record }) => record)).toEqual(records);
  expect(entries.map(({ seq }) => Number(seq))).toEqual(records.map((_, index) => before.size + index + 1));
  expect(size).toBe(before.size + records.length);
  expect(waiting).toHaveLength(records.length);
  for (const { leafHash, ...entry } of entries) {
    expect(leafHash).toEqual(leafHashOf(journalBody({ ...entry, seq: Number(entry.seq), at: new Date(entry.at).toISOString() })));
  }
});

test.each([
  ["journal", "alter table journal_entry add constraint refusal check (act <> 'bell.rang') not valid", "alter table journal_entry drop constraint refusal"],
  ["outbox", "alter table outbox add constraint refusal check (event <> 'bell.rang') not valid", "alter table outbox drop constraint refusal"],
])("an act the %s does not take is undone whole, and told", async (_, forbid, allow) => {
  const before = await kept();
  await database.asOwner(forbid);
  await expect(hang("cracked")).rejects.toThrow(/refusal/);
  expect(await kept()).toEqual(before);
  await database.asOwner(allow);
  await hang(`mended ${before.bells.length}`);
  expect((await kept()).bells).toContain(`mended ${before.bells.length}`);
});

test("acts made side by side take places without a gap", async () => {
  const before = await kept();
  await Promise.all(Array.from({ length: 12 }, (_, index) => hang(`choir ${index}`)));
  const { entries, size } = await kept();
  expect(size).toBe(before.size + 12);
  expect(entries.slice(-12).map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 12 }, (_, index) => before.size + index + 1));
});
