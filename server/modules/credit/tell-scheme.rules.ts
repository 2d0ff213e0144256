import { type CreditScheme, EntrySeverity, isLedgerScheme } from "./ledger-scheme.rules.ts";

/** A version of the scheme, as people read it: what grades take, what a finding costs, and which entries it knows. */
export function toldScheme(scheme: CreditScheme) {
  const { version, effectiveFrom, title, requiredFacts, bands } = scheme;
  const finding = isLedgerScheme(scheme) ? scheme.kinds.find(({ code }) => code === "FINDING")?.points : scheme.deductions;
  return {
    version, effectiveFrom, title, requiredAreas: requiredFacts.areas, requiredWeight: requiredFacts.weight, floors: bands.floors,
    deductions: Object.values(EntrySeverity).map((severity) => ({ severity, points: finding?.[severity] ?? "0" })),
    kinds: isLedgerScheme(scheme) ? scheme.kinds : [],
  };
}
