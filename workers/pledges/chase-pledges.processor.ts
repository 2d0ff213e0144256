import { chasePledges, type PledgePublishingService } from "../../server/modules/norms/index.ts";
import { handle } from "../../server/platform/jobs.ts";

/** So many reminders at most in one transaction. */
const AT_ONCE = 500;

/** Notes the reminders to sign whose day has come, some at a time until none is left. */
export const chasePledgesProcessor = (publishing: PledgePublishingService, atOnce = AT_ONCE) =>
  handle(chasePledges, async (_, { ctx }) => {
    for (let noted = atOnce; noted === atOnce; ) {
      const outcome = await ctx.inTransaction((tx) => publishing.chase(tx, atOnce));
      noted = outcome.ok ? outcome.value.length : 0;
    }
  });
