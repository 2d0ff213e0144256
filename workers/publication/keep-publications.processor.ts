import { keepPublications, type PublicationService } from "../../server/modules/publication/index.ts";
import type { Context } from "../../server/platform/context.ts";
import { handle } from "../../server/platform/jobs.ts";
import type { Outcome } from "../../server/platform/outcome.ts";

/** Places what lost orders left out, and then says what began and ended, some at a time until there is nothing left. */
export const keepPublicationsProcessor = (publications: PublicationService) =>
  handle(keepPublications, async (_, { ctx, signal }) => {
    const untilNothingIsLeft = async (work: (tx: Context) => Promise<Outcome<number>>) => {
      for (let done = 1; done > 0; ) {
        signal.throwIfAborted();
        const outcome = await ctx.inTransaction(work);
        done = outcome.ok ? outcome.value : 0;
      }
    };
    await untilNothingIsLeft((tx) => publications.place(tx));
    await untilNothingIsLeft((tx) => publications.tell(tx));
  });
