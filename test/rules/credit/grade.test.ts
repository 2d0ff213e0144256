import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadReferenceData } from "../../../seeds/reference/load.ts";
import { fixed, sum } from "../../../server/kernel/decimal.ts";
import { type FactsScheme, gradeMember, type GradeFacts } from "../../../server/modules/credit/grade.rules.ts";

const scheme: FactsScheme = published();
const clean: GradeFacts = {
  pledge: { required: 2, signed: 2 },
  assessment: { id: "asm_1", period: "2026-H1", score: "80.00" },
  findings: { CRITICAL: 0, MAJOR: 0, MINOR: 0 },
};
function published(): FactsScheme {
  const [first] = loadReferenceData().creditSchemes;
  if (!first || "kinds" in first) throw new Error("The reference data has no scheme by facts.");
  return first;
}

const pointsIn = (code: string, facts: Partial<GradeFacts>) => gradeMember(scheme, { ...clean, ...facts }).areas.find((area) => area.code === code)?.points;

describe("a compliance grade", () => {
  test("rests on the rated areas alone, whose weights are stretched to a hundred and whose contributions add up", () => {
    const { state, score, grade, areas } = gradeMember(scheme, clean);
    expect({ state, score, grade }).toEqual({ state: "RATED", score: "90.91", grade: "AAA" });
    expect(areas.filter(({ points }) => points !== null)).toEqual([
      { code: "PLEDGE_AND_NORMS", weight: "10", points: "100.00", effectiveWeight: "18.18", contribution: "18.18" },
      { code: "SERVICE_QUALITY", weight: "25", points: "80.00", effectiveWeight: "45.46", contribution: "36.37" },
      { code: "SUPERVISION_FINDINGS", weight: "20", points: "100.00", effectiveWeight: "36.36", contribution: "36.36" },
    ]);
    expect(areas.filter(({ points }) => points === null).every(({ effectiveWeight, contribution }) => effectiveWeight === null && contribution === null)).toBe(true);
  });

  test.each([
    ["the version in force", { required: 2, signed: 2 }, "100.00"],
    ["a later version", { required: 2, signed: 3 }, "100.00"],
    ["an earlier version", { required: 2, signed: 1 }, "50.00"],
    ["none", { required: 2, signed: null }, "0.00"],
    ["none, since none is in force", null, null],
  ])("counts a pledge signed in %s", (_, pledge, points) => {
    expect(pointsIn("PLEDGE_AND_NORMS", { pledge })).toBe(points);
  });

  test.each([
    [{ CRITICAL: 0, MAJOR: 0, MINOR: 1 }, "95.00"],
    [{ CRITICAL: 0, MAJOR: 1, MINOR: 0 }, "85.00"],
    [{ CRITICAL: 1, MAJOR: 1, MINOR: 1 }, "40.00"],
    [{ CRITICAL: 2, MAJOR: 1, MINOR: 1 }, "0.00"],
    [{ CRITICAL: 3, MAJOR: 0, MINOR: 0 }, "0.00"],
  ])("loses points for %o, never below nought", (findings, points) => {
    expect(pointsIn("SUPERVISION_FINDINGS", { findings })).toBe(points);
  });

  test("is not given without facts in enough areas, however good those are", () => {
    const { state, score, grade, areas } = gradeMember(scheme, { ...clean, assessment: null });
    expect({ state, score, grade }).toEqual({ state: "NOT_RATED", score: null, grade: null });
    expect(areas.find(({ code }) => code === "PLEDGE_AND_NORMS")).toEqual({ code: "PLEDGE_AND_NORMS", weight: "10", points: "100.00", effectiveWeight: null, contribution: null });
  });

  test.each([
    ["just enough weight", { areas: 3, weight: "55" }, "RATED"],
    ["a little too little weight", { areas: 3, weight: "55.01" }, "NOT_RATED"],
    ["one area too few", { areas: 4, weight: "50" }, "NOT_RATED"],
  ])("with %s is %o: %s", (_, requiredFacts, state) => {
    expect(gradeMember({ ...scheme, requiredFacts }, clean).state).toBe(state);
  });

  test.each([["90", "AAA"], ["89.99", "AA"], ["80", "AA"], ["40", "B"], ["39.99", "C"], ["0", "C"]])("of %s points is %s", (score, grade) => {
    const alone = scheme.areas.filter(({ facts }) => facts === "CONFIRMED_ASSESSMENT");
    const facts = { ...clean, assessment: { id: "asm_1", period: "2026-H1", score } };
    expect(gradeMember({ ...scheme, areas: alone, requiredFacts: { areas: 1, weight: "0" } }, facts).grade).toBe(grade);
  });

  const count = fc.integer({ min: 0, max: 8 });
  const someFacts: fc.Arbitrary<GradeFacts> = fc.record({
    pledge: fc.option(fc.record({ required: fc.integer({ min: 1, max: 3 }), signed: fc.option(fc.integer({ min: 1, max: 3 })) })),
    assessment: fc.option(fc.integer({ min: 0, max: 10_000 }).map((score) => ({ id: "asm_1", period: "2026-H1", score: fixed(score / 100, 2) }))),
    findings: fc.record({ CRITICAL: count, MAJOR: count, MINOR: count }),
  });

  test("is exactly the sum of its contributions, its weights exactly a hundred, its score from 0 to 100", () => {
    fc.assert(fc.property(someFacts, (facts) => {
      const { state, score, areas } = gradeMember(scheme, facts);
      if (state === "NOT_RATED") return;
      expect(fixed(sum(areas.map(({ contribution }) => contribution ?? 0)), 2)).toBe(score);
      expect(fixed(sum(areas.map(({ effectiveWeight }) => effectiveWeight ?? 0)), 2)).toBe("100.00");
      expect(Number(score)).toBeGreaterThanOrEqual(0);
      expect(Number(score)).toBeLessThanOrEqual(100);
    }));
  });

  test("never rises by one more finding", () => {
    fc.assert(fc.property(someFacts, fc.constantFrom("CRITICAL", "MAJOR", "MINOR"), (facts, severity) => {
      const worse = { ...facts, findings: { ...facts.findings, [severity]: facts.findings[severity] + 1 } };
      expect(Number(gradeMember(scheme, worse).score)).toBeLessThanOrEqual(Number(gradeMember(scheme, facts).score));
    }));
  });
});
