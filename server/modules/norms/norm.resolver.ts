import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { Norm } from "./norm.entity.ts";
import { mayDecide, mayJudge, mayWrite } from "./norm-draft.policy.ts";
import { NormChapterObject, NormObject, NormVersionObject } from "./norm.object.ts";
import { chaptersByVersion, normById, norms, normVersionById, versionsByNorm, type VersionRow } from "./norm.queries.ts";
import { versionInForce } from "./norm.rules.ts";
import { isReviewDue, NormStanding, standingOn } from "./norm-standing.rules.ts";
import type { PledgeService } from "./pledge.service.ts";

nodeOf("nrm", NormObject, "PUBLIC", (ctx, id) => ctx.load(normById, id));
nodeOf("nmv", NormVersionObject, "PUBLIC", (ctx, id) => ctx.load(normVersionById, id));

export const NormVersionViewerMay = ViewerMay<VersionRow>(NormVersionObject, { "norm:draft": mayWrite, "norm:adopt": mayDecide, "norm:judge": mayJudge });

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

  @FieldResolver(() => NormVersionObject, { nullable: true, description: "The version being made; null when there is none the viewer may read." })
  async inMaking(@Root() norm: Norm, @Ctx() ctx: Context) {
    return (await ctx.load(versionsByNorm, norm.id)).find(({ state }) => state !== "ADOPTED") ?? null;
  }

  @FieldResolver(() => Boolean, { description: "Whether the day has come by which the association looks at it again; false before the first version in force." })
  async isReviewDue(@Root() norm: Norm, @Ctx() ctx: Context) {
    const today = this.pledges.today(ctx);
    const inForce = versionInForce(await ctx.load(versionsByNorm, norm.id), today);
    return inForce !== null && isReviewDue(inForce, today);
  }

  @FieldResolver(() => [NormVersionObject], { description: "All versions the viewer may read, newest first." })
  versions(@Root() norm: Norm, @Ctx() ctx: Context) {
    return ctx.load(versionsByNorm, norm.id);
  }
}

@Resolver(() => NormVersionObject)
export class NormVersionResolver {
  constructor(private readonly pledges: PledgeService) {}

  @FieldResolver(() => NormStanding, { description: "Where it stands today." })
  async standing(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return standingOn(version, await ctx.load(versionsByNorm, version.normId), this.pledges.today(ctx));
  }

  @FieldResolver(() => NormObject, { nullable: true, description: "The norm it is a version of; null when the viewer may not read it." })
  norm(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return ctx.load(normById, version.normId);
  }

  @FieldResolver(() => [NormChapterObject], { description: "Its chapters, in order." })
  chapters(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return ctx.load(chaptersByVersion, version.id);
  }
}
