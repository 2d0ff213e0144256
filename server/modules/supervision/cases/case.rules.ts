import type { ProblemCode } from "../../../kernel/problem-codes.ts";
import { mitigated, type Mitigated, type ProceduralLadder, type ProceduralStep } from "../sanctions/ladder.rules.ts";

export const CaseState = {
  OPENED: "OPENED", NOTICE_SERVED: "NOTICE_SERVED", DRAFTED: "DRAFTED", DECIDED: "DECIDED", SERVED: "SERVED", IN_FORCE: "IN_FORCE", CLOSED: "CLOSED",
} as const;
export type CaseState = keyof typeof CaseState;

export const CaseOutcome = { DROPPED: "DROPPED", DISMISSED: "DISMISSED", SANCTIONED: "SANCTIONED", SET_ASIDE: "SET_ASIDE" } as const;
export type CaseOutcome = keyof typeof CaseOutcome;

/** Which state may come after which; nothing else ever does. */
const next: Record<CaseState, readonly CaseState[]> = {
  OPENED: ["NOTICE_SERVED", "CLOSED"],
  NOTICE_SERVED: ["DRAFTED", "CLOSED"],
  DRAFTED: ["DRAFTED", "DECIDED", "CLOSED"],
  DECIDED: ["SERVED", "CLOSED"],
  SERVED: ["IN_FORCE", "CLOSED"],
  IN_FORCE: ["CLOSED"],
  CLOSED: [],
};

export const mayFollow = (state: CaseState, following: CaseState): boolean => next[state].includes(following);

/** Whether a panel has not decided yet, so that the house may still let the matter rest. */
export const isUndecided = (state: CaseState): boolean => ["OPENED", "NOTICE_SERVED", "DRAFTED"].includes(state);

/** A clause held to be broken, by its code in one version of a pledge or a norm. */
export interface Charge {
  document: "PLEDGE" | "NORM";
  versionId: string;
  version: number;
  code: string;
}

/** What a panel is asked to decide. */
export interface Proposal {
  outcome: "SANCTION" | "DISMISSED";
  /** What the breach deserves before anything that speaks for the member is counted; null for a dismissal. */
  step: string | null;
  /** Of a step with a term; null for every other. */
  months: number | null;
  /** In the association's currency, of a penalty in money; null for every other. */
  amount: string | null;
  /** Where a step wants one beside the clause; null otherwise. */
  legalBasis: string | null;
  mitigations: readonly string[];
  /** The codes of the charges held to be proved. */
  upheld: readonly string[];
  reasons: string;
}

export interface Fault {
  code: ProblemCode;
  path: string;
}

const LONGEST = { title: 200, statement: 10_000, reasons: 20_000, legalBasis: 2_000 };

/** What is wrong with the words of a case; `today` is the association's. */
export function openingFaults({ title, statement, occurredOn, charges }: { title: string; statement: string; occurredOn: string; charges: readonly object[] }, today: string): Fault[] {
  const checks: [boolean, ProblemCode, string][] = [
    [title.trim() === "", "REQUIRED", "title"], [title.length > LONGEST.title, "TOO_LONG", "title"],
    [statement.trim() === "", "REQUIRED", "statement"], [statement.length > LONGEST.statement, "TOO_LONG", "statement"],
    [occurredOn > today, "OUT_OF_RANGE", "occurredOn"],
    [charges.length === 0, "NO_CLAUSE", "charges"],
  ];
  return faultsOf(checks);
}

/** What is wrong with a proposal under a ladder, for a case with these charges. Paths are those of the proposal. */
export function proposalFaults(proposal: Proposal, ladder: ProceduralLadder, charges: readonly Charge[]): Fault[] {
  const { reasons, mitigations, upheld } = proposal;
  const said: [boolean, ProblemCode, string][] = [
    [reasons.trim() === "", "REQUIRED", "reasons"], [reasons.length > LONGEST.reasons, "TOO_LONG", "reasons"],
    [mitigations.some((code) => !ladder.mitigations.list.some((each) => each.code === code)), "UNKNOWN_MITIGATION", "mitigations"],
    [upheld.some((code) => !charges.some((charge) => charge.code === code)), "NO_CLAUSE", "upheld"],
  ];
  return [...faultsOf(said), ...(proposal.outcome === "SANCTION" ? sanctionFaults(proposal, ladder) : [])];
}

/** A sanction rests on a clause and is one the ladder knows; what it comes down to must be one that can be imposed. */
function sanctionFaults(proposal: Proposal, ladder: ProceduralLadder): Fault[] {
  const step = ladder.steps.find(({ code }) => code === proposal.step);
  if (proposal.upheld.length === 0) return [{ code: "NO_CLAUSE", path: "upheld" }];
  if (step === undefined) return [{ code: "REQUIRED", path: "step" }];
  if (!step.enabled) return [{ code: "STEP_NOT_ENABLED", path: "step" }];
  return termFaults(proposal, mitigated(ladder, step, proposal.mitigations).step);
}

function termFaults({ months, amount, legalBasis }: Proposal, { months: term, legalBasisRequired, code }: ProceduralStep): Fault[] {
  const penalty = code === "MONETARY_PENALTY";
  return faultsOf([
    [term !== null && months === null, "REQUIRED", "months"],
    [term !== null && months !== null && (months < term.least || months > term.most), "OUT_OF_RANGE", "months"],
    [legalBasisRequired && (legalBasis ?? "").trim() === "", "NO_LEGAL_BASIS", "legalBasis"],
    [(legalBasis ?? "").length > LONGEST.legalBasis, "TOO_LONG", "legalBasis"],
    [penalty && amount === null, "REQUIRED", "amount"],
  ]);
}

/** A sanction as a panel imposes it. */
export interface Imposed extends Mitigated {
  /** Null for a step without a term. */
  months: number | null;
  /** Null for a step that is no penalty in money. */
  amount: string | null;
}

/** What a sound proposal comes down to; null for a dismissal. Throws for a step the ladder does not know. */
export function imposedBy({ outcome, step: proposed, mitigations, months, amount }: Proposal, ladder: ProceduralLadder): Imposed | null {
  if (outcome === "DISMISSED") return null;
  const step = ladder.steps.find(({ code }) => code === proposed);
  if (step === undefined) throw new Error(`The ladder knows no step ${String(proposed)}.`);
  const reached = mitigated(ladder, step, mitigations);
  return { ...reached, months: reached.step.months && months, amount: reached.step.code === "MONETARY_PENALTY" ? amount : null };
}

const faultsOf = (checks: readonly [boolean, ProblemCode, string][]): Fault[] =>
  checks.filter(([holds]) => holds).map(([, code, path]) => ({ code, path }));
