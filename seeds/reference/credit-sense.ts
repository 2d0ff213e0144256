import { sum } from "../../server/kernel/decimal.ts";
import type { LedgerScheme } from "./credit-scheme.ts";
import { type Fault, repeated } from "./sense.ts";

/** What a scheme by the ledger must hold beyond its shape: what is earned is exactly 100 in each area, and nothing is named that is not there. */
export function ledgerSchemeFaults(scheme: LedgerScheme): Fault[] {
  return [...repeated(scheme.kinds.map(({ code }) => code), "kinds"), ...scheme.areas.flatMap((area) => areaFaults(area, scheme)), ...kindFaults(scheme), ...capFaults(scheme)];
}

function areaFaults({ code, positives }: LedgerScheme["areas"][number], { kinds }: LedgerScheme): Fault[] {
  const path = `areas.${code}.positives`;
  const total = sum(positives.map(({ points }) => points));
  const strange = positives.filter(({ kind }) => !kinds.some((each) => each.code === kind && each.area === code && each.effect === "EARNS"));
  return [
    ...(total.eq(100) ? [] : [{ path, fault: `the points add up to ${total.toString()}, not 100` }]),
    ...strange.map(({ kind }) => ({ path, fault: `${kind} is no kind that earns in this area` })),
    ...repeated(positives.map(({ kind }) => kind), path),
  ];
}

const kindFaults = (scheme: LedgerScheme): Fault[] =>
  scheme.kinds.flatMap((kind) => [...ownFaults(kind), ...strayFaults(kind, scheme)].map((fault) => ({ path: `kinds.${kind.code}`, fault })));

type Kind = LedgerScheme["kinds"][number];

const weighing = new Set<Kind["effect"]>(["COSTS", "FAILS", "BONUS"]);

function ownFaults({ effect, points, ageing, settledBy }: Kind): string[] {
  const pointless = weighing.has(effect) && points === undefined;
  const pointed = !weighing.has(effect) && points !== undefined;
  return [
    ...(pointless ? ["has no points"] : []),
    ...(pointed ? ["earns no points of its own"] : []),
    ...(ageing?.from === "SETTLED" && settledBy === undefined ? ["ages from its settling, and nothing settles it"] : []),
  ];
}

function strayFaults({ code, area, effect, settledBy = [], liftedBy = [] }: Kind, { kinds, areas }: LedgerScheme): string[] {
  const settles = (other: string) => kinds.some((kind) => kind.code === other && kind.effect === "SETTLES");
  const isEarned = areas.some(({ positives }) => positives.some(({ kind }) => kind === code));
  return [
    ...(areas.some((each) => each.code === area) ? [] : [`there is no area ${area}`]),
    ...[...settledBy, ...liftedBy].filter((other) => !settles(other)).map((other) => `${other} settles nothing`),
    ...(effect === "EARNS" && !isEarned ? ["is earned in no area"] : []),
  ];
}

const capFaults = ({ caps, kinds }: LedgerScheme): Fault[] =>
  caps.filter(({ kind }) => !kinds.some(({ code, effect }) => code === kind && (effect === "FAILS" || effect === "COSTS"))).map(({ kind }) => ({ path: "caps", fault: `${kind} is no kind that takes points` }));
