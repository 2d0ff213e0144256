import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import type { Permission } from "../identity/index.ts";
import { AssessmentObject, AssessmentPeriodObject, RoundObject } from "./assessment.object.ts";
import { type AssessmentRow, assessmentsOfMember } from "./assessment.queries.ts";
import type { AssessmentService } from "./assessment.service.ts";
import { daysLate, isOverdue } from "./round.rules.ts";
import { IndicatorObject, SchemeObject } from "./scheme.object.ts";
import { type OpenRound, openRounds, type Round, schemeInForce, schemeOfVersion } from "./scheme.queries.ts";
import { type SchemeSheet, sheetOf } from "./scheme-sheet.rules.ts";
import { IndicatorScoreObject, ScoreObject } from "./score.object.ts";
import type { ScoreSheet } from "./score-sheet.rules.ts";

const groupArg = () => Arg("group", () => ID, { nullable: true, description: "Only this group's; absent means all." });

/** What the association asks, and how it judges: open to everybody. */
@Resolver(() => RoundObject)
export class SchemeResolver {
  constructor(private readonly assessments: AssessmentService) {}

  @May("PUBLIC")
  @Query(() => SchemeObject, { nullable: true, description: "How service quality is judged; null when there is no such version, or none in force." })
  async scheme(@Ctx() ctx: Context, @Arg("version", () => Int, { nullable: true, description: "Which version; absent means the one in force today." }) version: number | null) {
    const wanted = version ?? (await schemeInForce(ctx, this.assessments.dayOf(ctx.now)))?.version;
    const scheme = wanted === undefined ? null : await ctx.load(schemeOfVersion, wanted);
    return scheme && sheetOf(scheme);
  }

  @May<Permission>("assessment:read")
  @Query(() => [RoundObject], { description: "Rounds that have opened, the latest period first; for a member those it is asked for, having belonged from their first day, and those it has begun." })
  assessmentRounds(@Ctx() ctx: Context) {
    return openRounds(ctx, this.assessments.dayOf(ctx.now), ctx.actor.memberId);
  }

  @FieldResolver(() => AssessmentPeriodObject, { description: "The days it is about." })
  period(@Root() { period, from, to }: Round): AssessmentPeriodObject {
    return { code: period, from, to };
  }

  @FieldResolver(() => AssessmentObject, { nullable: true, description: "The viewer's own assessment in this round; null before it is begun, and for those who act for no member." })
  assessment(@Root() { period }: Round, @Ctx() ctx: Context) {
    return ownOf(ctx, period);
  }

  @FieldResolver(() => Int, { nullable: true, description: "Days since the due day while the viewer's own was begun and never handed in, or, in the latest round that is over, never begun; null when it is not late, and for those who act for no member." })
  async daysLate(@Root() round: OpenRound, @Ctx() ctx: Context) {
    if (ctx.actor.memberId === null) return null;
    const today = this.assessments.dayOf(ctx.now);
    const own = await ownOf(ctx, round.period);
    const isLate = own === null ? round.isLastDue : isOverdue(own, today);
    return isLate ? daysLate(round.dueOn, today) : null;
  }
}

async function ownOf(ctx: Context, period: string): Promise<AssessmentRow | null> {
  const own = ctx.actor.memberId === null ? [] : await ctx.load(assessmentsOfMember, ctx.actor.memberId);
  return own.find((row) => row.period === period) ?? null;
}

/** The indicators of a scheme, and of a reckoning, in the scheme's order. */
@Resolver(() => SchemeObject)
export class SchemeIndicatorsResolver {
  @FieldResolver(() => [IndicatorObject], { description: "Its indicators in order." })
  indicators(@Root() { indicators }: SchemeSheet, @groupArg() group: string | null) {
    return inGroup(indicators, group);
  }
}

@Resolver(() => ScoreObject)
export class ScoreIndicatorsResolver {
  @FieldResolver(() => [IndicatorScoreObject], { description: "The indicators in the scheme's order." })
  indicators(@Root() { indicators }: ScoreSheet, @groupArg() group: string | null) {
    return inGroup(indicators, group);
  }
}

function inGroup<Item extends { group: string }>(items: readonly Item[], group: string | null | undefined): readonly Item[] {
  return items.filter((item) => item.group === (group ?? item.group));
}
