import { handle } from "../../server/platform/jobs.ts";
import { enterCredit, type LedgerService } from "../../server/modules/credit/index.ts";

/** Enters in the credit ledger what a source has of a record; run again, it changes nothing. */
export const enterCreditProcessor = (ledger: LedgerService) =>
  handle(enterCredit, async (wanted, { ctx }) => {
    await ctx.inTransaction((tx) => ledger.enterOf(tx, wanted));
  });
