import { afterAll, beforeAll, expect, test } from "vitest";
import { acts, assessmentHouse, type AssessmentHouse, confirming, type Person, submittedOf } from "./people.ts";

let house: AssessmentHouse;
beforeAll(async () => (house = await assessmentHouse()));
afterAll(() => house.close());

const shown = `query ($id: ID!) { assessment(id: $id) { observed { indicator code value period deviation } } }`;
const observedBy = async (person: Person, id: string) => (await person.ask(shown, { id })).data.assessment?.observed;

/** Begun in the January after the half-year before was confirmed. */
async function begunAfterConfirmed(member: Person): Promise<string> {
  house.travelTo("2026-08-03T02:00:00Z");
  const before = await submittedOf(member);
  await confirming(await house.officer(), before);
  house.travelTo("2027-01-11T02:00:00Z");
  return (await member.ask(acts.begin, { period: "2026-H2" })).data.act.assessment.id;
}
const costs = (previous: string | null) => ({ revision: 1, answers: [{ indicator: "I-3.3", inputs: [{ code: "previous_delivery_cost", value: previous }], notApplicableReason: null }] });

test("what was confirmed for the period before stands beside the fields that ask for it", async () => {
  const acme = await house.member();
  const id = await begunAfterConfirmed(acme);
  expect(await observedBy(acme, id)).toEqual([
    { indicator: "I-3.3", code: "previous_delivery_cost", value: "41.666667", period: "2026-H1", deviation: null },
    { indicator: "I-6.2", code: "previous_maintenance_cost", value: "900", period: "2026-H1", deviation: null },
  ]);
});

test("the officer sees by how much a member's own figure differs from it", async () => {
  const acme = await house.member();
  const id = await begunAfterConfirmed(acme);
  expect((await acme.ask(acts.save, { id, input: costs("50") })).data.act.problems).toEqual([]);
  const [delivery] = await observedBy(await house.officer(), id);
  expect(delivery).toMatchObject({ code: "previous_delivery_cost", deviation: "20.0" });
});

test("there is none before the period before was confirmed", async () => {
  const acme = await house.member();
  house.travelTo("2026-08-03T02:00:00Z");
  const before = await submittedOf(acme);
  house.travelTo("2027-01-11T02:00:00Z");
  const { id } = (await acme.ask(acts.begin, { period: "2026-H2" })).data.act.assessment;
  expect(await observedBy(acme, id)).toEqual([]);
  expect(await observedBy(acme, before)).toEqual([]);
});

test("another member neither sees it nor gets it beside its own", async () => {
  const [acme, rival] = [await house.member(), await house.member()];
  const id = await begunAfterConfirmed(acme);
  const own = (await rival.ask(acts.begin, { period: "2026-H2" })).data.act.assessment.id;
  expect(await observedBy(rival, id)).toBeUndefined();
  expect(await observedBy(rival, own)).toEqual([]);
});
