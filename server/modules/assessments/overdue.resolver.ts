import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { Connection, ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { DateScalar } from "../../platform/graphql/scalars.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import { memberById } from "../members/index.ts";
import { AssessmentObject, AssessmentPeriodObject } from "./assessment.object.ts";
import { assessmentById } from "./assessment.queries.ts";
import type { AssessmentService } from "./assessment.service.ts";
import { type Overdue, overdueAssessments } from "./overdue.queries.ts";
import { daysLate } from "./round.rules.ts";

@ObjectType("OverdueAssessment", { description: "What a member owes past the due day, whether it was begun or not." })
class OverdueObject {
  @Field(() => DateScalar, { description: "The last day to hand it in on time." }) dueOn: string;
}

const OverdueConnection = Connection(OverdueObject);

/** Who is late. */
@Resolver(() => OverdueObject)
export class OverdueResolver {
  constructor(private readonly assessments: AssessmentService) {}

  @May<Permission>("assessment:review")
  @Query(() => OverdueConnection, { description: "What members have not handed in by the due day, the longest overdue first; also what they never began." })
  assessmentsOverdue(@Ctx() ctx: Context, @Args(() => ConnectionArgs) page: ConnectionArgs) {
    return overdueAssessments(ctx, this.assessments.dayOf(ctx.now), page);
  }

  @FieldResolver(() => MemberObject, { description: "Whose it is." })
  member(@Root() { memberId }: Overdue, @Ctx() ctx: Context) {
    return ctx.load(memberById, memberId);
  }

  @FieldResolver(() => AssessmentPeriodObject, { description: "The days it is about." })
  period(@Root() { period, from, to }: Overdue): AssessmentPeriodObject {
    return { code: period, from, to };
  }

  @FieldResolver(() => Int, { description: "Days since the due day." })
  daysLate(@Root() { dueOn }: Overdue, @Ctx() ctx: Context) {
    return daysLate(dueOn, this.assessments.dayOf(ctx.now));
  }

  @FieldResolver(() => AssessmentObject, { nullable: true, description: "What was begun; null when nothing was." })
  assessment(@Root() { assessmentId }: Overdue, @Ctx() ctx: Context) {
    return assessmentId === null ? null : ctx.load(assessmentById, assessmentId);
  }
}
