import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acts, asInput, assessmentHouse, type AssessmentHouse, declared, draftOf, exampleAnswers, submittedOf } from "./people.ts";
import { standAs } from "../../support/standing.ts";

let house: AssessmentHouse;
beforeAll(async () => (house = await assessmentHouse()));
afterAll(() => house.close());

const orders = (accurate: string | null, total: string | null) => [
  { indicator: "I-1.1", inputs: [{ code: "accurate_orders", value: accurate }, { code: "total_orders", value: total }], notApplicableReason: null },
];
const figures = `query ($id: ID!) { assessment(id: $id) { revision answers { indicator inputs { code value } notApplicableReason proof } tasks { group state answered of problems { code path against } } } }`;

const answerOf = (data: { assessment: { answers: { indicator: string; inputs: { code: string; value: string | null }[] }[] } }, indicator: string) =>
  Object.fromEntries(data.assessment.answers.find((answer) => answer.indicator === indicator)?.inputs.map(({ code, value }) => [code, value]) ?? []);

describe("saving more than any scheme asks for", () => {
  const one = { indicator: "I-1.1", inputs: [{ code: "accurate_orders", value: "1" }], notApplicableReason: null };
  test.each([
    ["answers", Array.from({ length: 201 }, () => one)],
    ["figures", [{ ...one, inputs: Array.from({ length: 2_001 }, (_, at) => ({ code: `c${at}`, value: "1" })) }]],
  ])("is refused before it is looked at: %s", async (_, answers) => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment as { id: string };
    expect((await acme.ask(acts.save, { id, input: { revision: 1, answers } })).data.act.problems).toEqual([{ code: "TOO_MANY", path: "input.answers" }]);
    expect((await acme.ask(acts.save, { id, input: { revision: 1, answers: Array.from({ length: 200 }, () => one) } })).data.act.problems).not.toContainEqual({ code: "TOO_MANY", path: "input.answers" });
  });
});

describe("beginning", () => {
  test("gives a draft under the scheme of the round, once for each period", async () => {
    const acme = await house.member();
    const { data } = await acme.ask(acts.begin, { period: "2026-H1" });
    expect(data.act).toMatchObject({ assessment: { state: "DRAFT", revision: 1, schemeVersion: 1 }, problems: [] });
    expect((await acme.ask(acts.begin, { period: "2026-H1" })).data.act).toEqual({ assessment: null, problems: [{ code: "ALREADY_BEGUN", path: "period" }] });
    expect((await acme.ask(acts.begin, { period: "2025" })).data.act.problems).toEqual([]);
  });

  test.each(["2026-H2", "1999", "2026-H3", "soon", ""])("refuses %j, which the association does not ask for now", async (period) => {
    const acme = await house.member();
    expect((await acme.ask(acts.begin, { period })).data.act).toEqual({ assessment: null, problems: [{ code: "ROUND_NOT_OPEN", path: "period" }] });
  });

  test("is for members alone", async () => {
    expect((await (await house.officer()).ask(acts.begin, { period: "2026-H1" })).codes).toEqual(["FORBIDDEN"]);
    expect((await house.stranger.ask(acts.begin, { period: "2026-H1" })).codes).toEqual(["UNAUTHENTICATED"]);
  });

  test("twenty at once give one assessment", async () => {
    const acme = await house.member();
    const all = await Promise.all(Array.from({ length: 20 }, () => acme.ask(acts.begin, { period: "2026-H1" })));
    expect(all.filter(({ data }) => data.act.assessment !== null)).toHaveLength(1);
    expect(all.flatMap(({ data }) => data.act.problems)).toHaveLength(19);
  });

  test("is refused to a firm that has left", async () => {
    const gone = await house.member();
    await standAs(house, "WITHDRAWN", gone.actor.memberId);
    expect((await gone.ask(acts.begin, { period: "2026-H1" })).data.act.problems).toEqual([{ code: "NOT_A_MEMBER_NOW", path: "period" }]);
  });
});

