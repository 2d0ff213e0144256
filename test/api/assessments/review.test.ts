import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answers, periodOf, scoreAssessment, type Scheme } from "../../../server/modules/assessments/index.ts";
import { acts, asInput, assessmentHouse, type AssessmentHouse, confirming, declared, exampleAnswers, reviewing, revisionSeenBy, submittedOf } from "./people.ts";

let house: AssessmentHouse;
beforeAll(async () => (house = await assessmentHouse()));
afterAll(() => house.close());

const scheme = JSON.parse(readFileSync(new URL("../../../seeds/reference/schemes/service-quality.v1.json", import.meta.url), "utf8")) as Scheme;
const lower = { indicator: "I-1.1", inputs: [{ code: "accurate_orders", value: "11400" }], proof: null, reason: "The register shows 420 more errors." };
/** What stands when only the member has spoken: nothing is verified yet. */
const asDeclared = (): Answers => Object.fromEntries(Object.entries(exampleAnswers()).map(([id, answer]) => [id, { ...answer, proof: "SELF_DECLARED" as const }]));

describe("adjusting", () => {
  test.each(["constructor", "__proto__", "toString"])("refuses an indicator called %s, which no answer has", async (indicator) => {
    const id = await submittedOf(await house.member());
    const { act } = (await reviewing(await house.officer(), "adjust", id, { indicator, inputs: null, proof: "VERIFIED", reason: "Seen." })).data;
    expect(act.problems).toEqual([{ code: "NOT_FOUND", path: "input.indicator" }]);
  });

  test("keeps both values and the reason", async () => {
    const id = await submittedOf(await house.member());
    const { act } = (await reviewing(await house.officer(), "adjust", id, lower)).data;
    expect(act.problems).toEqual([]);
    const answer = act.assessment.answers.find(({ indicator }: { indicator: string }) => indicator === "I-1.1");
    expect(answer.inputs).toContainEqual({ code: "accurate_orders", value: "11820" });
    expect(answer.adjustedInputs).toContainEqual({ code: "accurate_orders", value: "11400" });
    expect(answer.adjustments).toMatchObject([{ reason: lower.reason, oldProof: "SELF_DECLARED", newProof: "SELF_DECLARED" }]);
    expect(answer.adjustments[0].oldInputs).toContainEqual({ code: "accurate_orders", value: "11820" });
    expect(answer.adjustments[0].newInputs).toContainEqual({ code: "accurate_orders", value: "11400" });
  });

  test("verifies without changing a figure", async () => {
    const id = await submittedOf(await house.member());
    const { act } = (await reviewing(await house.officer(), "adjust", id, { indicator: "I-1.1", inputs: null, proof: "VERIFIED", reason: "Seen on site." })).data;
    const answer = act.assessment.answers.find(({ indicator }: { indicator: string }) => indicator === "I-1.1");
    expect(answer).toMatchObject({ proof: "VERIFIED", adjustedInputs: [], adjustments: [{ oldProof: "SELF_DECLARED", newProof: "VERIFIED" }] });
  });

  test.each([
    ["without a reason", { ...lower, reason: " " }, { code: "REQUIRED", path: "input.reason" }],
    ["of nothing", { ...lower, inputs: null }, { code: "REQUIRED", path: "input.inputs" }],
    ["to an impossible figure", { ...lower, inputs: [{ code: "accurate_orders", value: "12001" }] }, { code: "NUMERATOR_ABOVE_DENOMINATOR", path: "answers.I-1.1.accurate_orders" }],
    ["of an unknown indicator", { ...lower, indicator: "I-9.9" }, { code: "NOT_FOUND", path: "input.indicator" }],
    ["to document-backed without a document", { ...lower, proof: "DOCUMENT_BACKED" }, { code: "NO_EVIDENCE", path: "input.proof" }],
  ])("is refused %s", async (_, input, problem) => {
    const id = await submittedOf(await house.member());
    expect((await reviewing(await house.officer(), "adjust", id, input)).data.act.problems).toContainEqual(problem);
    const rows = await house.asOwner("select 1 from answer_adjustment where assessment_id = $1", [id]);
    expect(rows).toEqual([]);
  });

  test("is not for members, and not for drafts", async () => {
    const acme = await house.member();
    const id = await submittedOf(acme);
    expect((await reviewing(acme, "adjust", id, lower)).codes).toEqual(["FORBIDDEN"]);
    const draft = (await (await house.member()).ask(acts.begin, { period: "2026-H1" })).data.act.assessment.id;
    expect((await reviewing(await house.officer(), "adjust", draft, lower)).data.act.problems).toEqual([{ code: "NOT_UNDER_REVIEW", path: "id" }]);
  });

  test("what a reviewer wrote cannot be changed, by the house's own role neither", async () => {
    const id = await submittedOf(await house.member());
    await reviewing(await house.officer(), "adjust", id, lower);
    await expect(house.world.database.source.query("update answer_adjustment set reason = 'other'")).rejects.toThrow(/permission denied/);
    await expect(house.asOwner("update answer_adjustment set reason = 'other'")).rejects.toThrow(/append-only/);
  });
});

