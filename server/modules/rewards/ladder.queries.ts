import type { Context } from "../../platform/context.ts";
import { defineLoader } from "../../platform/loaders.ts";
import { documentInForce } from "../../platform/published-document.ts";
import type { RewardLadder } from "./reward-ladder.rules.ts";

export const LADDER = "reward-ladder";

/** What the association has decided about rewards, as it holds today. Throws when the reference data was never applied. */
export async function ladderInForce(ctx: Context): Promise<RewardLadder> {
  const ladder = await documentInForce<RewardLadder>(ctx, LADDER);
  if (!ladder) throw new Error("Nothing is decided about rewards: apply the reference data first.");
  return ladder;
}

const byVersion = defineLoader<number, RewardLadder | null>(async (ctx, versions) => {
  const rows = await ctx.rows<{ version: number; definition: RewardLadder }>("select version, definition from published_document where code = $1 and version = any($2::int[])", [LADDER, versions]);
  return new Map(rows.map(({ version, definition }) => [version, definition]));
}, null);

/** The ladder a reward or a round goes by. Throws for a version that is not there: none is ever removed. */
export async function ladderOf(ctx: Context, version: number): Promise<RewardLadder> {
  const ladder = await ctx.load(byVersion, version);
  if (!ladder) throw new Error(`The reward ladder has no version ${version}.`);
  return ladder;
}
