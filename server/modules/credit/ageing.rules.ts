import { Decimal } from "../../kernel/decimal.ts";
import type { Ageing } from "./ledger-scheme.rules.ts";

const [none, whole] = [new Decimal(0), new Decimal(1)];

/** Whole months from one instant to another, both in ISO 8601 and UTC, by their days; never below nought. */
export function monthsBetween(from: string, to: string): number {
  const months = 12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  const complete = Number(to.slice(8, 10)) >= Number(from.slice(8, 10));
  return Math.max(0, complete ? months : months - 1);
}

/** What share of a weight is left after so many whole months: all of it, then evenly less, then none. */
export function fadedTo({ fullMonths, fadeMonths }: Pick<Ageing, "fullMonths" | "fadeMonths">, months: number): Decimal {
  if (months < fullMonths) return whole;
  if (months >= fullMonths + fadeMonths) return none;
  return new Decimal(fullMonths + fadeMonths - months).div(fadeMonths);
}

/** Shares already reckoned, by the months; an ageing is never changed. */
const known = new WeakMap<Ageing, Map<number, Decimal>>();

/** As `fadedTo`, of the share that is left once it is settled where ageing begins with that; reckoned once for each number of months. */
function shareAfter(ageing: Ageing, months: number): Decimal {
  const shares = known.get(ageing) ?? new Map<number, Decimal>();
  known.set(ageing, shares);
  const before = shares.get(months);
  if (before) return before;
  const faded = fadedTo(ageing, months);
  const share = ageing.from === "SETTLED" ? faded.times(ageing.settledShare).div(100) : faded;
  shares.set(months, share);
  return share;
}

/** The share of its weight, 0 to 1, that something has at an instant; `settledAt` is null while it is not settled. */
export function shareAt(ageing: Ageing | undefined, dates: { occurredAt: string; decidedAt: string; settledAt: string | null }, at: string): Decimal {
  if (!ageing) return whole;
  const from = { OCCURRED: dates.occurredAt, DECIDED: dates.decidedAt, SETTLED: dates.settledAt }[ageing.from];
  return from === null ? whole : shareAfter(ageing, monthsBetween(from, at));
}
