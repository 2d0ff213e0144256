import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acts, type Answered, asInput, assessmentHouse, type AssessmentHouse, confirming, declared, draftOf, type Person, reviewing, revisionSeenBy, submittedOf } from "./people.ts";
import { standAs } from "../../support/standing.ts";

let house: AssessmentHouse;
beforeAll(async () => (house = await assessmentHouse()));
afterAll(() => house.close());

const lower = { indicator: "I-1.1", inputs: [{ code: "accurate_orders", value: "11400" }], proof: null, reason: "The register shows 420 more errors." };
const notes = [{ indicator: "I-4.3", reason: "The survey is missing." }];
const every = { confirm: {}, adjust: lower, return: { notes } };

/** The assessment, and how much was written about it. */
const kept = (id: string) => house.asOwner<{ revision: number }>(
  `select a.*, (select count(*) from answer_adjustment where assessment_id = a.id) as adjustments, (select count(*) from review_note where assessment_id = a.id) as notes,
     (select count(*) from journal_entry where record = a.id) as entries, (select count(*) from outbox where payload->>'assessmentId' = a.id) as facts
   from assessment a where id = $1`, [id]);

/** What can happen behind an officer's page. */
const meanwhile = {
  "another officer adjusted": async (_: Person, id: string) => void (await reviewing(await house.officer(), "adjust", id, lower)),
  "it was given back and handed in again with other figures": async (acme: Person, id: string) => {
    await reviewing(await house.officer(), "return", id, { notes });
    const answers = asInput({ "I-4.3": { inputs: { satisfaction_score: "80", survey_responses: "64" }, proof: "SELF_DECLARED" } });
    await acme.ask(acts.save, { id, input: { revision: await revisionSeenBy(acme, id), answers } });
    await acme.ask(acts.submit, { id, input: declared(await revisionSeenBy(acme, id)) });
  },
  "it was given back and handed in again as it was": async (acme: Person, id: string) => {
    await reviewing(await house.officer(), "return", id, { notes });
    await acme.ask(acts.submit, { id, input: declared(await revisionSeenBy(acme, id)) });
  },
};

describe("what an officer saw", () => {
  test.each(Object.keys(meanwhile) as (keyof typeof meanwhile)[])("is no longer what stands once %s: every act is refused, shows what stands and writes nothing", async (happened) => {
    const [acme, officer] = [await house.member(), await house.officer()];
    const id = await submittedOf(acme);
    const revision = await revisionSeenBy(officer, id);
    await meanwhile[happened](acme, id);
    const before = await kept(id);
    for (const [act, input] of Object.entries(every) as [keyof typeof every, object][]) {
      const refused = (await officer.ask(acts[act], { id, input: { revision, ...input } })).data.act;
      expect(refused).toMatchObject({ assessment: { id, revision: before[0]?.revision }, problems: [{ code: "CONFLICT", path: "input.revision" }] });
    }
    expect(await kept(id)).toEqual(before);
    expect((await confirming(officer, id)).data.act).toMatchObject({ problems: [], assessment: { state: "CONFIRMED" } });
  });

  test("is a revision of its own after each handing-in, adjusting, giving back and confirming", async () => {
    const [acme, officer] = [await house.member(), await house.officer()];
    const { id, revision } = await draftOf(acme);
    const seen: number[] = [];
    const then = async (doing: Promise<Answered>) => seen.push((await doing).data.act.assessment.revision as number);
    await then(acme.ask(acts.submit, { id, input: declared(revision) }));
    await then(reviewing(officer, "adjust", id, lower));
    await then(reviewing(officer, "return", id, { notes }));
    await then(acme.ask(acts.submit, { id, input: declared(await revisionSeenBy(acme, id)) }));
    await then(confirming(officer, id));
    expect(seen).toEqual([1, 2, 3, 4, 5].map((later) => revision + later));
  });

  test("tells nobody whether there is an assessment: one that cannot be seen is not there, whatever revision is named", async () => {
    const officer = await house.officer();
    for (const [act, input] of Object.entries(every) as [keyof typeof every, object][]) {
      const none = (await officer.ask(acts[act], { id: "asm_01JD0000000000000000000000", input: { revision: 7, ...input } })).data.act;
      expect(none).toEqual({ assessment: null, problems: [{ code: "NOT_FOUND", path: "id" }] });
    }
    const [acme, rival] = [await house.member(), await house.member()];
    const id = await submittedOf(acme);
    expect((await rival.ask(acts.confirm, { id, input: { revision: 7 } })).codes).toEqual(["FORBIDDEN"]);
    const insider = await house.officer({ memberId: acme.actor.memberId });
    expect((await insider.ask(acts.confirm, { id, input: { revision: 7 } })).data.act.problems).toEqual([{ code: "OWN_FIRM", path: "id" }]);
  });
});

test("a firm that has left fills in, hands in and is judged no more, and nothing is written", async () => {
  const [acme, other, officer] = [await house.member(), await house.member(), await house.officer()];
  const [{ id, revision }, handedIn] = [await draftOf(acme), await submittedOf(other)];
  await standAs(house, "EXPELLED", acme.actor.memberId, other.actor.memberId);
  const before = [await kept(id), await kept(handedIn)];
  const answers = asInput({ "I-4.3": { inputs: { satisfaction_score: "80", survey_responses: "64" }, proof: "SELF_DECLARED" } });
  const gone = { code: "NOT_A_MEMBER_NOW", path: "id" };
  expect((await acme.ask(acts.save, { id, input: { revision, answers } })).data.act.problems).toEqual([gone]);
  expect((await acme.ask(acts.submit, { id, input: declared(revision) })).data.act.problems).toEqual([gone]);
  for (const [act, input] of Object.entries(every) as [keyof typeof every, object][]) {
    expect((await reviewing(officer, act, handedIn, input)).data.act.problems).toEqual([gone]);
  }
  expect([await kept(id), await kept(handedIn)]).toEqual(before);
});