describe("giving back", () => {
  test("names the answers and opens them to the member again", async () => {
    const acme = await house.member();
    const id = await submittedOf(acme);
    const { act } = (await reviewing(await house.officer(), "return", id, { notes: [{ indicator: "I-4.3", reason: "The survey is missing." }] })).data;
    expect(act).toMatchObject({ problems: [], assessment: { state: "CHANGES_REQUESTED" } });
    const seen = (await acme.ask("query ($id: ID!) { assessment(id: $id) { revision answers { indicator notes { reason open } } } }", { id })).data.assessment;
    expect(seen.answers.filter(({ notes }: { notes: unknown[] }) => notes.length > 0)).toEqual([
      { indicator: "I-4.3", notes: [{ reason: "The survey is missing.", open: true }] },
    ]);
    house.travelTo("2026-08-04T02:00:00Z");
    const saved = (await acme.ask(acts.save, { id, input: { revision: seen.revision, answers: [{ indicator: "I-4.3", inputs: [{ code: "satisfaction_score", value: "80" }], notApplicableReason: null }] } })).data.act;
    expect(saved.problems).toEqual([]);
    const again = (await acme.ask(acts.submit, { id, input: declared(saved.assessment.revision) })).data.act;
    expect(again).toMatchObject({ problems: [], assessment: { state: "SUBMITTED" } });
    expect(new Set(again.assessment.submissions.map(({ receiptNumber }: { receiptNumber: string }) => receiptNumber)).size).toBe(2);
  });

  test("wants a reason for each answer, and at least one answer", async () => {
    const id = await submittedOf(await house.member());
    const ask = async (notes: object[]) => (await reviewing(await house.officer(), "return", id, { notes })).data.act.problems;
    expect(await ask([])).toEqual([{ code: "REQUIRED", path: "input.notes" }]);
    expect(await ask([{ indicator: "I-4.3", reason: "" }, { indicator: "I-0", reason: "x" }])).toEqual([
      { code: "REQUIRED", path: "input.notes.0.reason" }, { code: "UNKNOWN_INDICATOR", path: "input.notes.1.indicator" },
    ]);
  });

  test("new figures of the member end an adjustment; the same figures do not", async () => {
    const acme = await house.member();
    const id = await submittedOf(acme);
    await reviewing(await house.officer(), "adjust", id, { ...lower, proof: "VERIFIED" });
    await reviewing(await house.officer(), "return", id, { notes: [{ indicator: "I-1.1", reason: "Correct it." }] });
    const sheet = async () => {
      const { assessment } = (await acme.ask("query ($id: ID!) { assessment(id: $id) { revision answers(group: \"G1\") { indicator proof adjustedInputs { code value } adjustments { reason } } } }", { id })).data;
      return { revision: assessment.revision, ...assessment.answers[0] };
    };
    const before = await sheet();
    await acme.ask(acts.save, { id, input: { revision: before.revision, answers: asInput(exampleAnswers(), ["I-1.1"]) } });
    expect((await sheet()).adjustedInputs).toEqual(before.adjustedInputs);
    await acme.ask(acts.save, { id, input: { revision: before.revision, answers: [{ indicator: "I-1.1", inputs: [{ code: "accurate_orders", value: "11400" }], notApplicableReason: null }] } });
    expect(await sheet()).toMatchObject({ proof: "SELF_DECLARED", adjustedInputs: [], adjustments: [{ reason: lower.reason }] });
  });
});

