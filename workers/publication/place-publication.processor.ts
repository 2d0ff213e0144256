import { placePublication, type PublicationService } from "../../server/modules/publication/index.ts";
import { handle } from "../../server/platform/jobs.ts";

/** Fixes the days of a decision in force; run again, it changes nothing. */
export const placePublicationProcessor = (publications: PublicationService) =>
  handle(placePublication, async ({ decisionId }, { ctx }) => {
    await ctx.inTransaction((tx) => publications.place(tx, decisionId));
  });
