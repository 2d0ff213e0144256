import { type NormDefinition, NormService, type PledgeDefinition, PledgeService } from "../../server/modules/norms/index.ts";
import type { Norm, Pledge } from "./norm.ts";
import { each, type ReferencePart } from "./part.ts";

const ZONE_OF_NO_MATTER = "UTC";

export const normsPart: ReferencePart = {
  name: "norms",
  enter: (tx, { norms }) => each(norms, ({ norm }) => new NormService().enter(tx, normDefinition(norm))),
};

export const pledgesPart: ReferencePart = {
  name: "pledge",
  enter: (tx, { norms }) => each(norms, ({ pledge }) => new PledgeService(ZONE_OF_NO_MATTER).enter(tx, pledgeDefinition(pledge))),
};

/** What stands in the reference files has been adopted. */
const normDefinition = ({ id, version, effectiveFrom, reviewDue, title, preamble, externalNorms, chapters }: Norm): NormDefinition => ({
  code: id,
  version,
  state: "ADOPTED",
  inForceOn: effectiveFrom,
  reviewDueOn: reviewDue.on,
  title,
  preamble,
  externalNorms,
  chapters: chapters.map((chapter) => ({
    code: chapter.id,
    title: chapter.title,
    articles: chapter.articles.map((article) => ({ code: article.id, title: article.title, text: article.text })),
  })),
});

const pledgeDefinition = ({ version, effectiveFrom, resignBy, title, preamble, clauses, consent }: Pledge): PledgeDefinition => ({
  version,
  state: "ADOPTED",
  inForceOn: effectiveFrom,
  signBy: resignBy.on,
  title,
  preamble,
  consent,
  clauses: clauses.map((clause) => ({
    code: clause.id,
    title: clause.title,
    duty: clause.duty,
    prohibited: clause.prohibited,
    checkedBy: clause.checkedBy,
  })),
});
