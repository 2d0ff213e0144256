import type { Grade } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import { type Indicator, type IndicatorGroup, type InputField, ProofLevel, type Scheme, type Scoring } from "./scheme.rules.ts";

type InWords<Coded extends { unit: string }> = Omit<Coded, "unit"> & { unit: Localized };

export interface SheetIndicator extends Omit<Indicator, "id" | "unit" | "inputs" | "figures" | "scoring" | "formula" | "alsoKnownAs"> {
  number: string;
  group: string;
  alsoKnownAs: { number: string; name: Localized }[];
  unit: Localized;
  inputs: InWords<InputField>[];
  figures: { code: string; name: Localized; unit: Localized }[];
  scoring: Record<"zeroAt" | "fullAt" | "zeroBelow" | "fullFrom" | "fullTo" | "zeroAbove", string | null> & Pick<Scoring, "on" | "direction">;
}

/** A scheme as a page shows it. */
export interface SchemeSheet extends Pick<Scheme, "version" | "effectiveFrom" | "title" | "currency"> {
  groups: (Pick<IndicatorGroup, "code" | "name" | "weight"> & { number: string })[];
  indicators: SheetIndicator[];
  proofLimits: { proof: ProofLevel; points: string }[];
  proofNote: Localized;
  weightNote: Localized;
  floors: { grade: Grade; floor: string }[];
  requiredFacts: Scheme["requiredFacts"];
}

/** Writes a scheme out for readers: units in words, every bound in its place. */
export const sheetOf = (scheme: Scheme): SchemeSheet => ({
  version: scheme.version,
  effectiveFrom: scheme.effectiveFrom,
  title: scheme.title,
  currency: scheme.currency,
  groups: scheme.groups.map(({ id, code, name, weight }) => ({ number: id, code, name, weight })),
  indicators: scheme.groups.flatMap((group) => group.indicators.map((indicator) => indicatorOf(scheme, group.id, indicator))),
  proofLimits: (Object.keys(ProofLevel) as ProofLevel[]).map((proof) => ({ proof, points: scheme.proofLimits.points[proof] })),
  proofNote: scheme.proofLimits.note,
  weightNote: scheme.weights.note,
  floors: scheme.bands.floors,
  requiredFacts: scheme.requiredFacts,
});

const noBounds = { zeroAt: null, fullAt: null, zeroBelow: null, fullFrom: null, fullTo: null, zeroAbove: null };

function indicatorOf(scheme: Scheme, group: string, { id, formula: _, ...indicator }: Indicator): SheetIndicator {
  const inWords = <Coded extends { unit: string }>(coded: Coded): InWords<Coded> => ({ ...coded, unit: unitOf(scheme, coded.unit) });
  return {
    ...indicator,
    number: id,
    group,
    alsoKnownAs: indicator.alsoKnownAs.map(({ id: number, name }) => ({ number, name })),
    unit: unitOf(scheme, indicator.unit),
    inputs: indicator.inputs.map(inWords),
    figures: indicator.figures.map(({ code, name, unit }) => ({ code, name, unit: unitOf(scheme, unit) })),
    scoring: { ...noBounds, ...indicator.scoring },
  };
}

const unitOf = (scheme: Scheme, code: string): Localized => scheme.units[code] ?? { "zh-Hant": code, "zh-Hans": code, en: code };
