import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { act, actOnSeat, answeredCase, decidedCase, laidCase, openedCase, passDays, pledgeVersion, proposal, seenIn, servedCase, went } from "../../support/cases.ts";
import { openWorld, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => (world = await openWorld({ now: new Date("2026-07-01T02:00:00Z") })));
afterAll(() => world.close());

const CASE = `query Case($id: ID!) { sanctionCase(id: $id) {
  id number state title charges { code title } answerClock { state due left pausedBecause } answers { text final } steps { kind note personName } draft { reasons } seats { name } votes { choice }
  imposed { step stepsDown publishedDays } decisions { step inForceOn appealUntil servedOn endsOn charges { code } panel { name } } outcome closedOn member { id } } }`;

interface Shown {
  sanctionCase: {
    state: string; title: string; answerClock: { state: string; due: string | null; left: number; pausedBecause: string | null } | null; draft: object | null; seats: object[]; votes: object[];
    steps: { kind: string; note: string | null; personName: string | null }[]; decisions: { step: string | null; inForceOn: string | null; appealUntil: string | null }[];
    imposed: { step: string; stepsDown: number; publishedDays: number } | null; outcome: string | null; closedOn: string | null;
  } | null;
}

const shown = async (person: { run: World["stranger"] extends () => infer P ? P extends { run: infer R } ? R : never : never }, id: string) =>
  (await person.run<Shown>(CASE, { id })).data?.sanctionCase ?? null;

