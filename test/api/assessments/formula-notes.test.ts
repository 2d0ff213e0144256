import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answers, Inputs } from "../../../server/modules/assessments/index.ts";
import { acts, asInput, assessmentHouse, type AssessmentHouse, exampleAnswers } from "./people.ts";

let house: AssessmentHouse;
beforeAll(async () => (house = await assessmentHouse()));
afterAll(() => house.close());

const shown = `query ($id: ID!) { assessment(id: $id) {
  period { from to }
  scheme { currency indicators { number notes inputs { code unit } scoring { direction on fullFrom fullTo } shownWith alsoKnownAs { number } sensitive figures { code } } }
  preview { indicators { indicator state value n proof points figures { code value } reasons { code limit } } } } }`;

interface Leaf {
  indicator: string;
  state: string;
  value: string | null;
  points: string | null;
  proof: string;
  figures: { code: string; value: string | null }[];
  reasons: { code: string; limit: string | null }[];
}

/** What a member's page would show with these figures in place of the example's. */
async function pageWith(changes: Record<string, Inputs> = {}) {
  const answers: Answers = { ...exampleAnswers() };
  for (const [id, inputs] of Object.entries(changes)) answers[id] = { inputs: { ...answers[id]?.inputs, ...inputs }, proof: "SELF_DECLARED" };
  const member = await house.member();
  const { id } = (await member.ask(acts.begin, { period: "2026-H1" })).data.act.assessment;
  const saved = (await member.ask(acts.save, { id, input: { revision: 1, answers: asInput(answers) } })).data.act;
  const { scheme, preview, period } = (await member.ask(shown, { id })).data.assessment;
  const leaf = (number: string) => preview.indicators.find(({ indicator }: Leaf) => indicator === number) as Leaf;
  const indicator = (number: string) => scheme.indicators.find((one: { number: string }) => one.number === number);
  return { problems: saved.problems as { code: string; path: string }[], leaf, indicator, period, scheme };
}

test("1: nought below the line is no data, never 0 % or 100 %", async () => {
  const { leaf } = await pageWith({ "I-4.1": { complaints_on_time: "0", total_complaints: "0", urgent_on_time: null, urgent_complaints: null, urgent_sla_hours: null }, "I-4.2": { complaints_resolved: "0", total_complaints: "0" } });
  for (const number of ["I-4.1", "I-4.2"]) expect(leaf(number)).toMatchObject({ state: "NO_DATA", value: null, points: null });
});

test("2: accurate stock cannot pass book stock", async () => {
  const { problems } = await pageWith({ "I-2.2": { accurate_stock_qty: "101", book_stock_qty: "100" } });
  expect(problems).toContainEqual({ code: "NUMERATOR_ABOVE_DENOMINATOR", path: "answers.I-2.2.accurate_stock_qty" });
});

test("3: turnover stands beside its period and is shown per year", async () => {
  const { leaf, period } = await pageWith();
  expect(period).toEqual({ from: "2026-01-01", to: "2026-06-30" });
  expect(leaf("I-2.1")).toMatchObject({ value: "9.125", figures: [{ code: "annualised", value: "18.25" }] });
});

test("4: punctuality divides by all orders and shows the share of orders due beside it", async () => {
  const { leaf, indicator } = await pageWith();
  expect(leaf("I-3.1")).toMatchObject({ value: "97", figures: [{ code: "share_of_due", value: expect.stringMatching(/^97\.8/) as unknown }] });
  expect(indicator("I-3.1").notes.en).not.toBe("");
});

test("5: the exam pass rate always stands beside training and exam coverage", async () => {
  const { leaf, indicator } = await pageWith();
  expect(indicator("I-5.2").shownWith).toEqual(["I-5.1"]);
  expect(leaf("I-5.2").figures).toEqual([{ code: "exam_coverage", value: expect.stringMatching(/^66\.6/) as unknown }]);
});

test("6: attitude weighs customers and colleagues as published", async () => {
  const { leaf } = await pageWith();
  expect(leaf("I-5.3").value).toBe("90");
});

test("7: timeliness asks for the time promised, urgent complaints apart", async () => {
  const { leaf, indicator } = await pageWith();
  expect(indicator("I-4.1").inputs.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(["sla_hours", "urgent_sla_hours"]));
  expect(leaf("I-4.1").figures).toEqual([{ code: "urgent_timeliness", value: "90" }]);
});

test("8: what is not simply better when higher is judged by a band", async () => {
  const { indicator, leaf } = await pageWith({ "I-7.2": { contacts: "84000" } });
  for (const number of ["I-2.1", "I-6.2", "I-6.3", "I-7.2"]) expect(indicator(number).scoring.direction).toBe("BAND");
  expect(leaf("I-7.2").reasons.map(({ code }) => code)).toContain("ABOVE_BAND");
});

test("9: money has a currency and is marked as sensitive", async () => {
  const { indicator, scheme } = await pageWith();
  expect(scheme.currency).toBe("CNY");
  for (const number of ["I-3.3", "I-6.2"]) expect(indicator(number).sensitive).toBe(true);
});

test("10: loyalty and repeat purchases are one definition", async () => {
  const { indicator } = await pageWith();
  expect(indicator("I-7.3").alsoKnownAs).toHaveLength(1);
});

test("11: how a value is proven is visible on it, and limits its points", async () => {
  const { leaf } = await pageWith();
  expect(leaf("I-4.2")).toMatchObject({ proof: "SELF_DECLARED", points: "60.00", reasons: expect.arrayContaining([{ code: "LIMITED_BY_PROOF", limit: "60" }]) as unknown });
});
