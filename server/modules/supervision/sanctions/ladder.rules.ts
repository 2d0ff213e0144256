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
