import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Permission } from "../../../server/modules/identity/index.ts";
import { act, actOnAppeal, answeredCase, decidedCase, laidCase, openedCase, passDays, servedCase, went } from "../../support/cases.ts";
import { sanctioned, setAside } from "../../support/sanctions.ts";
import { statementsDuring } from "../../support/statements.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";
import { furnish, type Household } from "../authorisation/household.ts";

interface Entry {
  id: string;
  on: string;
  isComing: boolean;
  kind: string;
  event: string;
  words: Record<string, string>;
  facts: { name: string; value: string }[];
  record: { kind: string; id: string } | null;
}

interface Answer {
  member: { timeline: { edges: { cursor: string; node: Entry }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null }; totalCount: number } } | null;
}

let world: World;
let household: Household;
let officer: Person;

beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-07-01T02:00:00Z") });
  household = await furnish(world);
  officer = await world.officer();
});
afterAll(() => world.close());

const TIMELINE = `query ($id: ID!, $first: Int!, $after: String, $kinds: [TimelineKind!]) { member(id: $id) { timeline(first: $first, after: $after, kinds: $kinds) {
  edges { cursor node { id on isComing kind event about words facts { name value } record { kind id } } } pageInfo { hasNextPage endCursor } totalCount } } }`;

const ask = (person: Person, id: string, more: { first?: number; after?: string | null; kinds?: string[] } = {}) => person.run<Answer>(TIMELINE, { id, first: 100, ...more });
const read = async (person: Person, id: string, kinds?: string[]): Promise<Entry[]> => {
  const { data, errors } = await ask(person, id, kinds && { kinds });
  expect(errors).toEqual([]);
  return data?.member?.timeline.edges.map(({ node }) => node) ?? [];
};
const events = async (person: Person, id: string, kinds?: string[]) => (await read(person, id, kinds)).map(({ event }) => event);
const ours = () => household.ids.member;

