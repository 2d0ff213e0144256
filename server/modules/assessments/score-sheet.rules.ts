import type { IndicatorScore, Reason, ScoreTree } from "./score-tree.rules.ts";

type Figures = { code: string; value: string | null }[];
type SheetReason = Omit<Reason, "figures"> & { figures: Figures };
type SheetIndicator = Omit<IndicatorScore, "reasons"> & { reasons: SheetReason[] };

/** A reckoning as the contract shows it: what is keyed by name becomes a list. */
export const scoreSheetOf = ({ scheme, facts, reasons, groups, ...tree }: ScoreTree) => ({
  ...tree,
  schemeVersion: scheme.version,
  ratedIndicators: facts.indicators,
  ratedWeight: facts.weight,
  reasons: reasons.map(sheetReason),
  groups: groups.map((group) => ({ ...group, indicators: group.indicators.map((leaf): SheetIndicator => ({ ...leaf, reasons: leaf.reasons.map(sheetReason) })) })),
});

const sheetReason = ({ code, figures }: Reason): SheetReason => ({
  code,
  figures: Object.entries(figures).map(([name, value]) => ({ code: name, value })),
});
