import { entities } from "./entities.ts";
import { isDay } from "./kernel/period.ts";
import { type Recomputed, RecomputeService } from "./modules/credit/index.ts";
import { system } from "./platform/actor.ts";
import type { ServerConfig } from "./platform/config.ts";
import { Context } from "./platform/context.ts";
import { openDatabase } from "./platform/database.ts";

/**
 * Reckons anew the grade a member had at an instant, or at the end of a day of the association; null where it had none. Throws RangeError for text
 * that is neither.
 */
export async function recomputeGrade(config: ServerConfig, memberId: string, at: string): Promise<Recomputed | null> {
  const until = isDay(at) ? `${at} 23:59:59.999` : instantOf(at);
  const source = await openDatabase({ url: config.databaseUrl, entities, zone: config.zone, poolSize: 2 });
  const ctx = new Context({ source, actor: system, requestId: "credit-recompute" });
  try {
    return await new RecomputeService().recompute(ctx, memberId, until);
  } finally {
    await ctx.endReads();
    await source.destroy();
  }
}

function instantOf(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new RangeError(`"${text}" is no day and no instant; write 2026-11-29 or 2026-11-29T08:00:00Z.`);
  return at.toISOString();
}
