import type { Period } from "../../kernel/period.ts";
import type { InputProblem } from "./input-problem.rules.ts";
import { isBetweenFigures, withoutImpossible } from "./pair.rules.ts";
import { type Answer, type Answers, indicatorsOf, type Inputs, type ProofLevel, type Scheme } from "./scheme.rules.ts";
import { draftProblems } from "./validity.rules.ts";

/** What a member typed for one indicator. A reason, even an empty one, says that the indicator does not apply. */
export interface AnswerChange {
  indicator: string;
  inputs: Inputs;
  notApplicableReason: string | null;
}

export interface Saved {
  answers: Answers;
  /** Faults at the fields of these changes; a field at fault keeps what it held before. */
  problems: InputProblem[];
  changed: boolean;
}

/** Longest reason why an indicator does not apply. */
export const longestReason = 500;

/**
 * Takes over what a member typed, field by field. A malformed figure leaves its field as it was; a part above its whole leaves
 * its indicator as it was; totals that disagree stay as typed, since the other one may be the wrong one.
 */
export function saveAnswers(scheme: Scheme, answers: Answers, period: Period, typedIn: readonly AnswerChange[], backed: ReadonlySet<string>): Saved {
  const { changes, strangers } = known(scheme, typedIn);
  const proof = (indicator: string): ProofLevel => proofWithout(backed, indicator);
  const typed = changes.reduce<Answers>((all, change) => ({ ...all, [change.indicator]: typedAnswer(answers[change.indicator], change, proof) }), answers);
  const faults = [...tooLong(changes), ...draftProblems(scheme, typed, period)]
    .filter((fault) => !isBetweenFigures(fault) && changes.some(({ indicator }) => isOf(indicator, fault.path)));
  const wellFormed = changes.reduce<Answers>((all, { indicator }) => keep(all, indicator, answers[indicator], typed[indicator], faults), answers);
  const { answers: kept, problems: impossible } = withoutImpossible(scheme, answers, wellFormed, period);
  return { answers: kept, problems: [...strangers, ...together(changes, faults, impossible)], changed: JSON.stringify(kept) !== JSON.stringify(answers) };
}

/**
 * What is said of each indicator: its malformed figures, else what cannot be, else what may stand. A figure held back may be why
 * another one no longer fits, and what was taken back disagrees with nothing.
 */
function together(changes: readonly AnswerChange[], faults: readonly InputProblem[], impossible: readonly InputProblem[]): InputProblem[] {
  const without = (some: readonly InputProblem[], others: readonly InputProblem[]) => {
    const said = changes.filter(({ indicator }) => others.some(({ path }) => isOf(indicator, path)));
    return some.filter(({ path }) => !said.some(({ indicator }) => isOf(indicator, path)));
  };
  const pairs = without(impossible, faults.filter(({ code }) => !harmless.has(code)));
  return [...without(faults, pairs), ...pairs];
}

/** Parts what the scheme asks for from what it has never heard of. */
function known(scheme: Scheme, typedIn: readonly AnswerChange[]): { changes: AnswerChange[]; strangers: InputProblem[] } {
  const codes = new Map(indicatorsOf(scheme).map(({ id, inputs }) => [id, new Set(inputs.map(({ code }) => code))]));
  const isKnown = (indicator: string, code: string) => codes.get(indicator)?.has(code) === true;
  return {
    changes: typedIn
      .filter(({ indicator }) => codes.has(indicator))
      .map((change) => ({ ...change, inputs: Object.fromEntries(Object.entries(change.inputs).filter(([code]) => isKnown(change.indicator, code))) })),
    strangers: typedIn.flatMap(({ indicator, inputs }): InputProblem[] =>
      codes.has(indicator)
        ? Object.keys(inputs).filter((code) => !isKnown(indicator, code)).map((code) => ({ code: "UNKNOWN_INPUT", path: `answers.${indicator}.${code}` }))
        : [{ code: "UNKNOWN_INDICATOR", path: `answers.${indicator}` }]),
  };
}

const isOf = (indicator: string, path: string): boolean => path === `answers.${indicator}` || path.startsWith(`answers.${indicator}.`);

/** The weakest proof that the evidence supports; a reviewer's word ends with the figures it was given for. */
const proofWithout = (backed: ReadonlySet<string>, indicator: string): ProofLevel => (backed.has(indicator) ? "DOCUMENT_BACKED" : "SELF_DECLARED");

/** A change of figures ends a reviewer's adjustment and verification; the same figures typed again do not. */
function typedAnswer(before: Answer | undefined, { indicator, inputs, notApplicableReason }: AnswerChange, proof: (indicator: string) => ProofLevel): Answer {
  const merged = { ...before?.inputs, ...(notApplicableReason === null ? blankAsNull(inputs) : {}) };
  const applies = notApplicableReason === null ? {} : { notApplicable: { reason: notApplicableReason.trim() } };
  const after: Answer = { inputs: merged, ...applies, proof: proof(indicator) };
  return before !== undefined && isSame(before, after) ? before : after;
}

const blankAsNull = (inputs: Inputs): Inputs =>
  Object.fromEntries(Object.entries(inputs).map(([code, text]) => [code, text === null || text.trim() === "" ? null : text.trim()]));

const isSame = (before: Answer, after: Answer): boolean =>
  before.notApplicable?.reason === after.notApplicable?.reason &&
  Object.keys(after.inputs).every((code) => (before.inputs[code] ?? null) === (after.inputs[code] ?? null));

const tooLong = (changes: readonly AnswerChange[]): InputProblem[] =>
  changes.flatMap(({ indicator, notApplicableReason }) =>
    (notApplicableReason?.length ?? 0) > longestReason ? [{ code: "TOO_LONG" as const, path: `answers.${indicator}.notApplicable.reason` }] : []);

/** Codes that do not stop a figure from being kept: nothing is missing for good in a draft, and either total may be the wrong one. */
const harmless: ReadonlySet<InputProblem["code"]> = new Set(["TOTALS_DISAGREE", "REQUIRED"]);

function keep(all: Answers, indicator: string, before: Answer | undefined, after: Answer | undefined, problems: readonly InputProblem[]): Answers {
  const refused = new Set(problems.filter(({ code, path }) => isOf(indicator, path) && !harmless.has(code)).map(({ path }) => path));
  const wholly = [`answers.${indicator}`, `answers.${indicator}.notApplicable`, `answers.${indicator}.notApplicable.reason`];
  if (after === undefined || wholly.some((path) => refused.has(path))) return all;
  const held = (code: string) => (refused.has(`answers.${indicator}.${code}`) ? before?.inputs[code] : after.inputs[code]);
  const inputs = Object.fromEntries(Object.keys(after.inputs).flatMap((code) => (held(code) === undefined ? [] : [[code, held(code) ?? null]])));
  const answer = { ...after, inputs };
  return { ...all, [indicator]: before !== undefined && isSame(before, answer) ? before : answer };
}
