import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { journalBody, leafHashOf } from "../../../server/platform/journal-entry.ts";

const entry = {
  seq: 7,
  at: "2026-03-01T08:00:00.500Z",
  actorId: "usr_1",
  actorKind: "USER",
  act: "pledge.signed",
  record: "pls_1",
  beforeDigest: null,
  afterDigest: "ab\"c",
  payloadDigest: "誠",
  requestId: null,
};

test("an entry has one text, in the order of its columns", () => {
  const body = '[7,"2026-03-01T08:00:00.500Z","usr_1","USER","pledge.signed","pls_1",null,"ab\\"c","誠",null]';
  expect(journalBody(entry)).toBe(body);
  expect(leafHashOf(body)).toEqual(createHash("sha256").update(Buffer.from([0])).update(body, "utf8").digest());
});

test("each column counts", () => {
  const changed = { seq: 8, at: "x", actorId: "x", actorKind: "x", act: "x", record: "x", beforeDigest: "x", afterDigest: "x", payloadDigest: "x", requestId: "x" };
  const bodies = Object.entries(changed).map(([column, value]) => journalBody({ ...entry, [column]: value }));
  expect(new Set([journalBody(entry), ...bodies]).size).toBe(11);
});
