import { clearUnattachedFiles, type EvidenceService } from "../../server/modules/assessments/index.ts";
import type { HandedInFiles } from "../../server/platform/handed-in-files.ts";
import { handle } from "../../server/platform/jobs.ts";
import type { Context } from "../../server/platform/context.ts";

/** Clears away what nobody attached, keeper by keeper: first the records, then the bytes that no record names any more. */
export const clearUnattachedFilesProcessor = (...keepers: (EvidenceService | HandedInFiles)[]) =>
  handle(clearUnattachedFiles, async (_, { ctx }) => {
    for (const keeper of keepers) while (await clearSome(ctx, keeper));
  });

/** Clears some files of a keeper; answers whether there were any. */
async function clearSome(ctx: Context, keeper: EvidenceService | HandedInFiles): Promise<boolean> {
  const outcome = await ctx.inTransaction((tx) => keeper.clearUnattached(tx));
  const cleared = outcome.ok ? outcome.value : [];
  for (const file of cleared) await ctx.inTransaction((tx) => keeper.forget(tx, file));
  return cleared.length > 0;
}
