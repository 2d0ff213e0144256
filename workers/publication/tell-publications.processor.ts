import { type PublicationService, tellPublications } from "../../server/modules/publication/index.ts";
import { handle } from "../../server/platform/jobs.ts";

/** Tells what a repair or an appeal took down; run again, it has nothing to say. */
export const tellPublicationsProcessor = (publications: PublicationService) =>
  handle(tellPublications, async (_, { ctx }) => {
    await ctx.inTransaction((tx) => publications.tell(tx));
  });
