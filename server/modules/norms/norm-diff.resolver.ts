import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Language } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { LanguageEnum } from "../../platform/graphql/scalars.ts";
import { NormComparisonObject } from "./norm-diff.object.ts";
import { normDiff } from "./norm-diff.rules.ts";
import { chaptersByVersion, normVersionById } from "./norm.queries.ts";

@Resolver(() => NormComparisonObject)
export class NormComparisonResolver {
  @May("PUBLIC")
  @Query(() => NormComparisonObject, { nullable: true, description: "Two versions of one norm side by side; null when the viewer may not read both, or they are of two norms." })
  async normComparison(
    @Ctx() ctx: Context,
    @Arg("from", () => ID, { description: "The first version." }) from: string,
    @Arg("to", () => ID, { description: "The second version." }) to: string,
    @Arg("language", () => LanguageEnum, { description: "Which language is compared." }) language: Language,
  ) {
    const [first, second] = await Promise.all([ctx.load(normVersionById, from), ctx.load(normVersionById, to)]);
    if (first === null || second === null || first.normId !== second.normId) return null;
    const [before, after] = await Promise.all([ctx.load(chaptersByVersion, from), ctx.load(chaptersByVersion, to)]);
    return { from: first, to: second, language, ...normDiff({ ...first, chapters: before }, { ...second, chapters: after }, language) };
  }
}
