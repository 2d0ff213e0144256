import { describe, expect, test } from "vitest";
import { ledgerSchemeShape, type LedgerScheme } from "../../../seeds/reference/credit-scheme.ts";
import { ledgerSchemeFaults } from "../../../seeds/reference/credit-sense.ts";
import { creditSources } from "../../../server/modules/credit/index.ts";
import { certificateCreditSources } from "../../../server/modules/certificates/index.ts";
import { fadedTo, monthsBetween } from "../../../server/modules/credit/ageing.rules.ts";
import { entryInWords } from "../../../server/modules/credit/entry-words.rules.ts";
import { ledgerScheme } from "./ledger-examples.ts";

const scheme = ledgerScheme as LedgerScheme;

/** The scheme with a change. */
const changed = (change: (copy: LedgerScheme) => void): LedgerScheme => {
  const copy = structuredClone(scheme);
  change(copy);
  return copy;
};
const faultsOf = (change: (copy: LedgerScheme) => void) => ledgerSchemeFaults(changed(change)).map(({ fault }) => fault);
const kindIn = ({ kinds }: LedgerScheme, wanted: string) => kinds.find(({ code }) => code === wanted) as LedgerScheme["kinds"][number];

describe("the scheme by the ledger", () => {
  test("is sound as published, its areas weighing exactly a hundred", () => {
    expect(ledgerSchemeFaults(scheme)).toEqual([]);
    expect(scheme.areas.map(({ weight }) => Number(weight))).toEqual([10, 25, 20, 15, 10, 10, 5, 5]);
  });

  test("is refused when what is earned in an area is not exactly a hundred", () => {
    expect(faultsOf(({ areas }) => void (areas[5]?.positives ?? []).splice(0, 1))).toContain("the points add up to 40, not 100");
  });

  test.each<[string, (copy: LedgerScheme) => void, string]>([
    ["earns what no kind of its area earns", (copy) => Object.assign(copy.areas[0]?.positives[0] ?? {}, { kind: "FINDING" }), "FINDING is no kind that earns in this area"],
    ["has a kind of no area", (copy) => Object.assign(kindIn(copy, "SANCTION"), { area: "NOWHERE" }), "there is no area NOWHERE"],
    ["takes points it does not name", (copy) => delete kindIn(copy, "FINDING").points, "has no points"],
    ["lets a kind age from a settling that never comes", (copy) => delete kindIn(copy, "FINDING").settledBy, "ages from its settling, and nothing settles it"],
    ["lets something settle that does not", (copy) => Object.assign(kindIn(copy, "FINDING"), { settledBy: ["AUDITED"] }), "AUDITED settles nothing"],
    ["caps by what takes no points", (copy) => Object.assign(copy.caps[0] ?? {}, { kind: "REPAIR" }), "REPAIR is no kind that takes points"],
    ["has a kind twice", (copy) => void copy.kinds.push(kindIn(copy, "REPAIR")), "REPAIR stands here twice"],
  ])("is refused when it %s", (_, change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });

  test("has no place for fees, membership levels, donations or the size of a firm", () => {
    const withFee = { ...scheme, areas: scheme.areas.map((area) => ({ ...area, feeWeight: "5" })) };
    expect(ledgerSchemeShape.safeParse(scheme).success).toBe(true);
    expect(ledgerSchemeShape.safeParse(withFee).success).toBe(false);
    expect(scheme.kinds.map(({ code }) => code).filter((code) => /FEE|LEVEL|DONATION|SIZE|DUES|PAID/.test(code))).toEqual([]);
  });

  test("knows every kind that any source of the house makes", () => {
    const known = scheme.kinds.map(({ code }) => code);
    const made = [...creditSources, ...certificateCreditSources].flatMap(({ kinds }) => kinds);
    expect(made.filter((kind) => !known.includes(kind))).toEqual([]);
  });
});

describe("ageing", () => {
  test.each([
    ["2026-01-31T00:00:00.000Z", "2026-02-28T00:00:00.000Z", 0],
    ["2026-01-31T00:00:00.000Z", "2026-03-31T00:00:00.000Z", 2],
    ["2025-12-15T10:00:00.000Z", "2026-12-14T23:00:00.000Z", 11],
    ["2025-12-15T10:00:00.000Z", "2026-12-15T00:00:00.000Z", 12],
    ["2026-12-15T10:00:00.000Z", "2026-01-01T00:00:00.000Z", 0],
  ])("counts whole months from %s to %s: %i", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  test.each([[0, "1"], [11, "1"], [12, "1"], [18, "0.75"], [24, "0.5"], [35, "0.0416667"], [36, "0"], [400, "0"]])("leaves after %i of 36 months the share %s", (months, share) => {
    expect(fadedTo({ fullMonths: 12, fadeMonths: 24 }, months).toDecimalPlaces(7).toString()).toBe(share);
  });
});

test("an entry is told in three languages, with days and periods as people write them", () => {
  const title = { "zh-Hant": "投訴及時處理", "zh-Hans": "投诉及时处理", en: "Complaints handled in time" };
  expect(entryInWords(kindIn(scheme, "FINDING"), { asOf: "2026-11-29", title })).toEqual({
    "zh-Hant": "2026年11月29日 的發現事項：投訴及時處理", "zh-Hans": "2026年11月29日 的发现事项：投诉及时处理", en: "Finding of 29 November 2026: Complaints handled in time",
  });
  expect(entryInWords(kindIn(scheme, "ASSESSMENT_CONFIRMED"), { period: "2026-H1", score: "81.20" }).en).toBe("Self-assessment of the first half of 2026 confirmed with 81.20 points");
  expect(entryInWords(kindIn(scheme, "PLEDGE_SIGNED"), {}).en).toBe("Signed version {version} of the pledge");
});
