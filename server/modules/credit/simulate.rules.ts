import { Decimal } from "../../kernel/decimal.ts";
import type { EntryProof, EntrySeverity, LedgerScheme } from "./ledger-scheme.rules.ts";
import type { LedgerEntry } from "./weigh.rules.ts";

/** An entry that might be. */
export interface Hypothetical {
  kind: string;
  severity?: EntrySeverity | null | undefined;
  value?: string | null | undefined;
  proof: EntryProof;
}

export interface Supposition {
  entries: readonly Hypothetical[];
  /** Ids of entries supposed to be settled. */
  settled: readonly string[];
}

/** Whether something can settle an entry of this kind about this matter. */
export const isSettleable = (scheme: LedgerScheme, { kind, matter }: Pick<LedgerEntry, "kind" | "matter">): boolean =>
  matter !== null && (scheme.kinds.find(({ code }) => code === kind)?.settledBy ?? []).length > 0;

/** The entries there are, and those that are supposed to have happened at an instant. Nothing is stored. */
export function supposing(scheme: LedgerScheme, entries: readonly LedgerEntry[], { entries: more, settled }: Supposition, at: string): LedgerEntry[] {
  const blank = { matter: null, severity: null, value: null, occurredAt: at, decidedAt: at, expiresAt: null, supersedes: null, voided: false };
  const added = more.map(({ kind, severity = null, value = null, proof }, place): LedgerEntry => ({ ...blank, id: `if ${place + 1}`, kind, severity, value: value && withinHundred(value), proof }));
  const settlings = entries.filter((entry) => settled.includes(entry.id) && isSettleable(scheme, entry)).flatMap(({ id, kind, matter }): LedgerEntry[] => {
    const [by] = scheme.kinds.find(({ code }) => code === kind)?.settledBy ?? [];
    return by === undefined ? [] : [{ ...blank, id: `if ${id}`, kind: by, matter, proof: "VERIFIED" }];
  });
  return [...entries, ...added, ...settlings];
}

const withinHundred = (value: string): string => Decimal.max(0, Decimal.min(100, value)).toString();
