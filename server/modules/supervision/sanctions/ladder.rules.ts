import { Decimal } from "../../../kernel/decimal.ts";
import type { Localized } from "../../../kernel/language.ts";

/** One step of the ladder. */
export interface SanctionStep {
  code: string;
  name: Localized;
  /** A step that is not enabled cannot be imposed. */
  enabled: boolean;
  /** Whether imposing it must cite the clause that was broken. */
  basisRequired: boolean;
  /** Whether the source document names it; the others, and the order, are the association's decision. */
  namedInSource: boolean;
  /** How many days a decision stays public; 0 for one that never is. */
  publishedDays: number;
}

/** What a breach can lead to, mildest first, and how long those concerned have to answer and to appeal. */
export interface SanctionLadder {
  version: number;
  effectiveFrom: string;
  title: Localized;
  note: Localized;
  steps: readonly SanctionStep[];
  /** In days. */
  periods: { answerDays: number; appealDays: number; appealDecisionDays: number };
  /** How breaches come to light. */
  supervisionForms: readonly { code: string; name: Localized }[];
}

/** How grave a sanction weighs in the credit ledger. */
export type SanctionSeverity = "CRITICAL" | "MAJOR" | "MINOR";

/** Of which class a decision is when it is published; each class has its window. */
export const Publicity = { MINOR: "MINOR", ORDINARY: "ORDINARY", SERIOUS: "SERIOUS" } as const;
export type Publicity = keyof typeof Publicity;

/** A step as cases need it, from the second version of the ladder on. */
export interface ProceduralStep extends SanctionStep {
  severity: SanctionSeverity;
  /** Null for a step that is never published. */
  publicity: Publicity | null;
  /** Whether a legal or contractual basis must be stated beside the clause. */
  legalBasisRequired: boolean;
  /** Whether an appeal, and the time for one, keeps it from taking effect. */
  appealSuspends: boolean;
  /** What it does to the membership. */
  standing: "NONE" | "SUSPENDED" | "EXPELLED";
  /** For how many whole months it can be imposed; null for a step without a term. */
  months: { least: number; most: number } | null;
}

/** What speaks for the member, and what it does to the sanction. */
export interface Mitigation {
  code: string;
  name: Localized;
  stepsDown: number;
  /** How much of its days, in per cent, the decision stays public. */
  publishedShare: string;
}

/** A ladder by which cases can be conducted. */
export interface ProceduralLadder extends SanctionLadder {
  steps: readonly ProceduralStep[];
  mitigations: { mostStepsDown: number; list: readonly Mitigation[] };
  /** How many votes a panel needs to decide. */
  panel: { quorum: number };
  /** Who competes with a member: firms with a product line in common, of the same region only or of all. */
  competitors: { sameRegion: boolean };
  appealGrounds: readonly { code: string; name: Localized }[];
}

export const isProcedural = (ladder: SanctionLadder): ladder is ProceduralLadder => "mitigations" in ladder;

/** What a breach leads to once everything that speaks for the member was counted. */
export interface Mitigated {
  /** The step it comes down to: never below the mildest, never one that is switched off. */
  step: ProceduralStep;
  stepsDown: number;
  /** How many days it stays public, rounded up to whole days. */
  publishedDays: number;
}

/** Counts what speaks for the member against a step, which must be one of the ladder's. Codes the ladder does not know count nothing. */
export function mitigated(ladder: ProceduralLadder, step: ProceduralStep, codes: readonly string[]): Mitigated {
  const counted = ladder.mitigations.list.filter(({ code }) => codes.includes(code));
  const wanted = Math.min(ladder.mitigations.mostStepsDown, counted.reduce((sum, { stepsDown }) => sum + stepsDown, 0));
  const milder = ladder.steps.slice(0, ladder.steps.indexOf(step)).filter(({ enabled }) => enabled).reverse();
  const stepsDown = Math.min(wanted, milder.length);
  const reached = milder[stepsDown - 1] ?? step;
  const share = counted.reduce((product, { publishedShare }) => product.times(publishedShare).div(100), new Decimal(1));
  return { step: reached, stepsDown, publishedDays: share.times(reached.publishedDays).ceil().toNumber() };
}

/** Whether one step is milder than another of the same ladder. */
export const isMilder = ({ steps }: SanctionLadder, one: string, other: string): boolean =>
  steps.findIndex(({ code }) => code === one) < steps.findIndex(({ code }) => code === other);
