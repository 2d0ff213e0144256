import { handle } from "../../server/platform/jobs.ts";
import { type LedgerService, sweepCredit } from "../../server/modules/credit/index.ts";

/** Enters whatever the credit ledger lacks, some hundred members a transaction, until the last. */
export const sweepCreditProcessor = (ledger: LedgerService) =>
  handle(sweepCredit, async (_, { ctx, signal }) => {
    for (let after: string | null = ""; after !== null; ) {
      signal.throwIfAborted();
      const from: string = after;
      const entered = await ctx.inTransaction((tx) => ledger.enterNext(tx, from));
      after = entered.ok ? entered.value : null;
    }
  });
