import { handle } from "../../server/platform/jobs.ts";
import { type AuditService, runAudit } from "../../server/modules/supervision/index.ts";

/** Judges the members of a run, a batch a transaction; killed at any moment it goes on with the first batch not done. */
export const runAuditProcessor = (audits: AuditService) =>
  handle(runAudit, async ({ runId }, { ctx, progress }) => {
    const opened = await ctx.inTransaction((tx) => audits.open(tx, runId));
    if (!opened.ok) return;
    let done = opened.value.batchesDone;
    for (;;) {
      const judged = await ctx.inTransaction((tx) => audits.judgeBatch(tx, runId));
      if (!judged.ok || !judged.value) break;
      await progress((done += 1), opened.value.batches);
    }
    await ctx.inTransaction((tx) => audits.complete(tx, runId));
  });