describe("a case", () => {
  test("is the house's alone until the notice is served; then the member sees it, answers, and its clock runs on the working calendar", async () => {
    const story = await openedCase(world);
    expect(await shown(story.firm, story.seen.id)).toBeNull();
    story.seen = went(await act(story.officer, "caseNoticeServe", seenIn(story)));
    expect(await shown(story.firm, story.seen.id)).toMatchObject({ state: "NOTICE_SERVED", answerClock: { state: "RUNNING", due: "2026-07-16", left: 15 }, draft: null, seats: [], votes: [] });
    expect((await shown(story.firm, story.seen.id))?.steps.map(({ kind }) => kind)).toEqual(["NOTICE_SERVED"]);
    went(await act(story.firm, "caseAnswer", { id: story.seen.id, text: "We look into it.", fileIds: [], final: false }));
    went(await act(story.firm, "caseAnswer", { id: story.seen.id, text: "It was a slip.", fileIds: [], final: true }));
    expect(await act(story.firm, "caseAnswer", { id: story.seen.id, text: "And another thing.", fileIds: [], final: false })).toMatchObject({ problems: [{ code: "ANSWER_CLOSED" }] });
  });

  test("goes from its opening to its end, and the member is told of what concerns it and of nothing else", async () => {
    const story = await servedCase(world);
    const officerSees = await shown(story.officer, story.seen.id);
    expect(officerSees).toMatchObject({ state: "IN_FORCE", decisions: [{ step: "WARNING", inForceOn: "2026-07-01", appealUntil: "2026-07-29" }], imposed: { step: "WARNING", stepsDown: 0, publishedDays: 90 } });
    const firmSees = await shown(story.firm, story.seen.id);
    expect(firmSees).toMatchObject({ state: "IN_FORCE", draft: null, seats: [], votes: [], imposed: null, decisions: [{ step: "WARNING", charges: [{ code: "C3" }] }] });
    expect(firmSees?.steps.map(({ kind }) => kind)).toEqual(["NOTICE_SERVED", "ANSWERED", "SERVED", "IN_FORCE"]);
    expect(await world.announced("sanction")).toEqual(expect.arrayContaining(["sanction.decided", "sanction.served", "sanction.in-force"]));
  });

  test("is dropped with a reason before a panel has decided, and not after", async () => {
    const story = await answeredCase(world);
    expect(await act(story.officer, "caseDrop", { ...seenIn(story), reason: " " })).toMatchObject({ problems: [{ code: "REQUIRED", path: "input.reason" }] });
    went(await act(story.officer, "caseDrop", { ...seenIn(story), reason: "The complaint was taken back." }));
    expect(await shown(story.firm, story.seen.id)).toMatchObject({ state: "CLOSED", outcome: "DROPPED", closedOn: "2026-07-01" });
    const decided = await decidedCase(world);
    expect(await act(decided.officer, "caseDrop", { ...seenIn(decided), reason: "Second thoughts." })).toMatchObject({ problems: [{ code: "CASE_STATE" }] });
  });

  test("cites a clause that bound the member on the day of the breach", async () => {
    const story = await openedCase(world);
    const opening = { memberId: story.firm.actor.memberId, title: "T", statement: "S", occurredOn: "2026-06-02", source: null };
    const versionId = await pledgeVersion(world);
    const problemsOf = async (charges: object[], more: object = {}) => (await act(story.officer, "caseOpen", { ...opening, charges, ...more })).problems.map(({ code, path }) => `${code} ${path}`);
    expect(await problemsOf([])).toEqual(["NO_CLAUSE input.charges"]);
    expect(await problemsOf([{ versionId, code: "C3" }, { versionId, code: "C99" }])).toEqual(["NO_CLAUSE input.charges.1"]);
    expect(await problemsOf([{ versionId, code: "C3" }], { occurredOn: "2020-01-01" })).toEqual(["CLAUSE_NOT_IN_FORCE input.charges.0"]);
    expect(await problemsOf([{ versionId, code: "C3" }], { occurredOn: "2026-07-02" })).toEqual(["OUT_OF_RANGE input.occurredOn"]);
    expect(await problemsOf([{ versionId, code: "C3" }], { source: "fnd_00000000000000000000000000" })).toEqual(["NOT_FOUND input.source"]);
    const [article] = await world.database.asOwner<{ versionId: string }>(`select id as "versionId" from norm_version where state = 'ADOPTED' order by number limit 1`);
    expect(await problemsOf([{ versionId: article?.versionId, code: "N1.1" }])).toEqual([]);
  });

  test("skips no step: each act is refused where the one before is missing", async () => {
    const opened = await openedCase(world);
    const refusedAt = async (story: typeof opened, name: string, more: object = {}, who = story.officer) => (await act(who, name, { ...seenIn(story), ...more })).problems.map(({ code }) => code);
    expect(await refusedAt(opened, "caseDraftSave", proposal)).toEqual(["CASE_STATE"]);
    expect(await refusedAt(opened, "casePanelSeat", { userIds: [opened.panel[0]?.actor.userId] })).toEqual(["CASE_STATE"]);
    expect(await refusedAt(opened, "caseDecide", {}, opened.panel[0])).toEqual(["CASE_STATE"]);
    expect(await refusedAt(opened, "caseDecisionServe")).toEqual(["CASE_STATE"]);
    opened.seen = went(await act(opened.officer, "caseNoticeServe", seenIn(opened)));
    expect(await refusedAt(opened, "caseNoticeServe")).toEqual(["CASE_STATE"]);
    expect(await refusedAt(opened, "caseDraftSave", proposal)).toEqual(["ANSWER_PERIOD_OPEN"]);
    const laid = await laidCase(world);
    expect(await refusedAt(laid, "caseDecide", {}, laid.panel[0])).toEqual(["BELOW_QUORUM"]);
    expect(await refusedAt(laid, "caseDecisionServe")).toEqual(["CASE_STATE"]);
    expect(await act(laid.officer, "caseDraftSave", { ...seenIn(laid), revision: 1, ...proposal })).toMatchObject({ problems: [{ code: "CONFLICT", path: "input.revision" }] });
  });

  test("of another member is not found, and a stranger or an editor of a firm does not act on it", async () => {
    const story = await openedCase(world);
    story.seen = went(await act(story.officer, "caseNoticeServe", seenIn(story)));
    const rival = await world.member();
    expect(await shown(rival, story.seen.id)).toBeNull();
    expect(await act(rival, "caseAnswer", { id: story.seen.id, text: "Mine.", fileIds: [], final: true })).toMatchObject({ case: null, problems: [{ code: "NOT_FOUND" }] });
    expect(await act(rival, "caseNoticeServe", seenIn(story))).toMatchObject({ problems: [{ code: "FORBIDDEN" }] });
    const editor = await world.member({ memberId: story.firm.actor.memberId ?? "", role: "MEMBER_EDITOR" });
    expect(await shown(editor, story.seen.id)).not.toBeNull();
    expect(await act(editor, "caseAnswer", { id: story.seen.id, text: "Mine.", fileIds: [], final: true })).toMatchObject({ problems: [{ code: "FORBIDDEN" }] });
    expect((await world.stranger().run(CASE, { id: story.seen.id })).errors).toMatchObject([{ code: "UNAUTHENTICATED" }]);
    const fresh = await world.officer({ steppedUp: false });
    expect(await act(fresh, "caseNoticeServe", seenIn(story))).toMatchObject({ problems: [{ code: "STEP_UP_REQUIRED" }] });
  });
});

