import { drawCaseNotice, type EnforcementService, settleCases, withoutPaper } from "../../server/modules/supervision/index.ts";
import { order } from "../../server/platform/events.ts";
import { handle } from "../../server/platform/jobs.ts";
import { done } from "../../server/platform/outcome.ts";
import { reviveOrders } from "../orders.ts";

const AT_ONCE = 100;

/** Does what the day asks of decisions, some at a time, and orders the notices that are missing; run again, it changes nothing. */
export const settleCasesProcessor = (enforcement: EnforcementService, atOnce = AT_ONCE) =>
  handle(settleCases, async (_, { ctx, signal }) => {
    for (let after: string | null = ""; after !== null; ) {
      signal.throwIfAborted();
      const from: string = after;
      const outcome = await ctx.inTransaction((tx) => enforcement.settleNext(tx, from, atOnce));
      after = outcome.ok ? outcome.value : null;
    }
    await ctx.inTransaction(async (tx) => {
      const missing = await withoutPaper(tx, AT_ONCE);
      return done(await reviveOrders(tx, missing.map((subjectId) => order(drawCaseNotice, { subjectId }))));
    });
  });
