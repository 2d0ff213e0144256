import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal, fixed, sum } from "../../../server/kernel/decimal.ts";
import { grades } from "../../../server/kernel/grade.ts";
import { explainLedger } from "../../../server/modules/credit/explain.rules.ts";
import { scoreLedger } from "../../../server/modules/credit/ledger-score.rules.ts";
import type { LedgerEntry } from "../../../server/modules/credit/weigh.rules.ts";
import { entry, ledgerScheme as scheme, NOW, someAdverse, someEntries, sound } from "./ledger-examples.ts";

const graded = (more: LedgerEntry[] = [], at = NOW) => scoreLedger(scheme, [...sound(), ...more], at);
const areaOf = (code: string, more: LedgerEntry[], at = NOW) => graded(more, at).areas.find((area) => area.code === code);
const finding = (of: Partial<LedgerEntry> = {}) => entry("FINDING", { severity: "MAJOR", matter: "R ", ...of });

describe("a grade by the ledger", () => {
  test("rests on the areas with something earned, whose weights are stretched to a hundred", () => {
    const { state, score, grade, areas, limits } = graded();
    expect({ state, score, grade, limits }).toEqual({ state: "RATED", score: "90.91", grade: "AAA", limits: [] });
    expect(areas.filter(({ points }) => points !== null)).toEqual([
      { code: "PLEDGE_AND_NORMS", weight: "10", points: "100.00", effectiveWeight: "18.18", contribution: "18.18" },
      { code: "SERVICE_QUALITY", weight: "25", points: "80.00", effectiveWeight: "45.46", contribution: "36.37" },
      { code: "SUPERVISION_FINDINGS", weight: "20", points: "100.00", effectiveWeight: "36.36", contribution: "36.36" },
    ]);
  });

  test.each([["CRITICAL", "60.00"], ["MAJOR", "85.00"], ["MINOR", "95.00"]] as const)("loses in supervision for a %s finding", (severity, points) => {
    expect(areaOf("SUPERVISION_FINDINGS", [finding({ severity })])?.points).toBe(points);
  });

  test("counts a matter once, however many audits found it", () => {
    const again = [1, 2, 3].map((month) => finding({ occurredAt: `2026-0${month}-01T00:00:00.000Z` }));
    expect(areaOf("SUPERVISION_FINDINGS", again)?.points).toBe("85.00");
    expect(areaOf("SUPERVISION_FINDINGS", [...again, finding({ matter: "S " })])?.points).toBe("70.00");
  });

  test.each([
    ["the day it was settled", "2026-12-01", "92.50"],
    ["five months after", "2026-07-01", "92.50"],
    ["a year after", "2025-12-01", "96.25"],
    ["a year and a half after", "2025-06-01", "100.00"],
  ])("holds a finding against a member %s by so much", (_, settled, points) => {
    const at = `${settled}T00:00:00.000Z`;
    const [found, closed] = [finding({ occurredAt: "2025-01-01T00:00:00.000Z" }), entry("FINDING_CLOSED", { matter: "R ", occurredAt: at })];
    expect(areaOf("SUPERVISION_FINDINGS", [found, closed])?.points).toBe(points);
  });

  test("holds a finding fully against a member while it is not settled, however old", () => {
    expect(areaOf("SUPERVISION_FINDINGS", [finding({ occurredAt: "2022-01-01T00:00:00.000Z" })])?.points).toBe("85.00");
  });

  test("holds it fully again when it is found again after it was settled", () => {
    const life = [finding({ occurredAt: "2026-01-01T00:00:00.000Z" }), entry("FINDING_CLOSED", { matter: "R ", occurredAt: "2026-02-01T00:00:00.000Z" }), finding({ occurredAt: "2026-03-01T00:00:00.000Z" })];
    expect(areaOf("SUPERVISION_FINDINGS", life)?.points).toBe("85.00");
  });

  test.each([
    ["in its first year", "2025-12-02", "-3.00"],
    ["a year after its closing", "2025-12-01", "-3.00"],
    ["two years after", "2024-12-01", "-1.50"],
    ["three years after", "2023-12-01", null],
  ])("takes an upheld complaint from the score by the weight of an area nothing is earned in, %s", (_, closed, contribution) => {
    const complaint = entry("COMPLAINT_UPHELD", { severity: "MAJOR", occurredAt: "2023-01-01T00:00:00.000Z", decidedAt: `${closed}T00:00:00.000Z` });
    expect(areaOf("COMPLAINTS", [complaint])).toMatchObject({ points: null, effectiveWeight: null, contribution });
  });

  test("rates who never signed the pledge, at nought in its area", () => {
    const unsigned = [entry("ASSESSMENT_CONFIRMED", { value: "80.00" }), entry("AUDITED"), entry("PLEDGE_UNSIGNED", { severity: "CRITICAL", matter: "P " })];
    const { state, areas } = scoreLedger(scheme, unsigned, NOW);
    expect({ state, points: areas[0]?.points, contribution: areas[0]?.contribution }).toEqual({ state: "RATED", points: "0.00", contribution: "0.00" });
  });

  test("is sunk by one hard failure alone, and held down until it is repaired", () => {
    const sanction = entry("SANCTION", { severity: "CRITICAL", matter: "case 1" });
    expect(graded([sanction])).toMatchObject({ score: "49.91", grade: "B", limits: [{ grade: "BBB", area: "PLEDGE_AND_NORMS", entry: sanction.id }] });
    const repaired = graded([sanction, entry("REPAIR", { matter: "case 1", occurredAt: NOW })]);
    expect(repaired).toMatchObject({ score: "70.41", grade: "A", limits: [] });
  });

  test("is capped by an unrepaired grave sanction even where the score would reach higher", () => {
    const sanction = entry("SANCTION", { severity: "MAJOR", matter: "case 2" });
    expect(graded([sanction])).toMatchObject({ score: "70.91", grade: "BBB" });
  });

  test("is no better than an area below its minimum allows", () => {
    const poor = [entry("PLEDGE_SIGNED"), entry("ASSESSMENT_CONFIRMED", { value: "100" }), entry("AUDITED"), ...["A ", "B "].map((matter) => finding({ matter, severity: "CRITICAL" }))];
    const { areas, grade, limits } = scoreLedger(scheme, poor, NOW);
    expect(areas.find(({ code }) => code === "SUPERVISION_FINDINGS")?.points).toBe("20.00");
    expect(limits).toEqual([{ grade: "A", area: "SUPERVISION_FINDINGS", entry: null }]);
    expect(grades.indexOf(grade ?? "AAA")).toBeGreaterThanOrEqual(grades.indexOf("A"));
  });

  test("makes up for lost points by commendations as far as the area allows, and by proof", () => {
    const outdated = entry("PLEDGE_OUTDATED", { severity: "CRITICAL", matter: "P " });
    const praise = (proof: LedgerEntry["proof"]) => entry("COMMENDATION", { proof });
    expect(areaOf("PLEDGE_AND_NORMS", [outdated])?.points).toBe("50.00");
    expect(areaOf("PLEDGE_AND_NORMS", [outdated, praise("SELF_DECLARED")])?.points).toBe("56.00");
    expect(areaOf("PLEDGE_AND_NORMS", [outdated, praise("VERIFIED"), praise("VERIFIED")])?.points).toBe("60.00");
    expect(areaOf("PLEDGE_AND_NORMS", [praise("VERIFIED")])?.points).toBe("100.00");
  });

  test("counts the latest of what is earned, and lets it fade", () => {
    const [early, late] = [entry("ASSESSMENT_CONFIRMED", { value: "20", occurredAt: "2026-01-01T00:00:00.000Z" }), entry("ASSESSMENT_CONFIRMED", { value: "60", occurredAt: "2026-07-01T00:00:00.000Z" })];
    const points = (at: string) => scoreLedger(scheme, [late, early], at).areas.find(({ code }) => code === "SERVICE_QUALITY")?.points;
    expect([points(NOW), points("2028-01-01T00:00:00.000Z"), points("2028-04-01T00:00:00.000Z"), points("2028-07-01T00:00:00.000Z")]).toEqual(["60.00", "60.00", "30.00", null]);
  });

  test("is not given on too few facts, and entries against a member make them no more", () => {
    const { state, score, areas } = scoreLedger(scheme, [entry("AUDITED"), finding(), entry("COMPLAINT_UPHELD", { severity: "MINOR" })], NOW);
    expect({ state, score }).toEqual({ state: "NOT_RATED", score: null });
    expect(areas.every(({ contribution }) => contribution === null)).toBe(true);
  });

  test("passes over what was corrected, taken back, has expired or is yet to come, and kinds it does not know", () => {
    const wrong = finding();
    const right = finding({ severity: "MINOR", supersedes: wrong.id });
    expect(areaOf("SUPERVISION_FINDINGS", [wrong, right])?.points).toBe("95.00");
    expect(areaOf("SUPERVISION_FINDINGS", [wrong, finding({ supersedes: wrong.id, voided: true })])?.points).toBe("100.00");
    expect(areaOf("SUPERVISION_FINDINGS", [finding({ expiresAt: NOW })])?.points).toBe("100.00");
    expect(areaOf("SUPERVISION_FINDINGS", [finding({ occurredAt: "2026-12-02T00:00:00.000Z" })])?.points).toBe("100.00");
    expect(graded([entry("SOMETHING_LATER", { severity: "CRITICAL" })])).toEqual(graded());
  });
});

