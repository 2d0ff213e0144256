import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answers } from "../../../server/modules/assessments/index.ts";
import { acts, assessmentHouse, type AssessmentHouse, confirming, declared, draftOf, exampleAnswers, type Person, revisionSeenBy, submittedOf } from "../assessments/people.ts";
import { judgedBy } from "./judged.ts";

let house: AssessmentHouse;
beforeAll(async () => void (house = await assessmentHouse()));
afterAll(() => house.close());

const memberOf = ({ actor }: Person): string => actor.memberId ?? "";
/** What a firm is said to have breached, however many others there are. */
const subjectsOf = (breaches: [string, string][], person: Person) => breaches.filter(([id]) => id === memberOf(person)).map(([, subject]) => subject);

const confirm = async (id: string) => expect((await confirming(await house.officer(), id)).data.act.problems).toEqual([]);

/** A firm whose confirmed assessment is the example with these figures and without these indicators. */
async function confirmed(figures: Record<string, Record<string, string | null>> = {}, without: readonly string[] = []): Promise<Person> {
  const person = await house.member();
  const answers: Answers = exampleAnswers();
  for (const [indicator, inputs] of Object.entries(figures)) {
    const answer = answers[indicator];
    if (answer) answers[indicator] = { ...answer, inputs: { ...answer.inputs, ...inputs } };
  }
  for (const indicator of without) answers[indicator] = { inputs: {}, proof: "SELF_DECLARED", notApplicable: { reason: "We have none of it." } };
  await confirm(await submittedOf(person, answers));
  return person;
}

const noUrgent = { urgent_on_time: null, urgent_complaints: null, urgent_sla_hours: null };
const complaints = (total: number, inTime: number) => ({
  "I-4.1": { complaints_on_time: String(inTime), total_complaints: String(total), ...noUrgent },
  "I-4.2": { complaints_resolved: String(total), total_complaints: String(total) },
});
const training = (total: number, trained: number) => ({
  "I-5.1": { staff_trained: String(trained), staff_total: String(total) },
  "I-5.2": { staff_passed: "0", staff_examined: "0" },
});

describe("the rule that complaints are handled in time", () => {
  test("takes fewer than eight in ten for a breach, eight in ten for kept, and judges nobody by four complaints or none", async () => {
    const before = await judgedBy(house.world, "COMPLAINTS_TIMELY");
    const [slow, justInTime, few, none] = [await confirmed(complaints(1_000, 799)), await confirmed(complaints(5, 4)), await confirmed(complaints(4, 1)), await confirmed(complaints(0, 0))];
    await submittedOf(await house.member(), { ...exampleAnswers(), "I-4.1": { inputs: { complaints_on_time: "0", total_complaints: "50", sla_hours: "72", ...noUrgent }, proof: "SELF_DECLARED" } });
    const { breaches, examined, sentence } = await judgedBy(house.world, "COMPLAINTS_TIMELY");
    expect(subjectsOf(breaches, slow)).toEqual(["2026-H1"]);
    for (const firm of [justInTime, few, none]) expect(subjectsOf(breaches, firm)).toEqual([]);
    expect(examined).toBe(before.examined + 2);
    expect(sentence).toBe("Of 1,000 complaints in the first half of 2026, 79.9% were handled in time, below 80%.");
  });
});

describe("the rule that staff are trained", () => {
  test("takes fewer than six in ten for a breach, six in ten for kept, and judges nobody who has no staff to train", async () => {
    const before = await judgedBy(house.world, "TRAINING_COVERED");
    const [few, enough, none] = [await confirmed(training(1_000, 599)), await confirmed(training(10, 6)), await confirmed(training(0, 0))];
    const { breaches, examined, sentence } = await judgedBy(house.world, "TRAINING_COVERED");
    expect(breaches).toEqual([[memberOf(few), "2026-H1"]]);
    for (const firm of [enough, none]) expect(subjectsOf(breaches, firm)).toEqual([]);
    expect(examined).toBe(before.examined + 2);
    expect(sentence).toBe("In the first half of 2026, training reached 59.9% of 1,000 staff, below 60%.");
  });
});

describe("the rule that every group of indicators has data", () => {
  test("finds a group in which nothing could be rated, not one that does not apply, and not a firm of which nothing is confirmed", async () => {
    const before = await judgedBy(house.world, "GROUPS_WITH_DATA");
    const silent = await confirmed({ ...complaints(0, 0), "I-4.3": { satisfaction_score: "90", survey_responses: "9" } });
    const heard = await confirmed({ ...complaints(0, 0), "I-4.3": { satisfaction_score: "90", survey_responses: "10" } });
    const without = await confirmed({}, ["I-6.1", "I-6.2", "I-6.3"]);
    await submittedOf(await house.member());
    const { breaches, examined } = await judgedBy(house.world, "GROUPS_WITH_DATA");
    expect(subjectsOf(breaches, silent)).toEqual(["2026-H1.G4"]);
    for (const firm of [heard, without]) expect(subjectsOf(breaches, firm)).toEqual([]);
    expect(examined).toBe(before.examined + 3);
  });
});

describe("the rule that answers are backed by evidence", () => {
  /** A firm with twenty rated answers, so many of them with a document behind. */
  async function backed(documents: number): Promise<Person> {
    const person = await house.member();
    const applicable = Object.keys(exampleAnswers()).filter((indicator) => indicator !== "I-6.2");
    const answers: Answers = { ...exampleAnswers(), "I-6.2": { inputs: {}, proof: "SELF_DECLARED", notApplicable: { reason: "We keep no such account." } } };
    const { id } = await draftOf(person, answers);
    const fileId = await house.file(person);
    for (const indicator of applicable.slice(0, documents)) expect((await person.ask(acts.attach, { id, input: { indicator, fileId } })).data.act.problems).toEqual([]);
    expect((await person.ask(acts.submit, { id, input: declared(await revisionSeenBy(person, id)) })).data.act.problems).toEqual([]);
    await confirm(id);
    return person;
  }

  test("finds more than four in ten on the member's word alone, not four in ten, and nobody of whom nothing is confirmed", async () => {
    const before = await judgedBy(house.world, "EVIDENCE_GIVEN");
    const [exactly, oneMore] = [await backed(12), await backed(11)];
    await submittedOf(await house.member());
    const { breaches, examined } = await judgedBy(house.world, "EVIDENCE_GIVEN");
    expect(subjectsOf(breaches, oneMore)).toEqual(["2026-H1"]);
    expect(subjectsOf(breaches, exactly)).toEqual([]);
    expect(examined).toBe(before.examined + 2);
  });
});
