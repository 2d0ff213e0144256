import type { GroupScore, IndicatorScore, Reason, ScoreTree } from "./score-tree.rules.ts";

const reasonFigures = ["value", "target", "limit", "lost", "declared", "n", "minimum"] as const;
type SheetReason = Pick<Reason, "code"> & Record<(typeof reasonFigures)[number], string | null>;

export interface SheetIndicatorScore extends Omit<IndicatorScore, "id" | "code" | "unit" | "reasons"> {
  indicator: string;
  group: string;
  reasons: SheetReason[];
}

/** A reckoning as a page shows it: groups and indicators side by side, every figure of a reason under its name. */
export interface ScoreSheet extends Pick<ScoreTree, "state" | "score" | "grade"> {
  schemeVersion: number;
  ratedIndicators: number;
  ratedWeight: string;
  reasons: SheetReason[];
  groups: (Omit<GroupScore, "id" | "code" | "indicators"> & { group: string })[];
  indicators: SheetIndicatorScore[];
}

export const scoreSheetOf = ({ scheme, state, score, grade, facts, reasons, groups }: ScoreTree): ScoreSheet => ({
  state,
  score,
  grade,
  schemeVersion: scheme.version,
  ratedIndicators: facts.indicators,
  ratedWeight: facts.weight,
  reasons: reasons.map(sheetReason),
  groups: groups.map(({ id, code: _, indicators: __, ...group }) => ({ ...group, group: id })),
  indicators: groups.flatMap((group) => group.indicators.map((leaf) => sheetIndicator(group.id, leaf))),
});

const sheetIndicator = (group: string, { id, code: _, unit: __, reasons, ...leaf }: IndicatorScore): SheetIndicatorScore => ({
  ...leaf, indicator: id, group, reasons: reasons.map(sheetReason),
});

const sheetReason = ({ code, figures }: Reason): SheetReason =>
  ({ code, ...Object.fromEntries(reasonFigures.map((name) => [name, figures[name] ?? null])) }) as SheetReason;
