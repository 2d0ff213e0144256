import { issueCertificate, sweepCertificates, unissued } from "../../server/modules/certificates/index.ts";
import { type Order, order } from "../../server/platform/events.ts";
import { handle } from "../../server/platform/jobs.ts";
import { done } from "../../server/platform/outcome.ts";
import { reviveOrders } from "../orders.ts";

/** Orders again what was earned and never issued, whatever became of the first order. */
export const sweepCertificatesProcessor = () =>
  handle(sweepCertificates, async (_, { ctx }) => {
    await ctx.inTransaction(async (tx) => {
      const missing = await unissued(tx);
      const orders: Order[] = missing.map(({ assessmentId }) => order(issueCertificate, { assessmentId }));
      return done(await reviveOrders(tx, orders));
    });
  });
