import { GraphQLError } from "graphql";
import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { DecimalScalar } from "../../platform/graphql/scalars.ts";
import { Weighs } from "../../platform/graphql/weighs.ts";
import type { Permission } from "../identity/index.ts";
import { memberById } from "../members/index.ts";
import { mayReadFile } from "./entry.policy.ts";
import { CreditScoreObject, CreditSimulationInput, GradeChangeObject, GradeChangePartObject } from "./explanation.object.ts";
import type { ExplanationService } from "./explanation.service.ts";
import { ComplianceGradeObject, CreditSchemeObject } from "./grade.object.ts";
import type { StoredGrade } from "./grade.queries.ts";
import { toldScheme } from "./tell-scheme.rules.ts";

const MOST_SUPPOSED = 20;

@ObjectType("CreditSimulation", { description: "What would become of a member's grade; reckoned, and nothing of it stored." })
export class CreditSimulationObject {
  @Field(() => CreditSchemeObject, { description: "The version of the scheme that is applied." }) scheme: CreditSchemeObject;
  @Field(() => CreditScoreObject, { description: "The grade as it would be given now." }) today: CreditScoreObject;
  @Field(() => CreditScoreObject, { description: "The grade as it would be if what is supposed had happened." }) supposed: CreditScoreObject;
  @Field(() => DecimalScalar, { description: "By how much the score would be another; nought where one of the two has none." }) difference: string;
  @Field(() => [GradeChangePartObject], { description: "By what, greatest first." }) parts: GradeChangePartObject[];
}

@Resolver(() => ComplianceGradeObject)
export class GradeExplanationResolver {
  constructor(private readonly explanations: ExplanationService) {}

  @May<Permission>("grade:read")
  @Query(() => CreditSimulationObject, { nullable: true, description: "What would change a member's grade; null when there is no such member, or none the viewer may see." })
  @Weighs(3_000)
  async creditSimulation(
    @Ctx() ctx: Context,
    @Arg("memberId", () => ID, { description: "Whose grade." }) memberId: string,
    @Arg("input", () => CreditSimulationInput, { description: "What is supposed." }) input: CreditSimulationInput,
  ) {
    if (Math.max(input.entries.length, input.settled.length) > MOST_SUPPOSED)
      throw new GraphQLError(`At most ${MOST_SUPPOSED} of each are supposed at once.`, { extensions: { code: "BAD_USER_INPUT" } });
    if (!mayReadFile(ctx.actor, { memberId }) || (await ctx.load(memberById, memberId)) === null) return null;
    const simulated = await this.explanations.simulate(ctx, memberId, input);
    return simulated && { ...simulated, scheme: toldScheme(simulated.scheme) };
  }

  @FieldResolver(() => CreditScoreObject, { nullable: true, description: "What it is made of, down to the entries; null for a grade given before there was a ledger." })
  @Weighs(1_500)
  explanation(@Root() grade: StoredGrade, @Ctx() ctx: Context) {
    return this.explanations.explain(ctx, grade);
  }

  @FieldResolver(() => GradeChangeObject, { nullable: true, description: "What changed since the grade before it; null where there is none, or one of the two has no score." })
  @Weighs(3_000)
  change(@Root() grade: StoredGrade, @Ctx() ctx: Context) {
    return this.explanations.change(ctx, grade);
  }
}
