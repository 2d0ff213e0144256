import { forgetLapsed, forgetLapsedAccess } from "../../server/modules/identity/index.ts";
import { forgetOldKeys } from "../../server/platform/idempotency.ts";
import { handle } from "../../server/platform/jobs.ts";
import { done } from "../../server/platform/outcome.ts";
import { forgetDoneOrders } from "../orders.ts";
import { forgetRelayedFacts } from "../relay.ts";

const forgetting = [forgetLapsedAccess, forgetOldKeys, forgetDoneOrders, forgetRelayedFacts];

/** Forgets what has served its time: ended sessions, old attempts to sign in, answers kept for a repetition, work and facts long dealt with. */
export const forgetLapsedProcessor = () =>
  handle(forgetLapsed, async (_, { ctx }) => {
    for (const forget of forgetting) await ctx.inTransaction(async (tx) => done(await forget(tx)));
  });
