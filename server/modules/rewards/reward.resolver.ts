import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import { memberById } from "../members/index.ts";
import { honours, honourYears } from "./honour.queries.ts";
import { EffectObject } from "./ladder.object.ts";
import { ladderOf } from "./ladder.queries.ts";
import { effectInWords } from "./ladder.resolver.ts";
import { RewardKind, stepOf } from "./reward-ladder.rules.ts";
import {
  HonourConnection, HonourYearObject, RewardChangeObject, RewardClauseObject, RewardConfirmPayload, RewardConnection, RewardDeclinePayload, RewardFilterInput, RewardObject,
  RewardProposeInput, RewardProposePayload, RewardRevokePayload,
} from "./reward.object.ts";
import { mayDecide, mayRead, mayRevoke } from "./reward.policy.ts";
import { changesByReward, rewardById, type RewardRow, rewards } from "./reward.queries.ts";
import type { RewardService } from "./reward.service.ts";
import type { Reward } from "./reward.entity.ts";

const readable = async (ctx: Context, id: string): Promise<RewardRow | null> => {
  const reward = await ctx.load(rewardById, id);
  return reward && mayRead(ctx.actor, reward) ? reward : null;
};

nodeOf("rwd", RewardObject, "reward:read", readable);

export const RewardViewerMay = ViewerMay<RewardRow>(RewardObject, { "reward:read": mayRead, "reward:confirm": mayDecide, "reward:revoke": mayRevoke });

const idArg = () => Arg("id", () => ID, { description: "Which reward." });
const reasonArg = (who: string) => Arg("reason", () => String, { description: `Why; ${who}` });

@Resolver(() => RewardObject)
export class RewardResolver {
  constructor(private readonly service: RewardService) {}

  @May<Permission>("reward:read")
  @Query(() => RewardObject, { nullable: true, description: "One reward; null when there is none, or none the viewer may see." })
  reward(@Ctx() ctx: Context, @idArg() id: string) {
    return readable(ctx, id);
  }

  @May<Permission>("reward:read")
  @Query(() => RewardConnection, { description: "Rewards, latest proposed first: everybody's for the association, what they were given for members." })
  rewards(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("filter", () => RewardFilterInput, { nullable: true, description: "Which of them; absent means all." }) filter: RewardFilterInput | null,
  ) {
    return rewards(ctx, filter ?? {}, page);
  }

  @May<Permission>("reward:propose")
  @Mutation(() => RewardProposePayload, { description: "Proposes to commend a firm for a deed; somebody else confirms it." })
  async rewardPropose(
    @Ctx() ctx: Context,
    @Arg("memberId", () => ID, { description: "Which firm." }) memberId: string,
    @Arg("input", () => RewardProposeInput, { description: "What for." }) input: RewardProposeInput,
  ) {
    return this.answer(ctx, await ctx.inTransaction((tx) => this.service.propose(tx, memberId, input)));
  }

  @May<Permission>("reward:confirm")
  @Mutation(() => RewardConfirmPayload, { description: "Gives what somebody else proposed, from today on." })
  async rewardConfirm(@Ctx() ctx: Context, @idArg() id: string) {
    return this.answer(ctx, await ctx.inTransaction((tx) => this.service.confirm(tx, id)));
  }

  @May<Permission>("reward:confirm")
  @Mutation(() => RewardDeclinePayload, { description: "Declines what somebody else proposed." })
  async rewardDecline(@Ctx() ctx: Context, @idArg() id: string, @reasonArg("the association reads it.") reason: string) {
    return this.answer(ctx, await ctx.inTransaction((tx) => this.service.decline(tx, id, reason)));
  }

  @May<Permission>("reward:revoke")
  @Mutation(() => RewardRevokePayload, { description: "Takes back what is in force, with everything it brings." })
  async rewardRevoke(@Ctx() ctx: Context, @idArg() id: string, @reasonArg("the firm reads it.") reason: string) {
    return this.answer(ctx, await ctx.inTransaction((tx) => this.service.revoke(tx, id, reason)));
  }

  @FieldResolver(() => MemberObject, { description: "The firm." })
  member(@Root() reward: RewardRow, @Ctx() ctx: Context) {
    return ctx.load(memberById, reward.memberId);
  }

  @FieldResolver(() => RewardClauseObject, { nullable: true, description: "The clause or article it honours; null for what a round gave." })
  clause(@Root() { clause: code, clauseTitle: title }: RewardRow) {
    return code === null || title === null ? null : { code, title };
  }

  @FieldResolver(() => [RewardChangeObject], { description: "Its life, step by step." })
  changes(@Root() reward: RewardRow, @Ctx() ctx: Context) {
    return ctx.load(changesByReward, reward.id);
  }

  @FieldResolver(() => [EffectObject], { description: "What it brings, by the version of the ladder it goes by." })
  async effects(@Root() reward: RewardRow, @Ctx() ctx: Context) {
    return stepOf(await ladderOf(ctx, reward.ladderVersion), reward.kind).effects.map(effectInWords);
  }

  /** The reward as it stands after the act. */
  private async answer(ctx: Context, outcome: Outcome<Reward>) {
    return { reward: outcome.ok ? await ctx.load(rewardById, outcome.value.id) : null, problems: problemsOf(outcome) };
  }
}

/** What everybody may know. */
@Resolver()
export class HonourResolver {
  @May("PUBLIC")
  @Query(() => HonourConnection, { description: "What was given in a year and not taken back, by kind and then in the order of the members' numbers." })
  honours(
    @Ctx() ctx: Context,
    @Arg("year", () => Int, { description: "Which year." }) year: number,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("kind", () => RewardKind, { nullable: true, description: "Only this kind; absent means all." }) kind: RewardKind | null,
  ) {
    return honours(ctx, year, kind ?? null, page);
  }

  @May("PUBLIC")
  @Query(() => [HonourYearObject], { description: "The years in which anything was given, latest first." })
  honourYears(@Ctx() ctx: Context) {
    return honourYears(ctx);
  }
}
