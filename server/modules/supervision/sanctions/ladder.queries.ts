import type { Context } from "../../../platform/context.ts";
import { defineLoader } from "../../../platform/loaders.ts";
import { documentInForce } from "../../../platform/published-document.ts";
import { isProcedural, type ProceduralLadder, type SanctionLadder } from "./ladder.rules.ts";

/** A version of the ladder by which cases are conducted, whenever it held. Throws for one that is none. */
export async function ladderOf(ctx: Context, version: number): Promise<ProceduralLadder> {
  const ladder = await ctx.load(byVersion, version);
  if (ladder === null || !isProcedural(ladder)) throw new Error(`No case can be conducted by version ${version} of the ladder.`);
  return ladder;
}

/** The ladder in force by which a case is opened; null while there is none. */
export async function ladderInForce(ctx: Context): Promise<ProceduralLadder | null> {
  const ladder = await documentInForce<SanctionLadder>(ctx, "sanction-ladder");
  return ladder !== null && isProcedural(ladder) ? ladder : null;
}

const byVersion = defineLoader<number, SanctionLadder | null>(async (ctx, versions) => {
  const rows = await ctx.rows<{ definition: SanctionLadder }>("select definition from published_document where code = 'sanction-ladder' and version = any($1::integer[])", [versions]);
  return new Map(rows.map(({ definition }) => [definition.version, definition]));
}, null);
