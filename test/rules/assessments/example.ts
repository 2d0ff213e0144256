import { readFileSync } from "node:fs";

import { indicatorsOf, readScheme } from "../../../server/modules/assessments/index.ts";
import type { Answer, Answers, Indicator, Inputs, ProofLevel, Scheme } from "../../../server/modules/assessments/index.ts";

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../seeds/reference/${path}`, import.meta.url), "utf8"));

/** A fresh copy of the scheme's file, to be broken by a test. */
export const schemeFile = (): Scheme => json("schemes/service-quality.v1.json") as Scheme;

const read = readScheme(schemeFile());
if ("faults" in read) throw new Error(JSON.stringify(read.faults));
export const scheme = read.scheme;

export const halfYear = { from: "2026-01-01", to: "2026-06-30" };

/** A fresh copy of the published example: complete and valid. */
export const exampleAnswers = (): Answers => (json("examples/answers.json") as { answers: Answers }).answers;

export const indicator = (id: string): Indicator => {
  const found = indicatorsOf(scheme).find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

export const answer = (inputs: Inputs, proof: ProofLevel = "VERIFIED"): Answer => ({ inputs, proof });

/** The example with some inputs of one indicator typed anew. */
export function exampleWith(id: string, inputs: Inputs, proof?: ProofLevel): Answers {
  const answers = exampleAnswers();
  const before = answers[id];
  if (!before) throw new Error(`no ${id}`);
  return { ...answers, [id]: { ...before, proof: proof ?? before.proof, inputs: { ...before.inputs, ...inputs } } };
}
