import { languages, type Localized } from "../../kernel/language.ts";

export const RewardKind = { COMMENDATION: "COMMENDATION", HONOUR_LIST: "HONOUR_LIST", EXCELLENT_SERVICE_ENTERPRISE: "EXCELLENT_SERVICE_ENTERPRISE" } as const;
export type RewardKind = keyof typeof RewardKind;

/** What a reward may ask of a firm. */
export const CriterionCode = {
  IN_GOOD_STANDING: "IN_GOOD_STANDING", MEMBER_MONTHS: "MEMBER_MONTHS", MINIMUM_GRADE: "MINIMUM_GRADE", MINIMUM_SERVICE_SCORE: "MINIMUM_SERVICE_SCORE",
  NO_GRADE_CAP: "NO_GRADE_CAP", NO_OPEN_FINDING: "NO_OPEN_FINDING", NO_UNSETTLED_SANCTION: "NO_UNSETTLED_SANCTION", PLEDGE_SIGNED: "PLEDGE_SIGNED",
} as const;
export type CriterionCode = keyof typeof CriterionCode;

/** What a reward may bring. */
export const EffectCode = { INSPECTION_SHARE: "INSPECTION_SHARE", FAST_LANE: "FAST_LANE", TOLERANT_PAPERS: "TOLERANT_PAPERS" } as const;
export type EffectCode = keyof typeof EffectCode;

export interface Criterion {
  code: CriterionCode;
  /** A grade, points of 100, months, or the severity from which a finding counts; absent where nothing is measured. */
  atLeast?: string | undefined;
  /** One sentence, in which `{atLeast}` stands for it. */
  words: Localized;
}

export interface RewardEffect {
  code: EffectCode;
  /** Per cent of the usual chance to be drawn, or days to hand papers in; null where nothing is measured. */
  value: number | null;
  /** One sentence, in which `{value}` stands for it. */
  words: Localized;
}

/** One step of the ladder. */
export interface RewardStep {
  code: RewardKind;
  name: Localized;
  purpose: Localized;
  /** By one act for one firm, or for many firms by a yearly round. */
  given: "ACT" | "ROUND";
  /** How long it holds from the day it is given. */
  months: number;
  criteria: readonly Criterion[];
  effects: readonly RewardEffect[];
}

/** What the association has decided about rewards. */
export interface RewardLadder {
  version: number;
  effectiveFrom: string;
  /** How many days a deed may lie back when it is proposed. */
  deedWithinDays: number;
  note: Localized;
  kinds: readonly RewardStep[];
}

/** The step of a kind. Throws where the ladder has none: its shape demands every kind. */
export function stepOf({ version, kinds }: Pick<RewardLadder, "version" | "kinds">, kind: RewardKind): RewardStep {
  const step = kinds.find(({ code }) => code === kind);
  if (!step) throw new Error(`Version ${version} of the reward ladder has no ${kind}.`);
  return step;
}

/** A sentence with its figure in place. */
export const filled = (words: Localized, name: "atLeast" | "value", figure: string | number | null | undefined): Localized =>
  Object.fromEntries(languages.map((language) => [language, words[language].replaceAll(`{${name}}`, String(figure ?? ""))])) as unknown as Localized;
