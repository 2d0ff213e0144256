import { forgetLapsed, forgetLapsedAccess } from "../../server/modules/identity/index.ts";
import { forgetOldKeys } from "../../server/platform/idempotency.ts";
import { handle } from "../../server/platform/jobs.ts";
import { done } from "../../server/platform/outcome.ts";

/** Forgets what has served its time: ended sessions, old attempts to sign in, answers kept for a repetition. */
export const forgetLapsedProcessor = () =>
  handle(forgetLapsed, async (_, { ctx }) => {
    await ctx.inTransaction(async (tx) => done((await forgetLapsedAccess(tx)) + (await forgetOldKeys(tx))));
  });
