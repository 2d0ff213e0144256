import { DocumentService } from "../../server/modules/norms/index.ts";
import { each, type ReferencePart } from "./part.ts";

/** What the association has decided besides its norms, schemes and rules. */
export const documentsPart: ReferencePart = {
  name: "sanction ladder, roles, working days, terms of membership and of applications, reminders, reward ladder, terms of publication",
  enter: (tx, { sanctionLadders, roles, workingDays, membershipTerms, applicationTerms, pledgeChasing, rewardLadder, publicationTerms }) =>
    each([...sanctionLadders, roles, workingDays, membershipTerms, ...applicationTerms, pledgeChasing, rewardLadder, publicationTerms], (document) => new DocumentService().enter(tx, document)),
};
