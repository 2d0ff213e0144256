import { setTimeout as pause } from "node:timers/promises";
import { type AuditService, runAudit } from "../../server/modules/supervision/index.ts";
import { handle } from "../../server/platform/jobs.ts";

const OTHERS_MS = 250;

/**
 * Judges the members of a run, a batch a transaction; stopped between two or killed at any moment, it goes on with the first batch not done.
 * A batch another worker has in hand is waited for: the order is done only when the run is.
 */
export const runAuditProcessor = (audits: AuditService) =>
  handle(runAudit, async ({ runId }, { ctx, progress, signal }) => {
    const opened = await ctx.inTransaction((tx) => audits.open(tx, runId));
    if (!opened.ok) return;
    for (;;) {
      signal.throwIfAborted();
      const judged = await ctx.inTransaction((tx) => audits.judgeBatch(tx, runId));
      const run = await ctx.inTransaction((tx) => audits.complete(tx, runId));
      if (!run.ok || run.value.state === "DONE") return;
      await progress(run.value.batchesDone, run.value.batches);
      if (judged.ok && !judged.value) await pause(OTHERS_MS);
    }
  });
