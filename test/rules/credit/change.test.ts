import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal, sum } from "../../../server/kernel/decimal.ts";
import { changeBetween, changeOfScheme, type Explanation } from "../../../server/modules/credit/change.rules.ts";
import { explainLedger } from "../../../server/modules/credit/explain.rules.ts";
import { supposing } from "../../../server/modules/credit/simulate.rules.ts";
import type { LedgerEntry } from "../../../server/modules/credit/weigh.rules.ts";
import { entry, ledgerScheme as scheme, NOW, someEntries, sound } from "./ledger-examples.ts";

const explanation = (entries: LedgerEntry[], at = NOW): Explanation => ({ ...explainLedger(scheme, entries, at), at, entries });
const found = entry("FINDING", { severity: "MAJOR", matter: "R ", occurredAt: "2026-08-15T00:00:00.000Z" });
const closed = entry("FINDING_CLOSED", { matter: "R ", occurredAt: "2026-09-15T00:00:00.000Z" });
const early = "2026-09-01T00:00:00.000Z";
const base = sound().map((each) => ({ ...each, occurredAt: "2026-07-01T00:00:00.000Z", decidedAt: "2026-07-01T00:00:00.000Z" }));

const reasons = (before: Explanation, now: Explanation) => Object.fromEntries(changeBetween(scheme, before, now).map(({ key, reason }) => [key, reason]));

describe("what changed", () => {
  test.each<[string, LedgerEntry[], [LedgerEntry[], string], [LedgerEntry[], string]]>([
    ["NEW", [found], [base, early], [[...base, found], NOW]],
    ["SETTLED", [found], [[...base, found], early], [[...base, found, closed], NOW]],
    ["AGED", [found], [[...base, found, closed], "2027-02-01T00:00:00.000Z"], [[...base, found, closed], "2027-06-01T00:00:00.000Z"]],
    ["EXPIRED", [{ ...found, id: "cre_expires", expiresAt: "2026-10-01T00:00:00.000Z" }], [[...base, { ...found, id: "cre_expires", expiresAt: "2026-10-01T00:00:00.000Z" }], early], [[...base, { ...found, id: "cre_expires", expiresAt: "2026-10-01T00:00:00.000Z" }], NOW]],
    ["CORRECTED", [found], [[...base, found], early], [[...base, found, entry("FINDING", { ...found, id: "cre_void", supersedes: found.id, voided: true })], NOW]],
    ["OVERTAKEN", [base[1] as LedgerEntry], [base, early], [[...base, entry("ASSESSMENT_CONFIRMED", { value: "90", occurredAt: "2026-10-01T00:00:00.000Z" })], NOW]],
  ])("says of an entry that it is %s", (reason, [about], [before, then], [after, now]) => {
    expect(reasons(explanation(before, then), explanation(after, now))[about?.id ?? ""]).toBe(reason);
  });

  test("is nothing between a score and itself", () => {
    expect(changeBetween(scheme, explanation([...base, found]), explanation([...base, found]))).toEqual([]);
  });

  test("adds up to the difference of two scores exactly, whatever the files, greatest first", () => {
    const instants = fc.integer({ min: 0, max: 2_000 }).map((days) => new Date(Date.UTC(2026, 6, 2) + days * 86_400_000).toISOString());
    fc.assert(fc.property(someEntries, someEntries, instants, (some, more, at) => {
      const [before, now] = [explanation([...base, ...some], "2026-07-02T00:00:00.000Z"), explanation([...base, ...some, ...more], at)];
      if (before.graded.score === null || now.graded.score === null) return;
      const parts = changeBetween(scheme, before, now);
      expect(sum(parts.map(({ difference }) => difference)).toString()).toBe(new Decimal(now.graded.score).minus(before.graded.score).toString());
      const sizes = parts.map(({ difference }) => new Decimal(difference).abs().toNumber());
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }));
  });

  test("from an earlier scheme is told area by area, and adds up too", () => {
    const now = explanation([...base, found]);
    const before = [{ code: "SERVICE_QUALITY", weight: "25", points: "50.00", effectiveWeight: "100.00", contribution: "50.00" }];
    const parts = changeOfScheme(before, now, scheme.decimals);
    expect(sum(parts.map(({ difference }) => difference)).toFixed(2)).toBe(new Decimal(now.graded.score ?? 0).minus(50).toFixed(2));
    expect(new Set(parts.map(({ reason }) => reason))).toEqual(new Set(["SCHEME"]));
  });
});

describe("a supposition", () => {
  test("settles what can be settled, and leaves the rest and what was there before as it is", () => {
    const complaint = entry("COMPLAINT_UPHELD", { severity: "MAJOR" });
    const file = [...base, found, complaint];
    const supposed = supposing(scheme, file, { entries: [], settled: [found.id, complaint.id, "cre_of_somebody_else"] }, NOW);
    expect(supposed.slice(0, file.length)).toEqual(file);
    expect(supposed.slice(file.length).map(({ kind, matter }) => [kind, matter])).toEqual([["FINDING_CLOSED", "R "]]);
    const [before, after] = [file, supposed].map((entries) => Number(explainLedger(scheme, entries, NOW).graded.score));
    expect(after).toBeGreaterThan(before ?? 100);
  });

  test("adds entries with values held between nought and a hundred", () => {
    const supposed = supposing(scheme, base, { entries: [{ kind: "ASSESSMENT_CONFIRMED", value: "250", proof: "DOCUMENT_BACKED" }], settled: [] }, NOW);
    expect(supposed.at(-1)).toMatchObject({ kind: "ASSESSMENT_CONFIRMED", value: "100", occurredAt: NOW });
  });
});