describe("the time to answer", () => {
  test("is lengthened and paused with a reason the member sees, and a paused day does not count", async () => {
    const story = await openedCase(world);
    story.seen = went(await act(story.officer, "caseNoticeServe", seenIn(story)));
    story.seen = went(await act(story.officer, "caseAnswerExtend", { ...seenIn(story), days: 5, reason: "The books are with the auditor." }));
    const started = world.now();
    expect(await shown(story.firm, story.seen.id)).toMatchObject({ answerClock: { due: "2026-07-21" } });
    story.seen = went(await act(story.officer, "caseClockPause", { ...seenIn(story), reason: "We look for the scales." }));
    expect(await act(story.officer, "caseClockPause", { ...seenIn(story), reason: "Again." })).toMatchObject({ problems: [{ code: "CLOCK_PAUSED" }] });
    passDays(world, 10, story.officer);
    expect(await shown(story.firm, story.seen.id)).toMatchObject({ answerClock: { state: "PAUSED", due: null, left: 20, pausedBecause: "We look for the scales." } });
    story.seen = went(await act(story.officer, "caseClockResume", seenIn(story)));
    expect(await shown(story.firm, story.seen.id)).toMatchObject({ answerClock: { state: "RUNNING", due: "2026-07-30" } });
    expect(await act(story.officer, "caseClockResume", seenIn(story))).toMatchObject({ problems: [{ code: "CLOCK_RUNS" }] });
    world.travelTo(started.toISOString());
  });

  test("ends by itself on its day: then a draft is made without an answer, and an answer comes too late", async () => {
    const started = world.now();
    const story = await openedCase(world);
    story.seen = went(await act(story.officer, "caseNoticeServe", seenIn(story)));
    passDays(world, 16, story.officer, story.firm);
    expect(await act(story.firm, "caseAnswer", { id: story.seen.id, text: "Late.", fileIds: [], final: true })).toMatchObject({ problems: [{ code: "ANSWER_CLOSED" }] });
    expect(await act(story.officer, "caseAnswerExtend", { ...seenIn(story), days: 5, reason: "Late." })).toMatchObject({ problems: [{ code: "ANSWER_CLOSED" }] });
    story.seen = went(await act(story.officer, "caseDraftSave", { ...seenIn(story), ...proposal }));
    expect(story.seen.state).toBe("DRAFTED");
    world.travelTo(started.toISOString());
  });
});