describe("confirming", () => {
  test("judges by the rules, keeps the whole reckoning and says so once", async () => {
    const before = (await house.announced()).length;
    const acme = await house.member();
    const id = await submittedOf(acme);
    const expected = scoreAssessment(scheme, asDeclared(), periodOf("2026-H1") ?? { from: "", to: "" });
    const { act } = (await confirming(await house.officer(), id)).data;
    expect(act).toMatchObject({ problems: [], assessment: { state: "CONFIRMED", scoreValue: expected.score, grade: expected.grade, score: { score: expected.score, state: "RATED" } } });
    const [row] = await house.asOwner<{ score: unknown }>("select score from assessment where id = $1", [id]);
    expect(row?.score).toEqual(expected);
    expect((await house.announced()).slice(before).at(-1)).toBe("assessment.confirmed");
    expect((await confirming(await house.officer(), id)).data.act.problems).toEqual([{ code: "NOT_UNDER_REVIEW", path: "id" }]);
  });

  test("judges the reviewer's figures and says on the record who adjusted", async () => {
    const officer = await house.officer();
    const id = await submittedOf(await house.member());
    await reviewing(officer, "adjust", id, lower);
    const { act } = (await confirming(officer, id)).data;
    expect(act.problems).toEqual([]);
    const [fact] = await house.asOwner<{ payload: Record<string, unknown> }>("select payload from outbox where event = 'assessment.confirmed' and payload->>'assessmentId' = $1", [id]);
    expect(fact?.payload).toMatchObject({ assessmentId: id, schemeVersion: 1, byItsAdjuster: true });
  });

  test("shows everybody when the officer who adjusted confirmed alone, and when another did", async () => {
    const [adjuster, other, acme, rival] = [await house.officer(), await house.officer(), await house.member(), await house.member()];
    const eyes = "query ($id: ID!) { assessment(id: $id) { adjustedByViewer confirmedByItsAdjuster } }";
    const seenBy = async (person: typeof acme, id: string) => (await person.ask(eyes, { id })).data.assessment;
    const [alone, shared] = [await submittedOf(acme), await submittedOf(rival)];
    for (const id of [alone, shared]) await reviewing(adjuster, "adjust", id, lower);
    expect(await seenBy(adjuster, alone)).toEqual({ adjustedByViewer: true, confirmedByItsAdjuster: false });
    await confirming(adjuster, alone);
    await confirming(other, shared);
    expect(await seenBy(other, alone)).toEqual({ adjustedByViewer: false, confirmedByItsAdjuster: true });
    expect(await seenBy(acme, alone)).toEqual({ adjustedByViewer: false, confirmedByItsAdjuster: true });
    expect(await seenBy(rival, shared)).toEqual({ adjustedByViewer: false, confirmedByItsAdjuster: false });
    expect(await seenBy(rival, alone)).toBeNull();
  });

  test("wants a fresh proof of identity", async () => {
    const id = await submittedOf(await house.member());
    expect((await confirming(await house.officer({ steppedUp: false }), id)).codes).toEqual(["STEP_UP_REQUIRED"]);
  });

  test("is refused to an officer of the firm itself, as is every other act of review", async () => {
    const acme = await house.member();
    const id = await submittedOf(acme);
    const insider = await house.officer({ memberId: acme.actor.memberId });
    const own = [{ code: "OWN_FIRM", path: "id" }];
    expect((await confirming(insider, id)).data.act.problems).toEqual(own);
    expect((await reviewing(insider, "adjust", id, lower)).data.act.problems).toEqual(own);
    expect((await reviewing(insider, "return", id, { notes: [{ indicator: "I-1.1", reason: "x" }] })).data.act.problems).toEqual(own);
  });

  test("waits while totals disagree after an adjustment", async () => {
    const id = await submittedOf(await house.member());
    const officer = await house.officer();
    expect((await reviewing(officer, "adjust", id, { ...lower, inputs: [{ code: "total_orders", value: "12500" }] })).data.act.problems).toEqual([]);
    const { act } = (await confirming(officer, id)).data;
    expect(act.problems).toContainEqual({ code: "TOTALS_DISAGREE", path: "answers.I-1.1.total_orders" });
    expect(act.assessment.state).toBe("SUBMITTED");
  });

  test("twenty at once confirm once", async () => {
    const id = await submittedOf(await house.member());
    const officers = await Promise.all(Array.from({ length: 20 }, () => house.officer()));
    const input = { revision: await revisionSeenBy(await house.officer(), id) };
    const all = await Promise.all(officers.map((officer) => officer.ask(acts.confirm, { id, input })));
    expect(all.filter(({ data }) => data.act.problems.length === 0)).toHaveLength(1);
    const facts = await house.asOwner("select 1 from outbox where event = 'assessment.confirmed' and payload->>'assessmentId' = $1", [id]);
    expect(facts).toHaveLength(1);
  });

  test("is seen by the modules above through one view, and by the member alone", async () => {
    const [acme, rival] = [await house.member(), await house.member()];
    const id = await submittedOf(acme);
    await confirming(await house.officer(), id);
    const seenBy = async ({ actor }: typeof acme) => {
      const ctx = house.contextOf(actor);
      const rows = await ctx.rows(`select assessment_id as "assessmentId", period from confirmed_assessment where member_id = $1`, [acme.actor.memberId]);
      await ctx.endReads();
      return rows;
    };
    expect(await seenBy(acme)).toEqual([{ assessmentId: id, period: "2026-H1" }]);
    expect(await seenBy(rival)).toEqual([]);
    expect(await seenBy(await house.officer())).toHaveLength(1);
  });
});

