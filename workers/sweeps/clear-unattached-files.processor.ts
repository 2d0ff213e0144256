import { clearUnattachedFiles } from "../../server/modules/assessments/index.ts";
import type { Context } from "../../server/platform/context.ts";
import { handle } from "../../server/platform/jobs.ts";
import type { Outcome } from "../../server/platform/outcome.ts";

interface ClearedFile {
  id: string;
  memberId: string;
  digest: string;
}

/** Who keeps files of members, each for records of its own. */
interface Keeper {
  clearUnattached: (tx: Context) => Promise<Outcome<ClearedFile[]>>;
  forget: (tx: Context, file: ClearedFile) => Promise<Outcome<null>>;
}

/** Clears away what nobody attached: first the records, then the bytes that no record names any more. */
export const clearUnattachedFilesProcessor = (...keepers: Keeper[]) =>
  handle(clearUnattachedFiles, async (_, { ctx }) => {
    for (const keeper of keepers) await clear(ctx, keeper);
  });

async function clear(ctx: Context, keeper: Keeper): Promise<void> {
  for (;;) {
    const outcome = await ctx.inTransaction((tx) => keeper.clearUnattached(tx));
    const cleared = outcome.ok ? outcome.value : [];
    if (cleared.length === 0) return;
    for (const file of cleared) await ctx.inTransaction((tx) => keeper.forget(tx, file));
  }
}