describe("any file", () => {
  const scoreOf = (entries: LedgerEntry[], at = NOW) => scoreLedger(scheme, [...sound(), ...entries], at).score ?? "none";

  test("has a score from 0 to 100, the exact sum of its areas, and these of their entries", () => {
    fc.assert(fc.property(someEntries, (entries) => {
      const { graded: { score, areas }, leaves } = explainLedger(scheme, [...sound(), ...entries], NOW);
      expect(new Decimal(score ?? -1).gte(0) && new Decimal(score ?? 101).lte(100)).toBe(true);
      expect(fixed(sum(areas.map(({ contribution }) => contribution ?? 0)), scheme.decimals)).toBe(score);
      for (const { code, contribution, points } of areas) {
        const own = leaves.filter(({ area }) => area === code);
        expect(fixed(sum(own.map((leaf) => leaf.contribution ?? 0)), scheme.decimals)).toBe(contribution ?? "0.00");
        if (points !== null) expect(new Decimal(points).gte(0) && new Decimal(points).lte(100)).toBe(true);
      }
      const names = leaves.map(({ key }) => key);
      expect(new Set(names).size).toBe(names.length);
    }));
  });

  test("never gains by one more entry against the member", () => {
    fc.assert(fc.property(someEntries, someAdverse, (entries, more) => {
      const [before, after] = [scoreLedger(scheme, [...sound(), ...entries], NOW), scoreLedger(scheme, [...sound(), ...entries, more], NOW)];
      expect(new Decimal(after.score ?? 0).lte(before.score ?? 0)).toBe(true);
      expect(grades.indexOf(after.grade ?? "AAA")).toBeGreaterThanOrEqual(grades.indexOf(before.grade ?? "AAA"));
    }));
  });

  test("never loses by an entry against the member being older", () => {
    fc.assert(fc.property(someEntries, someAdverse, fc.integer({ min: 0, max: 40 }), (entries, against, months) => {
      const earlier = new Date(against.occurredAt);
      earlier.setUTCMonth(earlier.getUTCMonth() - months);
      const older = { ...against, occurredAt: earlier.toISOString(), decidedAt: earlier.toISOString() };
      expect(new Decimal(scoreOf([...entries, older])).gte(scoreOf([...entries, against]))).toBe(true);
    }));
  });

  test("is judged alike in whatever order its entries stand", () => {
    fc.assert(fc.property(someEntries.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))), ([entries, shuffled]) => {
      const own = sound();
      expect(explainLedger(scheme, [...shuffled, ...own], NOW)).toEqual(explainLedger(scheme, [...own, ...entries], NOW));
    }));
  });
});
