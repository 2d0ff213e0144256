import { clearUnattachedFiles, type EvidenceService } from "../../server/modules/assessments/index.ts";
import { handle } from "../../server/platform/jobs.ts";

/** Clears away what nobody attached: first the records, then the bytes that no record names any more. */
export const clearUnattachedFilesProcessor = (evidence: EvidenceService) =>
  handle(clearUnattachedFiles, async (_, { ctx }) => {
    for (;;) {
      const outcome = await ctx.inTransaction((tx) => evidence.clearUnattached(tx));
      const cleared = outcome.ok ? outcome.value : [];
      if (cleared.length === 0) return;
      for (const file of cleared) await ctx.inTransaction((tx) => evidence.forget(tx, file));
    }
  });
