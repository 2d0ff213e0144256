import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Decimal, sum } from "../../../server/kernel/decimal.ts";
import { indicatorsOf, scoreAssessment } from "../../../server/modules/assessments/index.ts";
import type { Answer, Answers, Indicator, IndicatorScore, ScoreTree } from "../../../server/modules/assessments/index.ts";
import { exampleAnswers, halfYear, scheme } from "./example.ts";

const indicators = indicatorsOf(scheme);
const proof = fc.constantFrom("SELF_DECLARED" as const, "DOCUMENT_BACKED" as const, "VERIFIED" as const);

/** Any figures at all that a person could type, whether they make sense together or not. */
const anyAnswer = (indicator: Indicator): fc.Arbitrary<Answer> =>
  fc.record({
    proof,
    inputs: fc.record(
      Object.fromEntries(
        indicator.inputs.map(({ code, type }) => [code, fc.option(fc.integer({ min: 0, max: type === "SCORE" ? 100 : 5000 }).map(String), { freq: 20 })]),
      ),
    ),
  });
const anyAnswers: fc.Arbitrary<Answers> = fc.record(Object.fromEntries(indicators.map((indicator) => [indicator.id, anyAnswer(indicator)])));

const leavesOf = (tree: ScoreTree): IndicatorScore[] => tree.groups.flatMap((group) => group.indicators);
const judged = (answers: Answers) => scoreAssessment(scheme, answers, halfYear);
const total = (figures: readonly (string | null)[]) => sum(figures.map((figure) => figure ?? 0)).toFixed(scheme.decimals);

describe("whatever the answers", () => {
  test("the leaves add up to the score exactly, and the weights in force to 100", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const tree = judged(answers);
        const leaves = leavesOf(tree);
        if (tree.score === null) {
          expect(leaves.filter(({ contribution }) => contribution !== null)).toEqual([]);
          return;
        }
        expect(total(leaves.map((leaf) => leaf.contribution))).toBe(tree.score);
        expect(total(tree.groups.map((group) => group.contribution))).toBe(tree.score);
        expect(total(leaves.map((leaf) => leaf.effectiveWeight))).toBe("100.00");
        expect(total(leaves.flatMap((leaf) => [leaf.contribution, leaf.lost]))).toBe("100.00");
      }),
    );
  });

  test("points and score stay between 0 and 100, points under the limit of their proof", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const tree = judged(answers);
        expect(Number(tree.score ?? 0)).toBeGreaterThanOrEqual(0);
        expect(Number(tree.score ?? 0)).toBeLessThanOrEqual(100);
        for (const leaf of leavesOf(tree).filter(({ points }) => points !== null)) {
          expect(Number(leaf.points)).toBeGreaterThanOrEqual(0);
          expect(Number(leaf.points)).toBeLessThanOrEqual(Number(scheme.proofLimits.points[leaf.proof ?? "VERIFIED"]));
          expect(Number(leaf.lost ?? 0)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("the reasons account for every point lost", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const leaf of leavesOf(judged(answers)).filter(({ state }) => state === "RATED")) {
          expect(total([leaf.points, ...leaf.reasons.map(({ figures }) => figures.lost ?? null)])).toBe("100.00");
        }
      }),
    );
  });

  test("their order does not matter", () => {
    fc.assert(
      fc.property(anyAnswers, fc.infiniteStream(fc.integer()), (answers, keys) => {
        const places = new Map(Object.keys(answers).map((id) => [id, keys.next().value ?? 0]));
        const shuffled = Object.entries(answers).sort(([a], [b]) => Number(places.get(a)) - Number(places.get(b)));
        expect(judged(Object.fromEntries(shuffled))).toEqual(judged(answers));
      }),
    );
  });

  test("losing the data of one indicator leaves the score among the points of the others", () => {
    fc.assert(
      fc.property(fc.constantFrom(...indicators), (indicator) => {
        const nothing = { inputs: Object.fromEntries(indicator.inputs.map(({ code }) => [code, "0"])), proof: "VERIFIED" as const };
        const tree = judged({ ...exampleAnswers(), [indicator.id]: nothing });
        const leaves = leavesOf(tree);
        expect(leaves.find(({ id }) => id === indicator.id)?.state).toBe("NO_DATA");
        const points = leaves.flatMap((leaf) => (leaf.points === null ? [] : [Number(leaf.points)]));
        expect(Number(tree.score)).toBeGreaterThanOrEqual(Math.min(...points));
        expect(Number(tree.score)).toBeLessThanOrEqual(Math.max(...points));
        expect(points).not.toContain(0);
        expect(Number(tree.score)).toBeLessThan(100);
      }),
    );
  });
});

describe("in the right direction", () => {
  const shares = indicators.filter(({ formula, scoring }) => formula.kind === "SHARE" && scoring.direction !== "BAND");

  test.each(shares.map((indicator) => [indicator.id, indicator] as const))("%s never scores worse for doing better", (_, indicator) => {
    if (indicator.formula.kind !== "SHARE") throw new Error("a share");
    const [part, whole] = [indicator.formula.numerator[0] ?? "", indicator.formula.denominator[0] ?? ""];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), fc.nat(100_000), proof, (of, a, b, level) => {
        const scoreAt = (count: number) => {
          const own = exampleAnswers()[indicator.id];
          return new Decimal(judged({ ...exampleAnswers(), [indicator.id]: { inputs: { ...own?.inputs, [part]: String(count), [whole]: String(of) }, proof: level } }).score ?? -1);
        };
        const [few, many] = [Math.min(a, b) % (of + 1), Math.max(a, b) % (of + 1)].sort((x, y) => x - y) as [number, number];
        const [worse, better] = indicator.scoring.direction === "HIGHER" ? [few, many] : [many, few];
        expect(scoreAt(better).gte(scoreAt(worse))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("better proof never lowers a score", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...indicators), (answers, { id }) => {
        const at = (level: Answer["proof"]) => Number(judged({ ...answers, [id]: { inputs: answers[id]?.inputs ?? {}, proof: level } }).score ?? 0);
        expect(at("DOCUMENT_BACKED")).toBeGreaterThanOrEqual(at("SELF_DECLARED"));
        expect(at("VERIFIED")).toBeGreaterThanOrEqual(at("DOCUMENT_BACKED"));
      }),
    );
  });
});
