import type { Localized } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { chaptersByVersion, norms, pledgeClause, pledgeInForce, versionInForce, versionsByNorm } from "../norms/index.ts";

/** A clause of the pledge or an article of a norm, in the version in force on a day. */
export interface CitedClause {
  code: string;
  version: string;
  title: Localized;
}

/** Finds a clause such as `C3`, or an article such as `N2.4`, as it stood on a day; null when nothing of that code was in force. */
export async function citedClause(ctx: Context, code: string, day: string): Promise<CitedClause | null> {
  const pledge = await pledgeInForce(ctx, day);
  const clause = pledge && (await pledgeClause(ctx, pledge.id, code));
  if (clause) return { code, version: pledge.id, title: clause.title };
  for (const { id } of await norms(ctx)) {
    const version = versionInForce(await ctx.load(versionsByNorm, id), day);
    const articles = version ? (await ctx.load(chaptersByVersion, version.id)).flatMap((chapter) => chapter.articles) : [];
    const article = articles.find((one) => one.code === code);
    if (version && article) return { code, version: version.id, title: article.title };
  }
  return null;
}
