import { type Answers, indicatorsOf, type Inputs, type ProofLevel, type Scheme } from "./scheme.rules.ts";

interface OfIndicator {
  indicator: string;
}

/** What lies beside the answers of one assessment. */
export interface Beside<Evidence extends OfIndicator, Adjustment extends OfIndicator, Note extends OfIndicator> {
  evidence: readonly Evidence[];
  adjustments: readonly (Adjustment & { oldInputs: Inputs; newInputs: Inputs })[];
  notes: readonly (Note & { notedAt: Date })[];
  /** When it was last given back to the member who still has it; else null. */
  openSince: Date | null;
}

/** One sheet for each indicator of the scheme, answered or not: the member's figures, the reviewer's, and all that belongs to them. */
export function answerSheets<E extends OfIndicator, A extends OfIndicator, N extends OfIndicator>(scheme: Scheme, answers: Answers, beside: Beside<E, A, N>) {
  return indicatorsOf(scheme).map(({ id }) => {
    const answer = answers[id];
    const own = (row: OfIndicator) => row.indicator === id;
    return {
      indicator: id,
      inputs: listed(answer?.inputs ?? {}),
      adjustedInputs: answer?.adjusted ? listed(answer.adjusted.inputs) : [],
      notApplicableReason: answer?.notApplicable?.reason ?? null,
      proof: answer?.proof ?? ("SELF_DECLARED" satisfies ProofLevel),
      evidence: beside.evidence.filter(own),
      adjustments: beside.adjustments.filter(own).map((row) => ({ ...row, oldInputs: listed(row.oldInputs), newInputs: listed(row.newInputs) })),
      notes: beside.notes.filter(own).map((note) => ({ ...note, open: beside.openSince !== null && note.notedAt >= beside.openSince })),
    };
  });
}

const listed = (inputs: Inputs) => Object.entries(inputs).map(([code, value]) => ({ code, value }));
