import type { Answers, ProofLevel } from "../../server/modules/assessments/index.ts";

export type Variant = Answers;

const proofs: readonly ProofLevel[] = ["SELF_DECLARED", "DOCUMENT_BACKED", "VERIFIED"];

/** Whole-number variations of example answers: better and worse figures, weaker and stronger proof. The same every time. */
export function variantsOf(example: Answers, count: number): Variant[] {
  return Array.from({ length: count }, (_, number) =>
    Object.fromEntries(
      Object.entries(example).map(([indicator, answer], place) => {
        const [numerator] = Object.keys(answer.inputs);
        const inputs = Object.fromEntries(
          Object.entries(answer.inputs).map(([code, value]) => [code, code === numerator && value !== null ? lowered(value, (number * 7 + place * 3) % 40) : value]),
        );
        return [indicator, { ...answer, inputs, proof: proofs[(number + place) % proofs.length] ?? answer.proof }];
      }),
    ),
  );
}

/** A figure lowered by so many percent of itself, as whole as it was. */
function lowered(value: string, percent: number): string {
  const places = value.split(".")[1]?.length ?? 0;
  const scale = 10 ** places;
  return (Math.floor((Math.round(Number(value) * scale) * (100 - percent)) / 100) / scale).toFixed(places);
}
