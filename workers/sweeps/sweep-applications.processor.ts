import { type ApplicationEvidenceService, type RetentionService, sweepApplications } from "../../server/modules/applications/index.ts";
import { handle } from "../../server/platform/jobs.ts";

/** So many applications at most in one transaction. */
const AT_ONCE = 200;

/** Notes what has lapsed and erases what has served its time, some at a time: first the records, then the bytes that no record names any more. */
export const sweepApplicationsProcessor = (retentions: RetentionService, evidence: ApplicationEvidenceService, atOnce = AT_ONCE) =>
  handle(sweepApplications, async (_, { ctx }) => {
    for (let lapsed = atOnce; lapsed === atOnce; ) {
      const outcome = await ctx.inTransaction((tx) => retentions.lapse(tx, atOnce));
      lapsed = outcome.ok ? outcome.value : 0;
    }
    for (let erased = atOnce; erased === atOnce; ) {
      const outcome = await ctx.inTransaction((tx) => retentions.erase(tx, atOnce));
      const digests = outcome.ok ? outcome.value.digests : [];
      for (const digest of digests) await ctx.inTransaction((tx) => evidence.forget(tx, digest));
      erased = outcome.ok ? outcome.value.erased : 0;
    }
    await ctx.inTransaction((tx) => retentions.forgetAttempts(tx));
  });
