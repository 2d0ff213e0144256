import { problemCodes } from "../../server/kernel/problem-codes.ts";
import { type JournalService, sealJournal } from "../../server/modules/journal/index.ts";
import { handle } from "../../server/platform/jobs.ts";

/** Seals the journal; one that does not hold fails until it is given up, where operators see it. */
export const sealJournalProcessor = (journals: JournalService) =>
  handle(sealJournal, async (_, { ctx }) => {
    const outcome = await ctx.inTransaction((tx) => journals.seal(tx));
    if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => problemCodes[code]).join(" "));
  });