describe("the queue", () => {
  const queue = `query ($tab: AssessmentQueueTab!, $first: Int!, $after: String) {
    assessmentQueue(tab: $tab, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id state overdue member { id name } } } } assessmentQueueCounts { tab count } }`;

  test("shows each tab page by page, counts it and knows the neighbours", async () => {
    const officer = await house.officer();
    house.travelTo("2026-08-05T02:00:00Z");
    const ids: string[] = [];
    for (let hour = 3; hour < 6; hour += 1) {
      house.travelTo(`2026-08-05T0${hour}:00:00.123Z`);
      ids.push(await submittedOf(await house.member()));
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await officer.ask(queue, { tab: "TO_REVIEW", first: 2, after });
      const { assessmentQueue } = data as { assessmentQueue: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      seen.push(...assessmentQueue.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = assessmentQueue.pageInfo.hasNextPage ? assessmentQueue.pageInfo.endCursor : null;
    } while (after);
    expect(seen.slice(-3)).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
    const { assessmentQueueCounts } = (await officer.ask(queue, { tab: "TO_REVIEW", first: 1 })).data;
    expect(assessmentQueueCounts).toContainEqual({ tab: "TO_REVIEW", count: seen.length });
    const neighbours = (await officer.ask(`query ($id: ID!) { assessmentNeighbours(id: $id, tab: TO_REVIEW) { previous { id } next { id } } }`, { id: ids[1] })).data.assessmentNeighbours;
    expect(neighbours).toEqual({ previous: { id: ids[0] }, next: { id: ids[2] } });
  });

  test("calls a draft overdue from the day after the due day, by the association's clock", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    const overdue = async () => {
      const { assessmentQueue } = (await (await house.officer()).ask(queue, { tab: "OVERDUE", first: 100 })).data;
      return assessmentQueue.edges.some(({ node }: { node: { id: string } }) => node.id === id);
    };
    house.travelTo("2026-09-30T15:59:00Z");
    expect(await overdue()).toBe(false);
    house.travelTo("2026-09-30T16:00:00Z");
    expect(await overdue()).toBe(true);
  });

  test("calls overdue nothing that came in time and was sent back", async () => {
    const acme = await house.member();
    const late = "query ($id: ID!) { assessment(id: $id) { state overdue } }";
    const tabOf = async (tab: string) => {
      const { assessmentQueue } = (await (await house.officer()).ask(queue, { tab, first: 100 })).data;
      return assessmentQueue.edges.map(({ node }: { node: { id: string } }) => node.id) as string[];
    };
    house.travelTo("2026-09-30T15:59:00Z");
    const id = await submittedOf(acme);
    house.travelTo("2026-10-08T02:00:00Z");
    await reviewing(await house.officer(), "return", id, { notes: [{ indicator: "I-4.3", reason: "The survey is missing." }] });
    expect((await acme.ask(late, { id })).data.assessment).toEqual({ state: "CHANGES_REQUESTED", overdue: false });
    expect(await tabOf("OVERDUE")).not.toContain(id);
    expect(await tabOf("CHANGES_REQUESTED")).toContain(id);
  });

  test("is not for members", async () => {
    const acme = await house.member();
    expect((await acme.ask(queue, { tab: "TO_REVIEW", first: 1 })).codes).toEqual(["FORBIDDEN"]);
  });
});
