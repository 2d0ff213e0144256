import type { Batch } from "./batches.ts";
import type { Context } from "./context.ts";
import { defineLoader } from "./loaders.ts";

type InForce = Batch<Context, "now", object | null>;

/** One for each document, so that a request reads each once, whatever else it asks for meanwhile. */
const loaders = new Map<string, InForce>();

function loaderOf(code: string): InForce {
  const known = loaders.get(code);
  if (known) return known;
  const loader: InForce = defineLoader<"now", object | null>(async (ctx) => {
    const row = await ctx.row<{ definition: object }>(
      "select definition from published_document where code = $1 and effective_from <= $2::timestamptz::date order by effective_from desc, version desc limit 1", [code, ctx.now],
    );
    return new Map(row ? [["now" as const, row.definition]] : []);
  }, null);
  loaders.set(code, loader);
  return loader;
}

/** The version of a document in effect on the association's today, read once however often it is asked for; null before the first. */
export const documentInForce = <Definition extends object>(ctx: Context, code: string): Promise<Definition | null> => ctx.load(loaderOf(code), "now") as Promise<Definition | null>;
