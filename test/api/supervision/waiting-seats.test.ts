import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act, actOnAppeal, actOnSeat, answeredCase, openedCase, pledgeVersion, proposal, seenIn, servedCase, went } from "../../support/cases.ts";
import { statementsDuring } from "../../support/statements.ts";
import { openWorld, type Person, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => (world = await openWorld({ now: new Date("2026-07-01T02:00:00Z") })));
afterAll(() => world.close());

interface Waiting {
  panelSeatsWaiting: { isDeclared: boolean; case: { id: string; ladder: { version: number } }; appeal: { id: string } | null }[];
}

const WAITING = "{ panelSeatsWaiting { isDeclared seatedAt case { id title ladder { version } } appeal { id } } }";

const waitingFor = async (person: Person) => {
  const { data, errors } = await person.run<Waiting>(WAITING);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.panelSeatsWaiting.map(({ isDeclared, case: { id }, appeal }) => ({ isDeclared, id, isAppeal: appeal !== null }));
};

describe("what waits for somebody who sits on panels", () => {
  test("is a declaration, then a vote, then nothing; another draft asks for another vote", async () => {
    const story = await answeredCase(world);
    const [one] = story.panel as [Person];
    story.seen = went(await act(story.officer, "caseDraftSave", { ...seenIn(story), ...proposal }));
    expect(await waitingFor(one)).toEqual([]);
    went(await act(story.officer, "casePanelSeat", { ...seenIn(story), userIds: [one.actor.userId] }));
    expect(await waitingFor(one)).toEqual([{ isDeclared: false, id: story.seen.id, isAppeal: false }]);
    await actOnSeat(one, "panelInterestDeclare", { id: story.seen.id, interested: false, declaration: "" });
    expect(await waitingFor(one)).toEqual([{ isDeclared: true, id: story.seen.id, isAppeal: false }]);
    went(await act(one, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Proved." }));
    expect(await waitingFor(one)).toEqual([]);
    story.seen = went(await act(story.officer, "caseDraftSave", { ...seenIn(story), ...proposal, step: "CIRCULATED_CRITICISM" }));
    expect(await waitingFor(one)).toEqual([{ isDeclared: true, id: story.seen.id, isAppeal: false }]);
    await actOnSeat(story.officer, "panelSeatRecuse", { id: story.seen.id, userId: one.actor.userId, reason: "Met the owner." });
    expect(await waitingFor(one)).toEqual([]);
  });

  test("is an appeal too, which names its case; and is nobody else's", async () => {
    const story = await servedCase(world);
    const appeal = went(await actOnAppeal(story.firm, "appealFile", { caseId: story.seen.id, grounds: ["EXCESSIVE"], text: "A word would have done.", fileIds: [] }));
    const judge = await world.panel();
    went(await actOnAppeal(story.officer, "appealPanelSeat", { id: appeal.id, revision: appeal.revision, userIds: [judge.actor.userId] }));
    expect(await waitingFor(judge)).toEqual([{ isDeclared: false, id: story.seen.id, isAppeal: true }]);
    expect(await waitingFor(await world.panel())).toEqual([]);
    expect((await story.firm.run(WAITING)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
    expect((await story.officer.run(WAITING)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  });

  test("costs the same statements for two seats as for seven", async () => {
    const judge = await world.panel();
    const sit = async () => {
      const story = await answeredCase(world);
      story.seen = went(await act(story.officer, "caseDraftSave", { ...seenIn(story), ...proposal }));
      went(await act(story.officer, "casePanelSeat", { ...seenIn(story), userIds: [judge.actor.userId] }));
    };
    const spent = async () => (await statementsDuring(() => judge.run(WAITING))).length;
    await sit();
    await sit();
    const few = await spent();
    for (let seat = 0; seat < 5; seat += 1) await sit();
    expect((await waitingFor(judge)).length).toBe(7);
    expect(await spent()).toBe(few);
  });
});

describe("the clauses a case can cite", () => {
  const clausesOn = async (person: Person, on: string) => {
    const { data } = await person.run<{ clausesInForce: { document: string; versionId: string; code: string; text: object }[] }>(
      "query C($on: Date!) { clausesInForce(on: $on) { document versionId version code title text } }", { on });
    return data?.clausesInForce ?? null;
  };

  test("are those of the day, with their words: the pledge's first, and each is taken as it is offered", async () => {
    const story = await openedCase(world);
    const clauses = (await clausesOn(story.officer, "2026-06-02")) ?? [];
    expect(clauses.slice(0, 6).map(({ document, code }) => `${document} ${code}`)).toEqual(["PLEDGE C1", "PLEDGE C2", "PLEDGE C3", "PLEDGE C4", "PLEDGE C5", "NORM N1.1"]);
    expect(clauses[0]?.versionId).toBe(await pledgeVersion(world));
    const charges = clauses.map(({ versionId, code }) => ({ versionId, code }));
    const input = { memberId: story.firm.actor.memberId, title: "All of them", statement: "S", occurredOn: "2026-06-02", charges, source: null };
    went(await act(story.officer, "caseOpen", input));
  });

  test("are none before anything bound anybody, and are not a member's to ask for", async () => {
    const story = await openedCase(world);
    expect(await clausesOn(story.officer, "2020-01-01")).toEqual([]);
    expect(await clausesOn(story.firm, "2026-06-02")).toBeNull();
  });
});