describe("the timeline of a member", () => {
  test("holds what every part of the house has to tell, what is to come before all, each in three languages", async () => {
    const entries = await read(officer, ours());
    expect([...new Set(entries.map(({ kind }) => kind))].sort()).toEqual([
      "APPEAL", "AUDIT", "CASE", "CERTIFICATE", "FINDING", "GRADE", "PLEDGE", "PUBLICATION", "REPAIR", "REWARD", "STANDING",
    ]);
    const days = entries.map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
    expect(entries.map(({ isComing }) => isComing)).toEqual(days.map((day) => day > "2026-07-01"));
    expect(entries.filter(({ words }) => Object.values(words).some((sentence) => sentence === "" || /[[\]{}]|null|undefined/.test(sentence)))).toEqual([]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.find(({ event }) => event === "ADMITTED")).toMatchObject({ on: "2024-01-01", kind: "STANDING" });
    expect(entries.find(({ event }) => event === "PLEDGE_SIGNED")?.record).toEqual({ kind: "PLEDGE_SIGNATURE", id: household.ids.signature });
    expect(entries.find(({ event }) => event === "FOUND")?.words["en"]).toBe("Finding (minor): “R-01” is not met");
  });

  test("is read page by page without losing or repeating any, however many came at the same time", async () => {
    const whole = (await read(officer, ours())).map(({ id }) => id);
    const read3: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Answer["member"] = (await ask(officer, ours(), { first: 3, after })).data?.member ?? null;
      read3.push(...(page?.timeline.edges.map(({ node }) => node.id) ?? []));
      expect(page?.timeline.totalCount).toBe(whole.length);
      after = page?.timeline.pageInfo.endCursor ?? null;
      if (!page?.timeline.pageInfo.hasNextPage) break;
    }
    expect(read3).toEqual(whole);
  });

  test("is narrowed to some kinds", async () => {
    const entries = await read(officer, ours(), ["STANDING", "REWARD"]);
    expect([...new Set(entries.map(({ kind }) => kind))].sort()).toEqual(["REWARD", "STANDING"]);
    expect(await read(officer, ours(), ["CREDIT"])).toEqual([]);
  });

  test("costs one statement, for a short one and a long one, for one member and for many", async () => {
    const firms = await Promise.all([1, 2, 3].map(() => world.firm()));
    const sentFor = (document: string) => statementsDuring(async () => expect((await officer.run(document)).errors).toEqual([]));
    const timelineStatements = (sent: string[]) => sent.filter((text) => text.includes("standing_fact f where") && text.includes("unnest"));
    const asked = (first: number) => `{ members(first: ${first}) { edges { node { id timeline(first: 20) { edges { node { id } } totalCount } } } } }`;
    await sentFor(asked(1));
    expect(firms).toHaveLength(3);
    const [one, many] = [await sentFor(asked(1)), await sentFor(asked(4))];
    expect(many.length).toBe(one.length);
    expect(timelineStatements(many)).toHaveLength(2); // The entries, and their count.
  });

  test("does not take a cursor of another list, nor a page that is too large", async () => {
    for (const more of [{ after: "eyJ4Ijoxfq" }, { first: 101 }, { first: 0 }]) expect((await ask(officer, ours(), more)).errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("what becomes of a case", () => {
  test("is told step by step, with what is decided only once it was served", async () => {
    const story = await laidCase(world);
    const id = story.firm.actor.memberId ?? "";
    expect(await events(story.firm, id, ["CASE"])).toEqual(["CASE_ANSWERED", "CASE_NOTICE_SERVED"]);
    expect(await events(officer, id, ["CASE"])).toEqual(["CASE_ANSWERED", "CASE_NOTICE_SERVED", "CASE_OPENED"]);
  });

  test("shows a firm nothing before the notice, and no decision before it is served; nobody reads drafts, seats or votes there", async () => {
    const opened = await openedCase(world);
    expect(await events(opened.firm, opened.firm.actor.memberId ?? "", ["CASE", "APPEAL"])).toEqual([]);
    const decided = await decidedCase(world);
    const id = decided.firm.actor.memberId ?? "";
    expect(await events(decided.firm, id, ["CASE", "APPEAL"])).toEqual(["CASE_ANSWERED", "CASE_NOTICE_SERVED"]);
    const told = await read(officer, id, ["CASE"]);
    expect(told.map(({ event }) => event)).toEqual(["CASE_DECIDED", "CASE_ANSWERED", "CASE_NOTICE_SERVED", "CASE_OPENED"]);
    expect(JSON.stringify(told[0])).not.toMatch(/warning|WARNING|votes/);
    went(await act(decided.officer, "caseDecisionServe", { id: decided.seen.id, revision: decided.seen.revision }));
    const served = await read(decided.firm, id, ["CASE", "APPEAL"]);
    expect(served[0]).toMatchObject({ event: "APPEAL_ENDS", isComing: true });
    expect(served.find(({ event }) => event === "CASE_SERVED")?.words["en"]).toMatch(/^Case \d+: decision served: warning; appeals until 29 July 2026$/);
  });

  test("tells of an appeal, and of what it came to", async () => {
    const story = await servedCase(world);
    const id = story.firm.actor.memberId ?? "";
    passDays(world, 1, story.firm);
    const appeal = went(await actOnAppeal(story.firm, "appealFile", { caseId: story.seen.id, grounds: ["EXCESSIVE"], text: "A word would have done.", fileIds: [] }));
    went(await actOnAppeal(story.firm, "appealWithdraw", { id: appeal.id, revision: appeal.revision }));
    expect(await events(story.firm, id, ["APPEAL"])).toEqual(["APPEAL_WITHDRAWN", "APPEAL_FILED"]);
  });
});

describe("what days alone bring", () => {
  test("stands there before its day, and goes with what does away with it", async () => {
    const firm = await world.firm();
    const { decisionId, caseId } = await sanctioned(world, { memberId: firm.id, inForceOn: "2026-06-01" });
    await world.database.asOwner(
      `insert into publication (id, decision_id, case_id, member_id, case_number, step, step_name, publicity, clauses, reasons, ladder_version, terms_version, decided_on, from_on, repair_from_on, until_on, placed_at)
       values ('pub_days', $1, $2, $3, 1, 'WARNING', '{"en": "warning", "zh-Hans": "警告", "zh-Hant": "警告"}', 'MINOR', '[]', 'x', 2, 1, '2026-06-01', '2026-06-01', '2026-08-01', '2027-05-31', now())`, [decisionId, caseId, firm.id],
    );
    const told = async () => (await read(officer, firm.id, ["PUBLICATION", "REPAIR"])).map(({ event, on, isComing }) => [event, on, isComing]);
    expect(await told()).toEqual([["PUBLICATION_ENDS", "2027-06-01", true], ["REPAIR_OPENS", "2026-08-01", true], ["PUBLICATION_BEGINS", "2026-06-01", false]]);
    await setAside(world, decisionId, "2026-06-20");
    expect(await told()).toEqual([["PUBLICATION_ENDS", "2026-06-20", false], ["PUBLICATION_BEGINS", "2026-06-01", false]]);
    expect((await read(officer, firm.id, ["PUBLICATION"]))[0]?.words["en"]).toBe("Case 1: no longer on public display, the decision being set aside (warning)");
  });

  test("say that a firm leaves only while it is to leave", async () => {
    const firm = await world.firm();
    const { standings } = world.services;
    const told = async () => (await read(officer, firm.id, ["STANDING"])).filter(({ event }) => event.startsWith("LEAVING")).map(({ event, isComing }) => [event, isComing]);
    await world.change((tx) => standings.withdraw(tx, firm.id, "2026-07-20", "They move away."));
    expect(await told()).toEqual([["LEAVING", true]]);
    await world.change((tx) => standings.revokeWithdrawal(tx, firm.id));
    expect(await told()).toEqual([["LEAVING_REVOKED", false]]);
  });
});

describe("who reads what of it", () => {
  test("a firm reads its own, and of another not even that there is one", async () => {
    const rival = await world.member();
    expect(await events(household.editor, ours())).toContain("ADMITTED");
    expect((await ask(rival, ours())).data).toEqual({ member: null });
    expect((await ask(rival, household.ids.member.replace(/.$/, "0"))).data).toEqual({ member: null });
    for (const person of [world.stranger(), await world.regulator(), await world.operator()]) expect((await ask(person, ours())).errors.map(({ code }) => code)).toEqual([expect.stringMatching(/FORBIDDEN|UNAUTHENTICATED/)]);
  });

  test("a firm is told what concerns it alone, and the house's own steps stay with the house", async () => {
    const [theirs, house] = [await read(household.admin, ours()), await read(officer, ours())];
    const known = new Set(theirs.map(({ id }) => id));
    expect(house.filter(({ id }) => !known.has(id)).map(({ event }) => event)).toEqual(["CASE_SERVED"]); // The household's untold step.
    expect(theirs.filter(({ id }) => !house.some((entry) => entry.id === id))).toEqual([]);
    const story = await answeredCase(world);
    expect(await events(household.admin, story.firm.actor.memberId ?? "")).toEqual([]);
  });

  test("whoever may not read a kind of record reads no entries of it", async () => {
    expect([...new Set((await read(await world.inspector(), ours())).map(({ kind }) => kind))].sort()).toEqual(["AUDIT", "FINDING", "STANDING"]);
    const program = world.as({ ...officer.actor, kind: "API_KEY", permissions: new Set<Permission>(["member:read", "certificate:read"]) });
    expect([...new Set((await read(program, ours())).map(({ kind }) => kind))].sort()).toEqual(["CERTIFICATE", "STANDING"]);
  });

  test("a reward that is only proposed, or was declined, is on nobody's", async () => {
    const firm = await world.firm();
    await world.database.asOwner(
      `insert into reward (id, kind, member_id, state, ladder_version, deed, deed_on, clause, clause_version, clause_title, evidence, proposed_by, proposed_at)
       select 'rwd_' || $1, 'COMMENDATION', $1, 'PROPOSED', 1, '{}', '2026-01-02', 'C1', 'x', '{}', 'A letter.', 'x', now()`, [firm.id],
    );
    await world.database.asOwner("insert into reward_change (id, reward_id, state, changed_by, at) values ('rwh_' || $1, 'rwd_' || $1, 'PROPOSED', 'x', now())", [firm.id]);
    expect(await events(officer, firm.id, ["REWARD"])).toEqual([]);
  });
});
