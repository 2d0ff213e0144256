import { SchemeService } from "../../server/modules/assessments/index.ts";
import { each, type ReferencePart } from "./part.ts";

export const schemesPart: ReferencePart = {
  name: "service quality schemes",
  enter: (tx, { schemes }) => each(schemes, (scheme) => new SchemeService().enter(tx, scheme)),
};

export const roundsPart: ReferencePart = {
  name: "assessment rounds",
  enter: (tx, { assessmentRounds }) => each(assessmentRounds.rounds, (round) => new SchemeService().open(tx, round)),
};