describe("saving", () => {
  test("keeps what was typed, also when it is incomplete, and counts the revision", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    expect((await acme.ask(acts.save, { id, input: { revision: 1, answers: orders("95", null) } })).data.act).toEqual({ assessment: { id, revision: 2 }, problems: [] });
    const { data } = await acme.ask(figures, { id });
    expect(answerOf(data, "I-1.1")).toEqual({ accurate_orders: "95", total_orders: null });
    expect(data.assessment.tasks[0]).toMatchObject({ group: "G1", state: "IN_PROGRESS", answered: 0, of: 3 });
    expect(data.assessment.tasks[1]).toMatchObject({ group: "G2", state: "NOT_STARTED" });
  });

  test("says at the field why a malformed figure was not kept, and keeps the others", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    await acme.ask(acts.save, { id, input: { revision: 1, answers: orders("95", "100") } });
    const saved = (await acme.ask(acts.save, { id, input: { revision: 2, answers: orders("96", "a hundred") } })).data.act;
    expect(saved).toEqual({ assessment: { id, revision: 3 }, problems: [{ code: "NOT_A_NUMBER", path: "answers.I-1.1.total_orders" }] });
    expect(answerOf((await acme.ask(figures, { id })).data, "I-1.1")).toEqual({ accurate_orders: "96", total_orders: "100" });
  });

  test.each([
    ["-1", "NEGATIVE"], ["1.5", "NOT_WHOLE"], ["1e3", "NOT_A_NUMBER"], ["9".repeat(60), "TOO_MANY_DIGITS"], ["9999999999999999", "TOO_MANY_DIGITS"], [`1.${"0".repeat(13)}`, "TOO_MANY_DIGITS"],
  ])("does not keep %s: %s", async (value, code) => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    const saved = (await acme.ask(acts.save, { id, input: { revision: 1, answers: orders(null, value) } })).data.act;
    expect(saved.problems).toEqual([{ code, path: "answers.I-1.1.total_orders" }]);
    expect(answerOf((await acme.ask(figures, { id })).data, "I-1.1")["total_orders"] ?? null).toBeNull();
  });

  test("refuses a numerator above its denominator at the field", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    const saved = (await acme.ask(acts.save, { id, input: { revision: 1, answers: orders("101", "100") } })).data.act;
    expect(saved.problems).toEqual([{ code: "NUMERATOR_ABOVE_DENOMINATOR", path: "answers.I-1.1.accurate_orders" }]);
    expect((await acme.ask(figures, { id })).data.assessment.revision).toBe(1);
  });

  test("refuses a denominator lowered below its numerator at the denominator: nothing is stored, and it comes to what it came to", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    await acme.ask(acts.save, { id, input: { revision: 1, answers: orders("9", "9") } });
    const saved = (await acme.ask(acts.save, { id, input: { revision: 2, answers: orders("9", "2") } })).data.act;
    expect(saved).toEqual({ assessment: { id, revision: 2 }, problems: [{ code: "NUMERATOR_ABOVE_DENOMINATOR", path: "answers.I-1.1.total_orders" }] });
    const { data } = await acme.ask(`query ($id: ID!) { assessment(id: $id) { answers { indicator inputs { code value } } preview { indicators { indicator value } } } }`, { id });
    expect(answerOf(data, "I-1.1")).toEqual({ accurate_orders: "9", total_orders: "9" });
    expect(data.assessment.preview.indicators.find(({ indicator }: { indicator: string }) => indicator === "I-1.1").value).toBe("100");
  });

  test("keeps totals that disagree, and names both fields on the task list", async () => {
    const acme = await house.member();
    const { id, revision } = await draftOf(acme);
    const saved = (await acme.ask(acts.save, { id, input: { revision, answers: orders("11820", "12001") } })).data.act;
    expect(saved.problems).toEqual([{ code: "TOTALS_DISAGREE", path: "answers.I-1.1.total_orders" }]);
    const { tasks } = (await acme.ask(figures, { id })).data.assessment;
    const disagreeing = tasks.flatMap((task: { problems: { code: string; path: string }[] }) => task.problems).map(({ path }: { path: string }) => path);
    expect(disagreeing).toEqual(["answers.I-1.1.total_orders", "answers.I-2.3.total_orders", "answers.I-3.1.total_orders"]);
  });

  test("says of each fault which fields it was held against", async () => {
    const acme = await house.member();
    const { id, revision } = await draftOf(acme);
    const saving = `mutation ($id: ID!, $input: AssessmentSaveInput!) { act: assessmentSave(id: $id, input: $input) { problems { code path against } } }`;
    const problemsOf = async (total: string) => (await acme.ask(saving, { id, input: { revision, answers: orders("11820", total) } })).data.act.problems;
    expect(await problemsOf("100")).toEqual([
      { code: "NUMERATOR_ABOVE_DENOMINATOR", path: "answers.I-1.1.total_orders", against: ["answers.I-1.1.accurate_orders"] },
    ]);
    expect(await problemsOf("12001")).toEqual([
      { code: "TOTALS_DISAGREE", path: "answers.I-1.1.total_orders", against: ["answers.I-2.3.total_orders", "answers.I-3.1.total_orders"] },
    ]);
    const missing = (await acme.ask(saving, { id: "asm_01JD0000000000000000000000", input: { revision, answers: [] } })).data.act.problems;
    expect(missing).toEqual([{ code: "NOT_FOUND", path: "id", against: [] }]);
  });

  test("keeps nothing on a stale revision and shows the present one", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    await acme.ask(acts.save, { id, input: { revision: 1, answers: orders("95", "100") } });
    const late = (await (await house.editorOf(acme)).ask(acts.save, { id, input: { revision: 1, answers: orders("80", "100") } })).data.act;
    expect(late).toEqual({ assessment: { id, revision: 2 }, problems: [{ code: "CONFLICT", path: "input.revision" }] });
    expect(answerOf((await acme.ask(figures, { id })).data, "I-1.1")["accurate_orders"]).toBe("95");
  });

  test("the same again, after a lost answer, is no conflict", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    for (const _ of [1, 2]) {
      const { data } = await acme.ask(acts.save, { id, input: { revision: 1, answers: orders("95", "100") } });
      expect(data.act).toEqual({ assessment: { id, revision: 2 }, problems: [] });
    }
  });

  test("of twenty at once one wins", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => acme.ask(acts.save, { id, input: { revision: 1, answers: orders(String(n), "100") } })));
    expect(all.filter(({ data }) => data.act.problems.length === 0)).toHaveLength(1);
    expect((await acme.ask(figures, { id })).data.assessment.revision).toBe(2);
  });

  test("an indicator that does not apply wants a reason, and one that always applies refuses it", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    const without = (indicator: string, reason: string) => ({ indicator, inputs: [], notApplicableReason: reason });
    const saved = (await acme.ask(acts.save, { id, input: { revision: 1, answers: [without("I-3.3", ""), without("I-3.2", "We do not deliver."), without("I-1.1", "No orders.")] } })).data.act;
    expect(saved.problems).toEqual([
      { code: "ALWAYS_APPLICABLE", path: "answers.I-1.1.notApplicable" },
      { code: "REQUIRED", path: "answers.I-3.3.notApplicable.reason" },
    ]);
    const { answers } = (await acme.ask(figures, { id })).data.assessment;
    const reasonOf = (indicator: string) => answers.find((answer: { indicator: string }) => answer.indicator === indicator).notApplicableReason;
    expect([reasonOf("I-3.2"), reasonOf("I-3.3"), reasonOf("I-1.1")]).toEqual(["We do not deliver.", "", null]);
  });

  test("keeps nothing of an indicator or an input the scheme does not know", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    const strange = [
      { indicator: "__proto__", inputs: [{ code: "x", value: "1" }], notApplicableReason: null },
      { indicator: "I-1.1", inputs: [{ code: "bribes", value: "1" }], notApplicableReason: null },
    ];
    const saved = (await acme.ask(acts.save, { id, input: { revision: 1, answers: strange } })).data.act;
    expect(saved.problems.map(({ code }: { code: string }) => code).sort()).toEqual(["UNKNOWN_INDICATOR", "UNKNOWN_INPUT"]);
    const [row] = await house.asOwner<{ answers: unknown }>("select answers from assessment where id = $1", [id]);
    expect(JSON.stringify(row?.answers)).not.toMatch(/bribes|proto/);
  });

  test("a page the member has been through is looked at though incomplete", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    await acme.ask(acts.save, { id, input: { revision: 1, answers: orders("95", "100"), lookedAt: "G1" } });
    const { tasks } = (await acme.ask(figures, { id })).data.assessment;
    expect(tasks.map(({ state }: { state: string }) => state).slice(0, 2)).toEqual(["INCOMPLETE", "NOT_STARTED"]);
  });

  test("another member can neither save nor tell that it exists", async () => {
    const [acme, rival] = [await house.member(), await house.member()];
    const { id } = await draftOf(acme);
    const input = { revision: 2, answers: orders("1", "1") };
    const foreign = (await rival.ask(acts.save, { id, input })).data.act;
    const none = (await rival.ask(acts.save, { id: "asm_01JD0000000000000000000000", input })).data.act;
    expect(foreign).toEqual({ assessment: null, problems: [{ code: "NOT_FOUND", path: "id" }] });
    expect(none).toEqual(foreign);
    expect((await rival.ask(`query ($id: ID!) { assessment(id: $id) { id } node(id: $id) { id } }`, { id })).data).toEqual({ assessment: null, node: null });
    expect((await rival.ask(`{ assessments(first: 100) { totalCount edges { node { id } } } }`)).data.assessments).toEqual({ totalCount: 0, edges: [] });
  });
});

