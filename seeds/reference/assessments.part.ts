import { SchemeService } from "../../server/modules/assessments/index.ts";
import { DocumentService } from "../../server/modules/norms/index.ts";
import { each, type ReferencePart } from "./part.ts";

export const schemesPart: ReferencePart = {
  name: "service quality schemes",
  enter: (tx, { schemes }) => each(schemes, (scheme) => new SchemeService().enter(tx, scheme)),
};

/** The decision first: rounds changed under the same version are refused before any is opened. */
export const roundsPart: ReferencePart = {
  name: "assessment rounds",
  enter: async (tx, { assessmentRounds }) => {
    const decided = await new DocumentService().enter(tx, assessmentRounds);
    return decided.ok ? each(assessmentRounds.rounds, (round) => new SchemeService().open(tx, round)) : decided;
  },
};
