import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { MemberObject } from "../members/api.ts";
import type { Member } from "../members/index.ts";
import { judge, type Judged } from "./criteria.rules.ts";
import { effectsByMember } from "./effects.queries.ts";
import { figuresByMember } from "./figures.queries.ts";
import { EffectInForceObject, LadderObject, OutlookObject } from "./ladder.object.ts";
import { ladderInForce } from "./ladder.queries.ts";
import { type Criterion, filled, type RewardEffect } from "./reward-ladder.rules.ts";
import { RewardObject } from "./reward.object.ts";
import { rewardsByMember, rewardsShown } from "./reward.queries.ts";

/** A criterion, an effect, or how a firm stands to a criterion, in words that can be read. */
export const criterionInWords = ({ code, atLeast, words }: Criterion) => ({ code, atLeast: atLeast ?? null, words: filled(words, "atLeast", atLeast) });
export const effectInWords = <Effect extends RewardEffect>(effect: Effect): Effect => ({ ...effect, words: filled(effect.words, "value", effect.value) });
export const standingInWords = ({ criterion, figure, met }: Judged) => ({ ...criterionInWords(criterion), figure, met });

@Resolver(() => LadderObject)
export class LadderResolver {
  @May("PUBLIC")
  @Query(() => LadderObject, { description: "What rewards there are, what they ask and what they bring." })
  async rewardLadder(@Ctx() ctx: Context) {
    const { kinds, ...ladder } = await ladderInForce(ctx);
    const steps = kinds.map(({ given, criteria, effects, ...step }) => ({ ...step, yearly: given === "ROUND", criteria: criteria.map(criterionInWords), effects: effects.map(effectInWords) }));
    return { ...ladder, steps };
  }
}

/** What a member looks like from here; lower modules know nothing of rewards. */
@Resolver(() => MemberObject)
export class MemberRewardsResolver {
  @FieldResolver(() => [RewardObject], { description: `Its ${rewardsShown} latest rewards, those taken back among them; what is only proposed is not.` })
  rewards(@Root() { id }: Member, @Ctx() ctx: Context) {
    return ctx.load(rewardsByMember, id);
  }

  @FieldResolver(() => [EffectInForceObject], { description: "What its rewards bring it today, of each effect the strongest; nothing while it is suspended, or sanctioned and not repaired." })
  async rewardEffects(@Root() { id }: Member, @Ctx() ctx: Context) {
    return (await ctx.load(effectsByMember, id)).map(effectInWords);
  }

  @FieldResolver(() => [OutlookObject], { description: "What it has and lacks today for each reward that is given by a yearly round." })
  async rewardOutlook(@Root() { id }: Member, @Ctx() ctx: Context) {
    const [{ kinds }, figures] = await Promise.all([ladderInForce(ctx), ctx.load(figuresByMember, id)]);
    return kinds.filter(({ given }) => given === "ROUND" && figures !== null).map(({ code, name, criteria }) => {
      const judged = figures === null ? [] : judge(criteria, figures);
      return { kind: code, name, qualified: judged.every(({ met }) => met), criteria: judged.map(standingInWords) };
    });
  }
}
