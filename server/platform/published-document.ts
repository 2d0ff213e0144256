import type { Context } from "./context.ts";
import { defineLoader } from "./loaders.ts";

const inForce = defineLoader<string, object | null>(async (ctx, codes) => {
  const rows = await ctx.rows<{ code: string; definition: object }>(
    `select distinct on (code) code, definition from published_document where code = any($1::text[]) and effective_from <= $2::timestamptz::date
     order by code, effective_from desc, version desc`,
    [codes, ctx.now],
  );
  return new Map(rows.map(({ code, definition }) => [code, definition]));
}, null);

/** The version of a document in effect on the association's today, read once however often it is asked for; null before the first. */
export const documentInForce = <Definition extends object>(ctx: Context, code: string): Promise<Definition | null> => ctx.load(inForce, code) as Promise<Definition | null>;
