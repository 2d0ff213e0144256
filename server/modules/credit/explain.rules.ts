import { Decimal, fixed } from "../../kernel/decimal.ts";
import { roundInto } from "../../kernel/statistics/round-into.ts";
import type { LedgerScheme } from "./ledger-scheme.rules.ts";
import { type AreaShare, gradeStandings, type LedgerGraded, sharesOf } from "./ledger-score.rules.ts";
import { type Part, standingOf } from "./standing.rules.ts";
import type { LedgerEntry } from "./weigh.rules.ts";

export const LeafRole = { EARNED: "EARNED", MADE_UP: "MADE_UP", LOST: "LOST", FAILURE: "FAILURE", BOUND: "BOUND" } as const;
export type LeafRole = keyof typeof LeafRole;

/** The least that a score is made of. */
export interface Leaf {
  /** Names it among all leaves of a member, and again in its other grades. */
  key: string;
  area: string;
  role: LeafRole;
  /** The entry behind it; null for what keeps an area or the score within its bounds. */
  entry: LedgerEntry | null;
  settledAt: string | null;
  /** How much of its full weight it has, in per cent. */
  share: string;
  /** Of the 100 of its area; of the score itself where it is a failure. */
  points: string;
  /** What it adds to the score or takes from it; null while there is no score. */
  contribution: string | null;
}

export interface Explained {
  graded: LedgerGraded;
  /** Biggest plus or minus first within each area. Their contributions add up to the area's, and so to the score, exactly. */
  leaves: Leaf[];
}

/** A score down to its entries. */
export function explainLedger(scheme: LedgerScheme, entries: readonly LedgerEntry[], at: string): Explained {
  const standings = standingOf(scheme, entries, at);
  const graded = gradeStandings(scheme, standings);
  const leaves = sharesOf(standings).flatMap((share) => {
    const contribution = graded.areas.find(({ code }) => code === share.standing.area.code)?.contribution ?? null;
    return leavesOf(scheme, share, graded.state === "RATED" ? contribution : null);
  });
  return { graded, leaves };
}

type Exact = Omit<Leaf, "points" | "contribution"> & { points: Decimal; exact: Decimal };

function leavesOf({ decimals }: LedgerScheme, share: AreaShare, contribution: string | null): Leaf[] {
  const exact = exactLeaves(share);
  const rounded = contribution === null ? null : roundInto(exact.map((leaf) => leaf.exact), decimals, contribution);
  return exact
    .map(({ exact: _, points, ...leaf }, place) => ({ ...leaf, points: fixed(points, decimals), contribution: rounded && fixed(rounded[place] ?? 0, decimals) }))
    .sort((a, b) => size(b).comparedTo(size(a)) || (a.key < b.key ? -1 : 1));
}

const size = ({ contribution, points }: Pick<Leaf, "contribution" | "points">): Decimal => new Decimal(contribution ?? points).abs();

function exactLeaves({ standing, factor, relief }: AreaShare): Exact[] {
  const { area, parts, failures, correction } = standing;
  const bound = (key: string, points: Decimal, exact: Decimal): Exact[] =>
    points.isZero() ? [] : [{ key: `${key}:${area.code}`, area: area.code, role: "BOUND", entry: null, settledAt: null, share: "100", points, exact }];
  return [
    ...parts.map((part) => leafOf(area.code, part, part.signed.times(factor))),
    ...failures.map((part) => leafOf(area.code, part, part.signed)),
    ...bound("area", correction, correction.times(factor)),
    ...bound("score", relief, relief),
  ];
}

const roles = { EARNS: "EARNED", BONUS: "MADE_UP", COSTS: "LOST", FAILS: "FAILURE", SETTLES: "BOUND", NOTES: "BOUND" } as const satisfies Record<string, LeafRole>;

const leafOf = (area: string, { entry, kind, settledAt, share, signed }: Part, exact: Decimal): Exact => ({
  key: entry.id, area, role: roles[kind.effect], entry, settledAt, share: fixed(share.times(100), 0), points: signed, exact,
});
