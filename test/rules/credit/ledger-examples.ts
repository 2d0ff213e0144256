import fc from "fast-check";
import { loadReferenceData } from "../../../seeds/reference/load.ts";
import { isLedgerScheme, type LedgerScheme } from "../../../server/modules/credit/ledger-scheme.rules.ts";
import type { LedgerEntry } from "../../../server/modules/credit/weigh.rules.ts";

/** The newest published version that grades by the ledger. */
export const ledgerScheme: LedgerScheme = (() => {
  const scheme = loadReferenceData().creditSchemes.flatMap((each) => (isLedgerScheme(each) ? [each] : [])).at(-1);
  if (!scheme) throw new Error("The reference data has no scheme by the ledger.");
  return scheme;
})();

export const NOW = "2026-12-01T00:00:00.000Z";

let entered = 0;

/** An entry, ten days before now unless said. */
export function entry(kind: string, of: Partial<LedgerEntry> = {}): LedgerEntry {
  const occurredAt = of.occurredAt ?? "2026-11-21T00:00:00.000Z";
  entered += 1;
  return {
    id: `cre_${String(entered).padStart(6, "0")}`, kind, matter: null, severity: null, value: null, proof: "VERIFIED", occurredAt, decidedAt: of.decidedAt ?? occurredAt,
    expiresAt: null, supersedes: null, voided: false, ...of,
  };
}

/** Signed, assessed at 80 and audited: enough for a grade. */
export const sound = (): LedgerEntry[] => [entry("PLEDGE_SIGNED"), entry("ASSESSMENT_CONFIRMED", { value: "80.00" }), entry("AUDITED")];

export const adverse = ledgerScheme.kinds.filter(({ effect }) => effect === "COSTS" || effect === "FAILS").map(({ code }) => code);
const measured = new Set(ledgerScheme.areas.flatMap(({ positives }) => positives.filter(({ by }) => by === "VALUE").map(({ kind }) => kind)));

const instants = fc.integer({ min: 0, max: 2_160 }).map((days) => new Date(Date.UTC(2021, 0, 1) + days * 86_400_000).toISOString());
const severities = fc.constantFrom("CRITICAL" as const, "MAJOR" as const, "MINOR" as const);

/** Any entry of these kinds, of one of a few matters; the ids are given by `numbered`. */
const someOf = (kinds: readonly string[]) =>
  fc.record({
    kind: fc.constantFrom(...kinds), occurredAt: instants, severity: severities, value: fc.integer({ min: 0, max: 10_000 }), matter: fc.constantFrom("one", "two", "three"),
    proof: fc.constantFrom("SELF_DECLARED" as const, "DOCUMENT_BACKED" as const, "VERIFIED" as const), alone: fc.boolean(),
  }).map(({ value, matter, alone, ...of }) => entry(of.kind, { ...of, matter: alone ? null : matter, value: measured.has(of.kind) ? (value / 100).toFixed(2) : null }));

export const someEntries = fc.array(someOf(ledgerScheme.kinds.map(({ code }) => code)), { maxLength: 25 });
export const someAdverse = someOf(adverse);
