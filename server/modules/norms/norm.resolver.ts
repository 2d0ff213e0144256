import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import type { Norm, NormVersion } from "./norm.entity.ts";
import { NormChapterObject, NormObject, NormVersionObject } from "./norm.object.ts";
import { chaptersByVersion, normById, norms, normVersionById, versionsByNorm } from "./norm.queries.ts";
import { versionInForce } from "./norm.rules.ts";
import type { PledgeService } from "./pledge.service.ts";

nodeOf("nrm", NormObject, "PUBLIC", (ctx, id) => ctx.load(normById, id));
nodeOf("nmv", NormVersionObject, "PUBLIC", (ctx, id) => ctx.load(normVersionById, id));

@Resolver(() => NormObject)
export class NormResolver {
  constructor(private readonly pledges: PledgeService) {}

  @May("PUBLIC")
  @Query(() => [NormObject], { description: "The norms of the association, in the order of their codes." })
  norms(@Ctx() ctx: Context) {
    return norms(ctx);
  }

  @May("PUBLIC")
  @Query(() => NormObject, { nullable: true, description: "One norm; null when there is none." })
  norm(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which one." }) id: string) {
    return ctx.load(normById, id);
  }

  @FieldResolver(() => NormVersionObject, { nullable: true, description: "The version that binds today; null before the first." })
  async inForce(@Root() norm: Norm, @Ctx() ctx: Context) {
    return versionInForce(await ctx.load(versionsByNorm, norm.id), this.pledges.today(ctx));
  }

  @FieldResolver(() => [NormVersionObject], { description: "All versions the viewer may read, newest first." })
  versions(@Root() norm: Norm, @Ctx() ctx: Context) {
    return ctx.load(versionsByNorm, norm.id);
  }
}

@Resolver(() => NormVersionObject)
export class NormVersionResolver {
  @FieldResolver(() => NormObject, { nullable: true, description: "The norm it is a version of; null when the viewer may not read it." })
  norm(@Root() version: NormVersion, @Ctx() ctx: Context) {
    return ctx.load(normById, version.normId);
  }

  @FieldResolver(() => [NormChapterObject], { description: "Its chapters, in order." })
  chapters(@Root() version: NormVersion, @Ctx() ctx: Context) {
    return ctx.load(chaptersByVersion, version.id);
  }
}
