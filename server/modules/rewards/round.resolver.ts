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
import { judge } from "./criteria.rules.ts";
import { CriterionStandingObject } from "./ladder.object.ts";
import { ladderOf } from "./ladder.queries.ts";
import { criterionInWords, standingInWords } from "./ladder.resolver.ts";
import type { RewardRound } from "./reward.entity.ts";
import { stepOf } from "./reward-ladder.rules.ts";
import { mayConfirmRound, mayWorkOn } from "./reward.policy.ts";
import { CandidateStanding } from "./reward.rules.ts";
import {
  CandidateConnection, CandidateObject, CandidateStrikePayload, CriterionTallyObject, RecheckObject, RoundConfirmPayload, RoundConnection, RoundDropPayload, RoundObject, RoundOpenInput,
  RoundOpenPayload, StrikeObject,
} from "./round.object.ts";
import { type CandidateRow, candidates, roundById, rounds, storedByRound, strikesByRound, unmetByRound } from "./round.queries.ts";
import type { RewardRoundService } from "./round.service.ts";

nodeOf("rwr", RoundObject, "reward:review", (ctx, id) => ctx.load(roundById, id));

export const RoundViewerMay = ViewerMay<RewardRound>(RoundObject, { "reward:select": mayWorkOn, "reward:confirm": mayConfirmRound });

const idArg = () => Arg("id", () => ID, { description: "Which round." });

const criteriaOf = async (ctx: Context, { ladderVersion, kind }: RewardRound) => stepOf(await ladderOf(ctx, ladderVersion), kind).criteria;

@Resolver(() => RoundObject)
export class RoundResolver {
  constructor(private readonly service: RewardRoundService) {}

  @May<Permission>("reward:review")
  @Query(() => RoundObject, { nullable: true, description: "One yearly round; null when there is none." })
  rewardRound(@Ctx() ctx: Context, @idArg() id: string) {
    return ctx.load(roundById, id);
  }

  @May<Permission>("reward:review")
  @Query(() => RoundConnection, { description: "The yearly rounds, latest opened first." })
  rewardRounds(@Ctx() ctx: Context, @Args(() => ConnectionArgs) page: ConnectionArgs) {
    return rounds(ctx, page);
  }

  @May<Permission>("reward:review")
  @Query(() => CandidateConnection, { description: "The firms of a round, those that qualify first, then in the order of their numbers." })
  rewardCandidates(
    @Ctx() ctx: Context,
    @Arg("roundId", () => ID, { description: "Of which round." }) roundId: string,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("standing", () => CandidateStanding, { nullable: true, description: "Only those that stand so; absent means all." }) standing: CandidateStanding | null,
  ) {
    return candidates(ctx, roundId, standing ?? null, page);
  }

  @May<Permission>("reward:select")
  @Mutation(() => RoundOpenPayload, { description: "Opens a round: judges every member as it stands now." })
  async rewardRoundOpen(@Ctx() ctx: Context, @Arg("input", () => RoundOpenInput, { description: "Which one." }) input: RoundOpenInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.service.open(tx, input)));
  }

  @May<Permission>("reward:select")
  @Mutation(() => CandidateStrikePayload, { description: "Strikes a firm that qualifies from an open round." })
  async rewardCandidateStrike(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which candidate." }) id: string,
    @Arg("reason", () => String, { description: "Why; it is kept with the round." }) reason: string,
  ) {
    const outcome = await ctx.inTransaction((tx) => this.service.strike(tx, id, reason));
    return { candidate: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }

  @May<Permission>("reward:confirm")
  @Mutation(() => RoundConfirmPayload, { description: "Gives whoever an open round selected its reward, and makes it public." })
  async rewardRoundConfirm(@Ctx() ctx: Context, @idArg() id: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.service.confirm(tx, id)));
  }

  @May<Permission>("reward:select")
  @Mutation(() => RoundDropPayload, { description: "Closes an open round without giving anything." })
  async rewardRoundDrop(@Ctx() ctx: Context, @idArg() id: string, @Arg("reason", () => String, { description: "Why; it is kept with the round." }) reason: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.service.drop(tx, id, reason)));
  }

  @FieldResolver(() => Int, { description: "How many of those that qualified were struck." })
  async struck(@Root() round: RewardRound, @Ctx() ctx: Context) {
    return (await ctx.load(strikesByRound, round.id)).count;
  }

  @FieldResolver(() => [CriterionTallyObject], { description: "How many firms meet each criterion, in the ladder's order." })
  async tallies(@Root() round: RewardRound, @Ctx() ctx: Context) {
    const [criteria, unmet] = await Promise.all([criteriaOf(ctx, round), ctx.load(unmetByRound, round.id)]);
    return criteria.map((criterion) => ({ criterion: criterionInWords(criterion), met: round.candidates - (unmet.find(({ code }) => code === criterion.code)?.count ?? 0) }));
  }

  @FieldResolver(() => RecheckObject, { description: "What comes of judging its firms anew from the figures and the ladder's version it stored." })
  async recheck(@Root() round: RewardRound, @Ctx() ctx: Context): Promise<RecheckObject> {
    const [criteria, stored] = await Promise.all([criteriaOf(ctx, round), ctx.load(storedByRound, round.id)]);
    const differing = stored.filter(({ figures, unmet }) => judge(criteria, figures).filter(({ met }) => !met).map(({ criterion }) => criterion.code).join() !== unmet.join());
    return { judged: stored.length, differing: differing.length };
  }
}

@Resolver(() => CandidateObject)
export class CandidateResolver {
  @FieldResolver(() => MemberObject, { description: "The firm." })
  member(@Root() candidate: CandidateRow, @Ctx() ctx: Context) {
    return ctx.load(memberById, candidate.memberId);
  }

  @FieldResolver(() => StrikeObject, { nullable: true, description: "That it was struck; null while it was not." })
  strike(@Root() { struckFor: reason, struckAt: at }: CandidateRow): StrikeObject | null {
    return reason === null || at === null ? null : { reason, at };
  }

  @FieldResolver(() => [CriterionStandingObject], { description: "How it stood to each criterion when the round was opened." })
  async criteria(@Root() candidate: CandidateRow, @Ctx() ctx: Context) {
    const round = await ctx.load(roundById, candidate.roundId);
    if (round === null) throw new Error(`Candidate ${candidate.id} is of no round.`);
    return judge(await criteriaOf(ctx, round), candidate.figures).map(standingInWords);
  }
}

const payloadOf = (outcome: Outcome<RewardRound>) => ({ round: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });
