import { filePledgeReceipt, signaturesWithoutReceipt, sweepPledgeReceipts } from "../../server/modules/norms/index.ts";
import { type Order, order } from "../../server/platform/events.ts";
import { handle } from "../../server/platform/jobs.ts";
import { done } from "../../server/platform/outcome.ts";
import { reviveOrders } from "../orders.ts";

const AT_ONCE = 500;

/** Orders again the paper of every signature that has none, whatever became of the first order. */
export const sweepPledgeReceiptsProcessor = () =>
  handle(sweepPledgeReceipts, async (_, { ctx }) => {
    await ctx.inTransaction(async (tx) => {
      const missing = await signaturesWithoutReceipt(tx, AT_ONCE);
      const orders: Order[] = missing.map((signatureId) => order(filePledgeReceipt, { signatureId }));
      return done(await reviveOrders(tx, orders));
    });
  });
