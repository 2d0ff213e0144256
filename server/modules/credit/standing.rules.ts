import { Decimal, sum } from "../../kernel/decimal.ts";
import type { LedgerScheme, SchemeArea } from "./ledger-scheme.rules.ts";
import { type LedgerEntry, proofOf, type Weighed, weigh } from "./weigh.rules.ts";

const [nought, hundred] = [new Decimal(0), new Decimal(100)];

/** One entry's part in its area, or in the score where it fails: plus or minus so many points. */
export interface Part extends Weighed {
  signed: Decimal;
}

/** Where a member stands in one area at an instant, unrounded. */
export interface AreaStanding {
  area: SchemeArea;
  /** Whether it counts in the denominator. */
  rated: boolean;
  parts: Part[];
  /** Points of 100; where the area is not rated, what is taken from the score by the area's weight, not above nought. */
  points: Decimal;
  /** What keeps the sum of the parts within its bounds: the parts and this are the points. */
  correction: Decimal;
  failures: Part[];
}

/** Where a member stands in every area of the scheme. */
export function standingOf(scheme: LedgerScheme, entries: readonly LedgerEntry[], at: string): AreaStanding[] {
  const weighed = new Map<string, Weighed[]>(scheme.areas.map(({ code }) => [code, []]));
  for (const each of weigh(scheme, entries, at)) weighed.get(each.kind.area)?.push(each);
  return scheme.areas.map((area) => areaStanding(area, weighed.get(area.code) ?? []));
}

function areaStanding(area: SchemeArea, weighed: readonly Weighed[]): AreaStanding {
  const of = (effect: string) => weighed.filter(({ kind }) => kind.effect === effect);
  const taken = (each: Weighed): Part => ({ ...each, signed: each.points.negated() });
  const earned = area.positives.flatMap((positive) => weighed.filter(({ kind }) => kind.code === positive.kind).flatMap((each) => earnedPart(positive, each) ?? []));
  const costs = of("COSTS").map(taken);
  const rated = earned.length > 0 || (area.ratedByCosts && costs.length > 0);
  const bonus = rated ? of("BONUS").map((each): Part => ({ ...each, signed: each.points })) : [];
  const parts = [...earned, ...costs, ...bonus];
  const plain = total(earned).plus(total(costs)).plus(Decimal.min(total(bonus), area.bonusLimit));
  const points = rated ? clamp(plain, nought, hundred) : clamp(plain, hundred.negated(), nought);
  return { area, rated, parts, points, correction: points.minus(total(parts)), failures: of("FAILS").map(taken) };
}

/** What an entry earns of a positive; null where it would have to be measured and was not, which rates nothing. */
function earnedPart({ points, by }: SchemeArea["positives"][number], each: Weighed): Part | null {
  if (by === "VALUE" && each.entry.value === null) return null;
  const full = by === "VALUE" ? new Decimal(points).times(each.entry.value ?? 0).div(100) : new Decimal(points);
  return { ...each, signed: full.times(each.share).times(proofOf(each.kind, each.entry)) };
}

const total = (parts: readonly Part[]): Decimal => sum(parts.map(({ signed }) => signed));

const clamp = (value: Decimal, least: Decimal, most: Decimal): Decimal => Decimal.max(least, Decimal.min(most, value));