describe("handing in", () => {
  test("checks everything, gives a receipt and takes the member's hands off", async () => {
    const acme = await house.member();
    const { id, revision } = await draftOf(acme);
    const { act } = (await acme.ask(acts.submit, { id, input: declared(revision) })).data;
    expect(act).toMatchObject({ problems: [], assessment: { state: "SUBMITTED", submissions: [{ declarantName: "Chan Siu Ming" }] } });
    expect(act.assessment.receiptNumber).toMatch(/^SA-2026-H1-\d{6}$/);
    expect((await acme.ask(acts.submit, { id, input: declared(revision) })).data.act.problems).toEqual([{ code: "ALREADY_SUBMITTED", path: "id" }]);
    expect((await acme.ask(acts.save, { id, input: { revision, answers: asInput(exampleAnswers(), ["I-1.1"]) } })).data.act.problems).toEqual([{ code: "ALREADY_SUBMITTED", path: "id" }]);
  });

  test("names every field that stands in the way and changes nothing", async () => {
    const acme = await house.member();
    const { id } = (await acme.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
    const { act } = (await acme.ask(acts.submit, { id, input: { revision: 1, declaration: false, declarantName: " " } })).data;
    expect(act.assessment).toMatchObject({ state: "DRAFT", receiptNumber: null, submissions: [] });
    expect(act.problems).toContainEqual({ code: "REQUIRED", path: "input.declaration" });
    expect(act.problems).toContainEqual({ code: "REQUIRED", path: "input.declarantName" });
    expect(act.problems).toContainEqual({ code: "MISSING_INPUT", path: "answers.I-7.3.total_customers" });
  });

  test("is refused when somebody changed an answer after it was checked", async () => {
    const acme = await house.member();
    const { id, revision } = await draftOf(acme);
    await (await house.editorOf(acme)).ask(acts.save, { id, input: { revision, answers: orders("11000", "12000") } });
    expect((await acme.ask(acts.submit, { id, input: declared(revision) })).data.act.problems).toEqual([{ code: "CONFLICT", path: "input.revision" }]);
  });

  test("is not for editors, nor for another member", async () => {
    const [acme, rival] = [await house.member(), await house.member()];
    const { id, revision } = await draftOf(acme);
    expect((await (await house.editorOf(acme)).ask(acts.submit, { id, input: declared(revision) })).codes).toEqual(["FORBIDDEN"]);
    expect((await rival.ask(acts.submit, { id, input: declared(revision) })).data.act).toEqual({ assessment: null, problems: [{ code: "NOT_FOUND", path: "id" }] });
  });

  test("is announced once, in the transaction that did it", async () => {
    const before = (await house.announced()).length;
    await submittedOf(await house.member());
    expect((await house.announced()).slice(before)).toEqual(["assessment.begun", "assessment.saved", "assessment.submitted"]);
  });
});
