import type { Context } from "./context.ts";

/** The version of a document in effect on the association's today; null before the first. */
export async function documentInForce<Definition>(ctx: Context, code: string): Promise<Definition | null> {
  const row = await ctx.row<{ definition: Definition }>(
    `select definition from published_document where code = $1 and effective_from <= $2::timestamptz::date order by effective_from desc, version desc limit 1`,
    [code, ctx.now],
  );
  return row?.definition ?? null;
}