describe("a draft", () => {
  const refusedFor = async (drafted: object) => {
    const story = await answeredCase(world);
    return (await act(story.officer, "caseDraftSave", { ...seenIn(story), ...proposal, ...drafted })).problems.map(({ code, path }) => `${code} ${path}`);
  };

  test("cites what it holds to be proved, gives reasons, and names a step that can be imposed", async () => {
    expect(await refusedFor({ upheld: [] })).toEqual(["NO_CLAUSE input.upheld"]);
    expect(await refusedFor({ upheld: ["C4"] })).toEqual(["NO_CLAUSE input.upheld"]);
    expect(await refusedFor({ reasons: " " })).toEqual(["REQUIRED input.reasons"]);
    expect(await refusedFor({ step: null })).toEqual(["REQUIRED input.step"]);
    expect(await refusedFor({ step: "MONETARY_PENALTY", amount: "5000", legalBasis: "Clause 9 of the pledge." })).toEqual(["STEP_NOT_ENABLED input.step"]);
    expect(await refusedFor({ step: "SUSPENSION" })).toEqual(["REQUIRED input.months"]);
    expect(await refusedFor({ step: "SUSPENSION", months: 24 })).toEqual(["OUT_OF_RANGE input.months"]);
    expect(await refusedFor({ mitigations: ["FRIENDLY"] })).toEqual(["UNKNOWN_MITIGATION input.mitigations"]);
  });

  test("counts what speaks for the member and shows what it comes down to", async () => {
    const story = await answeredCase(world);
    story.seen = went(await act(story.officer, "caseDraftSave", { ...seenIn(story), ...proposal, step: "SUSPENSION", months: 3, mitigations: ["SELF_REPORTED", "COOPERATED"] }));
    expect(await shown(story.officer, story.seen.id)).toMatchObject({ imposed: { step: "CIRCULATED_CRITICISM", stepsDown: 1, publishedDays: 292 } });
  });

  test("that changes voids the votes cast on the one before", async () => {
    const story = await laidCase(world);
    for (const person of story.panel) went(await act(person, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Yes." }));
    story.seen = went(await act(story.officer, "caseDraftSave", { ...seenIn(story), ...proposal, step: "CIRCULATED_CRITICISM" }));
    expect(await act(story.panel[0] ?? story.officer, "caseDecide", seenIn(story))).toMatchObject({ problems: [{ code: "BELOW_QUORUM" }] });
  });
});

describe("a panel", () => {
  test("votes once each, decides by more than half, and is named in the decision", async () => {
    const story = await laidCase(world);
    const [one, two, three] = story.panel as [typeof story.firm, typeof story.firm, typeof story.firm];
    went(await act(one, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Proved." }));
    expect(await act(one, "caseVoteCast", { ...seenIn(story), choice: "DISMISS", reason: "On reflection." })).toMatchObject({ problems: [{ code: "ALREADY_VOTED" }] });
    went(await act(two, "caseVoteCast", { ...seenIn(story), choice: "DISMISS", reason: "A slip." }));
    expect(await act(one, "caseDecide", seenIn(story))).toMatchObject({ problems: [{ code: "BELOW_QUORUM" }] });
    went(await act(three, "caseVoteCast", { ...seenIn(story), choice: "RETURN", reason: "Ask the neighbours first." }));
    expect(await act(one, "caseDecide", seenIn(story))).toMatchObject({ problems: [{ code: "NO_MAJORITY" }] });
  });

  test("sends a draft back, after which another is written and voted on anew", async () => {
    const story = await decidedCase(world, {}, "RETURN");
    expect(story.seen.state).toBe("DRAFTED");
    expect((await shown(story.officer, story.seen.id))?.steps.at(-1)).toMatchObject({ kind: "RETURNED" });
    expect(await act(story.panel[0] ?? story.officer, "caseDecide", seenIn(story))).toMatchObject({ problems: [{ code: "BELOW_QUORUM" }] });
  });

  test("dismisses a case, which then ends with its serving", async () => {
    const story = await servedCase(world, {}, "DISMISS");
    expect(await shown(story.firm, story.seen.id)).toMatchObject({ state: "CLOSED", outcome: "DISMISSED", decisions: [{ step: null, appealUntil: null }] });
  });

  test("is nobody who drafted: not after a change of role, and not by a key", async () => {
    const story = await laidCase(world);
    await world.database.asOwner("update user_account set roles = array['OFFICER', 'PANEL'] where id = $1", [story.officer.actor.userId]);
    const turned = world.as({ ...(await world.panel()).actor, userId: story.officer.actor.userId, roles: ["OFFICER", "PANEL"] });
    expect(await act(story.officer, "casePanelSeat", { ...seenIn(story), userIds: [story.officer.actor.userId] })).toMatchObject({ problems: [{ code: "PANEL_CONFLICT", path: "input.userIds.0" }] });
    expect(await act(turned, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Mine." })).toMatchObject({ problems: [{ code: "PANEL_CONFLICT" }] });
    const key = world.as({ ...story.panel[0]?.actor ?? story.officer.actor, kind: "API_KEY", steppedUpUntil: null });
    expect(await act(key, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "By key." })).toMatchObject({ problems: [{ code: "STEP_UP_REQUIRED" }] });
  });

  test("whose member wrote on the draft meanwhile does not count that member's vote", async () => {
    const story = await laidCase(world);
    for (const person of story.panel) went(await act(person, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Yes." }));
    await world.database.asOwner("update case_draft set editors = editors || $1::text where case_id = $2", [story.panel[2]?.actor.userId, story.seen.id]);
    expect(await act(story.panel[0] ?? story.officer, "caseDecide", seenIn(story))).toMatchObject({ problems: [{ code: "BELOW_QUORUM" }] });
  });

  test("has nobody of the firm, of a competitor, or with an interest, and nobody who said nothing of it", async () => {
    const story = await answeredCase(world);
    story.seen = went(await act(story.officer, "caseDraftSave", { ...seenIn(story), ...proposal }));
    const [one, two, three] = story.panel as [typeof story.firm, typeof story.firm, typeof story.firm];
    const rival = await world.firm({ region: "110000", productLines: ["GRAIN_OIL", "FRESH_PRODUCE"] });
    const elsewhere = await world.firm({ region: "310000", productLines: ["GRAIN_OIL"] });
    const tie = async (who: typeof one, memberId: string | null) => actOnSeat(story.officer, "panelAffiliationDeclare", { userId: who.actor.userId, memberId, nature: "sits on its board", since: "2026-01-01" });
    expect(await tie(one, story.firm.actor.memberId)).toMatchObject({ problems: [] });
    await tie(two, rival.id);
    await tie(three, elsewhere.id);
    const seat = (who: typeof one) => act(story.officer, "casePanelSeat", { ...seenIn(story), userIds: [who.actor.userId] });
    expect(await seat(one)).toMatchObject({ problems: [{ code: "PANEL_CONFLICT" }] });
    expect(await seat(two)).toMatchObject({ problems: [{ code: "PANEL_CONFLICT" }] });
    went(await seat(three));
    const candidates = await story.officer.run<{ casePanelCandidates: { userId: string; conflicts: string[] }[] }>("query C($id: String!) { casePanelCandidates(id: $id) { userId conflicts } }", { id: story.seen.id });
    const conflictsOf = (who: typeof one) => candidates.data?.casePanelCandidates.find(({ userId }) => userId === who.actor.userId)?.conflicts;
    expect([conflictsOf(one), conflictsOf(two), conflictsOf(three)]).toEqual([["OWN_FIRM"], ["COMPETITOR"], []]);
    expect(await act(three, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Yes." })).toMatchObject({ problems: [{ code: "INTEREST_UNDECLARED" }] });
    expect(await actOnSeat(three, "panelInterestDeclare", { id: story.seen.id, interested: true, declaration: " " })).toMatchObject({ problems: [{ code: "REQUIRED" }] });
    expect(await actOnSeat(three, "panelInterestDeclare", { id: story.seen.id, interested: true, declaration: "My brother supplies the stall." })).toMatchObject({ problems: [] });
    expect(await act(three, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Yes." })).toMatchObject({ problems: [{ code: "PANEL_CONFLICT" }] });
    const outsider = await world.panel();
    expect(await act(outsider, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Yes." })).toMatchObject({ problems: [{ code: "NOT_SEATED" }] });
  });

  test("loses a vote with its seat", async () => {
    const story = await laidCase(world);
    for (const person of story.panel) went(await act(person, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Yes." }));
    const recused = { id: story.seen.id, userId: story.panel[1]?.actor.userId, reason: "Met the owner's family." };
    expect(await actOnSeat(story.panel[0] ?? story.officer, "panelSeatRecuse", recused)).toMatchObject({ problems: [{ code: "NOT_SEATED" }] });
    expect(await actOnSeat(story.officer, "panelSeatRecuse", recused)).toMatchObject({ problems: [] });
    expect(await act(story.panel[0] ?? story.officer, "caseDecide", seenIn(story))).toMatchObject({ problems: [{ code: "BELOW_QUORUM" }] });
  });
});

test("of fifty decisions on one case at once, one is made, and the others learn that they came too late", async () => {
  const story = await laidCase(world);
  for (const person of story.panel) went(await act(person, "caseVoteCast", { ...seenIn(story), choice: "IMPOSE", reason: "Yes." }));
  const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => act(story.panel[at % 3] ?? story.officer, "caseDecide", seenIn(story))));
  expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
  expect(answers.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(Array.from({ length: 49 }, () => "CONFLICT"));
  expect(await world.database.asOwner("select 1 from sanction_decision where case_id = $1", [story.seen.id])).toHaveLength(1);
});
