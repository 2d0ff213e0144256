import { Decimal, sum, type DecimalValue } from "../../kernel/decimal.ts";
import { grades } from "../../kernel/grade.ts";
import { indicatorsOf, inputReference } from "./scheme.rules.ts";
import type { Check, Figure, Formula, Indicator, Scheme, Scoring } from "./scheme.rules.ts";

/** What is wrong with a scheme, for the person who wrote it. */
export interface SchemeFault {
  path: string;
  fault: string;
}

/** Everything a shape cannot say: sums, references, the sense of curves and bands. Empty for a sound scheme. */
export function schemeFaults(scheme: Scheme): SchemeFault[] {
  const known = inputsOf(scheme);
  return [
    ...repeated(scheme.groups.map((group) => group.id), "groups"),
    ...repeated(indicatorsOf(scheme).flatMap((indicator) => [indicator.id, ...indicator.alsoKnownAs.map(({ id }) => id)]), "indicators"),
    ...repeated(indicatorsOf(scheme).map((indicator) => indicator.code), "indicators"),
    ...weightFaults(scheme),
    ...bandFaults(scheme),
    ...proofFaults(scheme),
    ...indicatorsOf(scheme).flatMap((indicator) => indicatorFaults(scheme, indicator, known)),
    ...scheme.checks.flatMap((check, place) => unknown(inputsOfCheck(check), known, `checks.${place}`)),
  ];
}

const inputsOf = (scheme: Scheme): ReadonlySet<string> =>
  new Set(indicatorsOf(scheme).flatMap(({ id, inputs }) => inputs.map(({ code }) => `${id}.${code}`)));

function weightFaults({ groups, weights }: Scheme): SchemeFault[] {
  const ofGroups = groups.map((group) => addsUp(group.indicators.map(({ weight }) => weight), group.weight, `groups.${group.id}.weight`));
  return [addsUp(groups.map(({ weight }) => weight), weights.total, "weights.total"), ...ofGroups].flat();
}

const addsUp = (parts: readonly string[], total: string, path: string): SchemeFault[] =>
  sum(parts).eq(total) ? [] : [{ path, fault: `the parts add up to ${sum(parts).toString()}, not ${total}` }];

function bandFaults({ bands }: Scheme): SchemeFault[] {
  const order = bands.floors.map(({ grade }) => grades.indexOf(grade));
  const falling = isRising(order) && isRising(bands.floors.map(({ floor }) => new Decimal(floor).negated()));
  const lowest = bands.floors.at(-1);
  return [
    ...(falling ? [] : [{ path: "bands.floors", fault: "grades and floors must fall together, best first" }]),
    ...(lowest && new Decimal(lowest.floor).isZero() ? [] : [{ path: "bands.floors", fault: "the lowest band must begin at 0" }]),
  ];
}

function proofFaults({ proofLimits: { points } }: Scheme): SchemeFault[] {
  const sound = isRising([points.SELF_DECLARED, points.DOCUMENT_BACKED, points.VERIFIED]) && new Decimal(points.VERIFIED).eq(100);
  return sound ? [] : [{ path: "proofLimits.points", fault: "limits must rise with the proof and end at 100" }];
}

function indicatorFaults(scheme: Scheme, indicator: Indicator, known: ReadonlySet<string>): SchemeFault[] {
  const path = `indicators.${indicator.id}`;
  const own = (codes: string[]) => codes.map((code) => `${indicator.id}.${code}`);
  const units = [indicator.unit, ...indicator.inputs.map(({ unit }) => unit), ...indicator.figures.map(({ unit }) => unit)];
  const figures = new Set(["value", ...indicator.figures.map(({ code }) => code)]);
  const ids = new Set(indicatorsOf(scheme).map(({ id }) => id));
  return [
    ...repeated(indicator.inputs.map(({ code }) => code), `${path}.inputs`),
    ...unknown(own(inputsOfFormula(indicator.formula)), known, `${path}.formula`),
    ...indicator.figures.flatMap((figure) => unknown(inputsOfFigure(figure, indicator.id), known, `${path}.figures.${figure.code}`)),
    ...unknown([indicator.scoring.on], figures, `${path}.scoring.on`),
    ...unknown(indicator.shownWith, ids, `${path}.shownWith`),
    ...unknown(units, new Set(Object.keys(scheme.units)), `${path}.unit`),
    ...(isSensible(indicator.scoring) ? [] : [{ path: `${path}.scoring`, fault: "the curve runs against its direction" }]),
    ...(indicator.formula.kind === "WEIGHTED_SCORE" ? addsUp(indicator.formula.parts.map(({ weight }) => weight), "100", `${path}.formula.parts`) : []),
  ];
}

function isSensible(scoring: Scoring): boolean {
  if (scoring.direction === "BAND") return isRising([scoring.zeroBelow, scoring.fullFrom, scoring.fullTo, scoring.zeroAbove]);
  const { zeroAt, fullAt } = scoring;
  return isRising(scoring.direction === "HIGHER" ? [zeroAt, fullAt] : [fullAt, zeroAt]);
}

function inputsOfFormula(formula: Formula): string[] {
  switch (formula.kind) {
    case "TURNOVER":
      return [formula.costOfSales, formula.average, formula.opening, formula.closing];
    case "SCORE":
      return [formula.score, formula.count];
    case "WEIGHTED_SCORE":
      return [...formula.parts.map(({ input }) => input), formula.count];
    default:
      return [...formula.numerator, ...formula.denominator];
  }
}

function inputsOfFigure({ formula }: Figure, home: string): string[] {
  const used = formula.kind === "SHARE" ? [formula.numerator, formula.denominator] : formula.kind === "INDEX" ? [formula.base] : [];
  return used.map((reference) => {
    const { indicator, input } = inputReference(reference, home);
    return `${indicator}.${input}`;
  });
}

function inputsOfCheck(check: Check): string[] {
  switch (check.kind) {
    case "EQUAL":
    case "ALL_OR_NONE":
      return check.inputs;
    case "ANY_OF":
      return check.sets.flat();
    case "WITHIN_PERIOD":
      return [check.input];
    case "AT_MOST":
      return [check.part, check.whole];
    case "REMAINDER_AT_MOST":
      return [check.part, check.partOf, check.whole, check.wholeOf];
  }
}

const unknown = (names: readonly string[], known: ReadonlySet<string>, path: string): SchemeFault[] =>
  names.filter((name) => !known.has(name)).map((name) => ({ path, fault: `${name} does not exist` }));

const repeated = (names: readonly string[], path: string): SchemeFault[] =>
  names.filter((name, place) => names.indexOf(name) !== place).map((name) => ({ path, fault: `${name} stands here twice` }));

/** Strictly: each above the one before it. */
const isRising = (values: readonly DecimalValue[]): boolean =>
  values.every((value, place) => place === 0 || new Decimal(value).gt(values[place - 1] ?? 0));
