import type { GradeFloor } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";

/** Marks a value the source document leaves open, so that every reader sees whose decision it is. */
export interface AssociationDecision {
  associationDecision: true;
}

/** How a reported value is proven, weakest first. */
export const ProofLevel = { SELF_DECLARED: "SELF_DECLARED", DOCUMENT_BACKED: "DOCUMENT_BACKED", VERIFIED: "VERIFIED" } as const;
export type ProofLevel = keyof typeof ProofLevel;

export const InputType = { COUNT: "COUNT", QUANTITY: "QUANTITY", MONEY: "MONEY", HOURS: "HOURS", MONTHS: "MONTHS", SCORE: "SCORE" } as const;
export type InputType = keyof typeof InputType;

/** One figure a member is asked for; `unit` names an entry of the scheme's units, bounds are inclusive. */
export interface InputField {
  code: string;
  name: Localized;
  unit: string;
  type: InputType;
  minimum: string;
  maximum: string;
  required: boolean;
  help: Localized | null;
}

/** Numerators are added, denominators multiplied; a share is that quotient in percent. */
export type QuotientFormula = {
  kind: "SHARE" | "MEAN" | "RATE" | "COST_PER_UNIT";
  numerator: string[];
  denominator: string[];
};

/** Cost of sales by average stock: the average given, else half of opening and closing together. */
export type TurnoverFormula = { kind: "TURNOVER"; costOfSales: string; average: string; opening: string; closing: string };

/** A mean score that stands on `count` answers. */
export type ScoreFormula = { kind: "SCORE"; score: string; count: string };

/** Several mean scores, weighed; weights add up to 100. */
export type WeightedScoreFormula = AssociationDecision & {
  kind: "WEIGHTED_SCORE";
  parts: { input: string; weight: string }[];
  count: string;
};

export type Formula = QuotientFormula | TurnoverFormula | ScoreFormula | WeightedScoreFormula;

/**
 * A further figure shown beside the value: the value per year, the value in percent of the member's own earlier one,
 * or a share of inputs. Inputs of another indicator are written `I-5.1.staff_total`.
 */
export interface Figure {
  code: string;
  name: Localized;
  unit: string;
  formula: { kind: "ANNUALISED" } | { kind: "INDEX"; base: string } | { kind: "SHARE"; numerator: string; denominator: string };
}

export const Direction = { HIGHER: "HIGHER", LOWER: "LOWER", BAND: "BAND" } as const;
export type Direction = keyof typeof Direction;

/** Where points begin and where they are full; linear between. `on` is `value` or the code of a figure. */
export type Scoring = AssociationDecision & { on: string } & (
    | { direction: "HIGHER" | "LOWER"; zeroAt: string; fullAt: string }
    | { direction: "BAND"; zeroBelow: string; fullFrom: string; fullTo: string; zeroAbove: string }
  );

export interface Indicator {
  id: string;
  code: string;
  name: Localized;
  formulaText: Localized;
  formula: Formula;
  unit: string;
  inputs: InputField[];
  figures: Figure[];
  scoring: Scoring;
  weight: string;
  /** Answers a value must stand on before it counts; null where one is enough. */
  minimumCount: number | null;
  mayBeNotApplicable: boolean;
  /** Competitively sensitive: a member sees its own value and safe aggregates only. */
  sensitive: boolean;
  evidence: Localized;
  notes: Localized;
  /** Indicators that must stand beside this one wherever it is shown. */
  shownWith: string[];
  /** The same quantity under another name in the source document. */
  alsoKnownAs: { id: string; code: string; name: Localized }[];
}

export interface IndicatorGroup {
  id: string;
  code: string;
  name: Localized;
  weight: string;
  indicators: Indicator[];
}

/** A rule between inputs, each written `I-1.1.total_orders`. */
export type Check =
  | { kind: "EQUAL"; inputs: string[] }
  | { kind: "AT_MOST"; part: string; whole: string }
  | { kind: "REMAINDER_AT_MOST"; part: string; partOf: string; whole: string; wholeOf: string }
  | { kind: "ANY_OF"; sets: string[][] }
  | { kind: "ALL_OR_NONE"; inputs: string[] }
  | { kind: "WITHIN_PERIOD"; input: string };

/** How service quality is judged: one version, in force from a day, never edited, only followed by the next. */
export interface Scheme {
  id: string;
  version: number;
  effectiveFrom: string;
  title: Localized;
  source: { document: string; section: string };
  currency: string;
  /** Decimals of points, weights and score. */
  decimals: number;
  units: Record<string, Localized>;
  weights: AssociationDecision & { total: string; note: Localized };
  /** The most points, of 100, a value may earn at each level of proof. */
  proofLimits: AssociationDecision & { note: Localized; points: Record<ProofLevel, string> };
  /** Rated indicators, and the weight they carry, below which there is no score. */
  requiredFacts: AssociationDecision & { indicators: number; weight: string; note: Localized };
  bands: AssociationDecision & { floors: GradeFloor[]; note: Localized };
  groups: IndicatorGroup[];
  checks: Check[];
}

/** Figures as the member typed them: plain decimals, null where nothing was typed. */
export type Inputs = Record<string, string | null>;

/** A reviewer's figures in place of the member's, which stay beside them. */
export interface Adjustment {
  inputs: Inputs;
  reason: string;
  by: string;
  at: string;
}

export interface Answer {
  inputs: Inputs;
  notApplicable?: { reason: string };
  proof: ProofLevel;
  adjusted?: Adjustment;
}

/** By indicator id. */
export type Answers = Record<string, Answer>;

export const indicatorsOf = (scheme: Pick<Scheme, "groups">): Indicator[] => scheme.groups.flatMap((group) => group.indicators);

/** What counts: the reviewer's figures where there are any, else the member's. */
export const inputsInForce = (answer: Answer): Inputs => answer.adjusted?.inputs ?? answer.inputs;

/** Reads `I-5.1.staff_total` into indicator and input; a bare code belongs to `home`. */
export function inputReference(reference: string, home = ""): { indicator: string; input: string } {
  const dot = reference.lastIndexOf(".");
  const indicator = dot > 0 ? reference.slice(0, dot) : home;
  return { indicator, input: reference.slice(dot + 1) };
}
