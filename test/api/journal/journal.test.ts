import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newNoteKey, noteSigner, openCheckpoint, readCheckpoint, signCheckpoint, verifierOf } from "../../../server/platform/checkpoint.ts";
import { system } from "../../../server/platform/actor.ts";
import { sealJournal } from "../../../server/modules/journal/index.ts";
import { calendar } from "../../../workers/calendar.ts";
import { sealJournalProcessor } from "../../../workers/journal/seal-journal.processor.ts";
import { jobRun } from "../../support/job-run.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
let officer: Person;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-02-02T03:00:00Z") });
  officer = await world.officer();
});
afterAll(() => world.close());

interface Trail {
  journal: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { seq: number; act: string; record: string; actor: { kind: string; name: string | null } } }[] };
}

const TRAIL = `query ($first: Int!, $after: String, $filter: JournalFilter) {
  journal(first: $first, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor } edges { node { seq at act record payloadDigest leafHash actor { kind userId name } } } } }`;
const trail = async (filter: object = {}, page: object = {}, person = officer) => (await person.run<Trail>(TRAIL, { first: 100, filter, ...page })).data?.journal;
const SEAL = `mutation { journalCheckpointCreate { checkpoint { size root note } problems { code path } } }`;

interface Sealed {
  journalCheckpointCreate: { checkpoint: { size: number; root: string; note: string } | null; problems: { code: string; path: string }[] };
}
const seal = async () => (await officer.run<Sealed>(SEAL)).data?.journalCheckpointCreate;

async function sign(person: Person): Promise<void> {
  const { data } = await person.run<{ pledge: { id: string; textDigest: string } }>(`{ pledge { id textDigest(language: EN) } }`);
  const input = { versionId: data?.pledge.id, textDigest: data?.pledge.textDigest, readToEnd: true, consent: true, signatoryName: "Lin Mei", signatoryTitle: "Manager" };
  await person.run(`mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) { problems { code } } }`, { input });
}

describe("the trail", () => {
  test("is read newest first, page by page, without a gap", async () => {
    await world.firm();
    await world.firm();
    const all = await trail();
    const numbers = all?.edges.map(({ node }) => node.seq) ?? [];
    expect(numbers).toEqual(Array.from({ length: all?.totalCount ?? 0 }, (_, index) => numbers.length - index));
    const page = await trail({}, { first: 2 });
    const next = await trail({}, { first: 2, after: page?.pageInfo.endCursor });
    expect([...(page?.edges ?? []), ...(next?.edges ?? [])].map(({ node }) => node.seq)).toEqual(numbers.slice(0, 4));
  });

  test("is the history of a record, of a person and of a kind of act", async () => {
    const acme = await world.member();
    await sign(acme);
    expect((await trail({ record: acme.actor.memberId }))?.edges.map(({ node }) => node.act)).toEqual(["member.admitted"]);
    const own = await trail({ actorId: acme.actor.userId });
    expect(own?.edges.map(({ node }) => [node.act, node.actor.kind])).toEqual([["pledge.signed", "USER"]]);
    const acts = new Set((await trail({ act: "member.admitted" }))?.edges.map(({ node }) => node.act));
    expect(acts).toEqual(new Set(["member.admitted"]));
    const { data } = await officer.run<{ journalActs: string[] }>("{ journalActs }");
    expect(data?.journalActs).toEqual(expect.arrayContaining(["member.admitted", "pledge.signed", "norm.version-entered"]));
  });

  test("is narrowed by time", async () => {
    world.travelTo("2026-03-03T00:00:00Z");
    const later = await world.firm();
    expect((await trail({ from: "2026-03-03T00:00:00Z", until: "2026-03-03T00:00:01Z" }))?.edges.map(({ node }) => node.record)).toEqual([later.id]);
    expect((await trail({ from: "2026-03-03T00:00:00Z", until: "2026-03-03T00:00:00Z" }))?.edges).toEqual([]);
  });

  test("is closed to members, regulators and strangers", async () => {
    for (const person of [await world.member(), await world.regulator(), world.stranger()]) {
      for (const operation of [`{ journalActs }`, `{ journalCheckpoint { size } }`, SEAL]) {
        expect((await person.run(operation)).errors[0]?.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
      }
    }
  });
});

describe("a checkpoint", () => {
  test("covers all entries, is signed by the house and becomes the latest", async () => {
    const [{ size } = { size: 0 }] = await world.database.asOwner<{ size: number }>("select size from journal_head");
    const { checkpoint, problems } = (await seal()) ?? {};
    expect(problems).toEqual([]);
    expect(readCheckpoint(checkpoint?.note ?? "")).toMatchObject({ origin: "guild.example/journal", size });
    expect(openCheckpoint(checkpoint?.note ?? "", verifierOf(world.signer))?.root.toString("base64")).toBe(checkpoint?.root);
    expect((await officer.run("{ journalCheckpoint { size root } }")).data).toEqual({ journalCheckpoint: { size, root: checkpoint?.root } });
    expect((await trail({ act: "journal.sealed" }))?.totalCount).toBe(1);
  });

  test("is made by night work too, one a night", async () => {
    const sizes = async () => (await world.database.asOwner<{ size: number }>("select size from journal_checkpoint order by size")).map(({ size }) => size);
    const before = await sizes();
    await sealAtNight("2026-03-04");
    expect(await sizes()).toEqual([...before, (before.at(-1) ?? 0) + 1]);
    expect(calendar.filter(({ job }) => job === sealJournal).map(({ every }) => every)).toEqual(["DAY"]);
  });

  test("is refused when an earlier seal is not what our key signed, whatever its row says", async () => {
    const [earlier] = await world.database.asOwner<{ size: number; root: string; note: string }>("select size, root, note from journal_checkpoint order by size desc limit 1");
    const forged = signCheckpoint({ origin: "guild.example/journal", size: earlier?.size ?? 0, root: Buffer.from(earlier?.root ?? "", "base64") }, noteSigner("guild.example/journal", newNoteKey()));
    for (const [column, value] of [["root", Buffer.alloc(32, 7).toString("base64")], ["note", forged], ["note", "no note"]] as const) {
      await world.database.asOwner(`update journal_checkpoint set ${column} = $1 where size = $2`, [value, earlier?.size]);
      expect(await seal(), column).toEqual({ checkpoint: null, problems: [{ code: "JOURNAL_BROKEN", path: "" }] });
      await world.database.asOwner("update journal_checkpoint set root = $1, note = $2 where size = $3", [earlier?.root, earlier?.note, earlier?.size]);
    }
    expect((await seal())?.problems).toEqual([]);
  });

  test("is refused when an entry is not what was written, and nothing is sealed", async () => {
    const before = await world.database.asOwner("select count(*)::int as count from journal_checkpoint");
    await tamper("update journal_entry set act = 'member.praised' where seq = 2");
    expect(await seal()).toEqual({ checkpoint: null, problems: [{ code: "JOURNAL_BROKEN", path: "" }] });
    await expect(sealAtNight("2026-03-05")).rejects.toThrow("The journal does not hold");
    expect(await world.database.asOwner("select count(*)::int as count from journal_checkpoint")).toEqual(before);
  });
});

const sealAtNight = (period: string) =>
  sealJournalProcessor(world.services.journals).run({ period }, jobRun(world.contextOf(system)));

/** Does as a master of the database could, who switches the guard off first. */
const tamper = (change: string) => world.database.asOwner(`begin; set local session_replication_role = replica; ${change}; commit`);
