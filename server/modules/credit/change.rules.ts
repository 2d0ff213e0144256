import { Decimal, fixed } from "../../kernel/decimal.ts";
import type { GradedArea } from "./grade.rules.ts";
import type { Explained, Leaf } from "./explain.rules.ts";
import type { LedgerScheme } from "./ledger-scheme.rules.ts";
import { type LedgerEntry, whyWithoutWeight } from "./weigh.rules.ts";

export const ChangeReason = {
  NEW: "NEW", SETTLED: "SETTLED", AGED: "AGED", EXPIRED: "EXPIRED", CORRECTED: "CORRECTED", OVERTAKEN: "OVERTAKEN", REWEIGHED: "REWEIGHED", SCHEME: "SCHEME",
} as const;
export type ChangeReason = keyof typeof ChangeReason;

/** One thing by which two scores differ. */
export interface ChangePart {
  key: string;
  area: string;
  reason: ChangeReason;
  entry: LedgerEntry | null;
  /** What it makes of the difference; all of them add up to it exactly. */
  difference: string;
}

/** A score with what it was made of, and what was known. */
export interface Explanation extends Explained {
  at: string;
  entries: readonly LedgerEntry[];
}

/** What became of a score between two explanations under one scheme, greatest first. Entries without a difference are left out. */
export function changeBetween(scheme: LedgerScheme, before: Explanation, now: Explanation): ChangePart[] {
  const [earlier, later] = [keyed(before.leaves), keyed(now.leaves)];
  const known = new Set(before.entries.filter(({ occurredAt }) => occurredAt <= before.at).map(({ id }) => id));
  const parts = [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)];
    const difference = new Decimal(is?.contribution ?? 0).minus(was?.contribution ?? 0);
    const leaf = is ?? was;
    if (difference.isZero() || !leaf) return [];
    const reason = is ? reasonOf(was, is, known) : goneBecause(scheme, leaf, now);
    return [{ key, area: leaf.area, entry: leaf.entry, difference: fixed(difference, scheme.decimals), reason }];
  });
  return sorted(parts);
}

/** As `changeBetween`, from a grade that an earlier scheme gave: area by area, each as a whole. */
export function changeOfScheme(before: readonly GradedArea[], now: Explained, decimals: number): ChangePart[] {
  const parts = now.graded.areas.map(({ code, contribution }) => {
    const difference = new Decimal(contribution ?? 0).minus(before.find((area) => area.code === code)?.contribution ?? 0);
    return { key: `scheme:${code}`, area: code, entry: null, reason: ChangeReason.SCHEME, difference: fixed(difference, decimals) };
  });
  return sorted(parts.filter(({ difference }) => !new Decimal(difference).isZero()));
}

const keyed = (leaves: readonly Leaf[]): Map<string, Leaf> => new Map(leaves.map((leaf) => [leaf.key, leaf]));

function reasonOf(was: Leaf | undefined, is: Leaf, known: ReadonlySet<string>): ChangeReason {
  if (is.entry && !known.has(is.entry.id)) return is.entry.supersedes === null ? "NEW" : "CORRECTED";
  if (is.settledAt !== null && was?.settledAt === null) return "SETTLED";
  return !was || is.share === was.share ? "REWEIGHED" : "AGED";
}

const goneBecause = (scheme: LedgerScheme, { entry }: Leaf, { entries, at }: Explanation): ChangeReason =>
  entry === null ? "REWEIGHED" : whyWithoutWeight(scheme, entries, entry, at);

const sorted = (parts: ChangePart[]): ChangePart[] =>
  parts.sort((a, b) => new Decimal(b.difference).abs().comparedTo(new Decimal(a.difference).abs()) || (a.key < b.key ? -1 : 1));
