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
      // A batch lost with the database is judged again, for what it found is lost with it; the end of the run takes all batches to the disk.
      const judged = await ctx.inTransaction((tx) => audits.judgeBatch(tx, runId), { durable: false });
      if (judged.ok && judged.value && judged.value.done < judged.value.all) {
        await progress(judged.value.done, judged.value.all);
        continue;
      }
      const run = await ctx.inTransaction((tx) => audits.complete(tx, runId));
      if (!run.ok || run.value.state === "DONE") return;
      await progress(run.value.batchesDone, run.value.batches);
      await pause(OTHERS_MS);
    }
  });
