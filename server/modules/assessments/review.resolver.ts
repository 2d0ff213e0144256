import { Arg, Args, Ctx, Field, ID, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import type { Permission } from "../identity/index.ts";
import { AssessmentAdjustInput, AssessmentConfirmInput, AssessmentConnection, AssessmentObject, AssessmentReturnInput } from "./assessment.object.ts";
import { AssessmentAdjustPayload, AssessmentConfirmPayload, AssessmentReturnPayload } from "./assessment.payloads.ts";
import { assessmentById, type AssessmentRow } from "./assessment.queries.ts";
import { keyed, payload } from "./assessment.resolver.ts";
import type { AssessmentService } from "./assessment.service.ts";
import { assessmentQueue, type Precedence, queueCounts, queueNeighbours, QueueTab } from "./queue.queries.ts";
import type { ReviewService } from "./review.service.ts";

registerEnumType(QueueTab, {
  name: "AssessmentQueueTab",
  description: "One tab of the officers' queue.",
  valuesConfig: {
    TO_REVIEW: { description: "Handed in, the longest waiting first; of what came on one day, the fast lane first." },
    CHANGES_REQUESTED: { description: "Given back to members, the longest first." },
    CONFIRMED: { description: "Judged, the latest first." },
    OVERDUE: { description: "Begun, not handed in, and past the due day." },
  },
});

@ObjectType("AssessmentQueueCount", { description: "How many wait in a tab." })
class QueueCountObject {
  @Field(() => QueueTab, { description: "The tab." }) tab: QueueTab;
  @Field(() => Int, { description: "How many." }) count: number;
}

@ObjectType("AssessmentNeighbours", { description: "What stands before and after an assessment in a tab." })
class NeighboursObject {
  @Field(() => AssessmentObject, { nullable: true, description: "The one before; null at the beginning." }) previous: AssessmentRow | null;
  @Field(() => AssessmentObject, { nullable: true, description: "The one after; null at the end." }) next: AssessmentRow | null;
}

const everyTab = Object.keys(QueueTab) as QueueTab[];
const tabArg = () => Arg("tab", () => QueueTab, { description: "Which tab." });
const idArg = () => Arg("id", () => ID, { description: "Which assessment." });

/** What the officer does. */
@Resolver()
export class ReviewResolver {
  /** `precedes` says who goes before others. */
  constructor(private readonly assessments: AssessmentService, private readonly reviews: ReviewService, private readonly precedes: Precedence) {}

  @May<Permission>("assessment:review")
  @Query(() => AssessmentConnection, { description: "The officers' queue, one tab at a time." })
  assessmentQueue(@Ctx() ctx: Context, @tabArg() tab: QueueTab, @Args(() => ConnectionArgs) page: ConnectionArgs) {
    return assessmentQueue(ctx, tab, this.precedes, this.today(ctx), page);
  }

  @May<Permission>("assessment:review")
  @Query(() => [QueueCountObject], { description: "How many wait in each tab; OVERDUE also counts what was never begun, as `assessmentsOverdue` lists it." })
  assessmentQueueCounts(@Ctx() ctx: Context, @Arg("tabs", () => [QueueTab], { nullable: true, description: "Only these; absent means all." }) tabs: QueueTab[] | null) {
    return queueCounts(ctx, this.today(ctx), tabs ?? everyTab);
  }

  @May<Permission>("assessment:review")
  @Query(() => NeighboursObject, { description: "What stands before and after an assessment in a tab, to go on without returning to the list." })
  async assessmentNeighbours(@Ctx() ctx: Context, @idArg() id: string, @tabArg() tab: QueueTab) {
    const { previous, next } = await queueNeighbours(ctx, id, tab, this.precedes, this.today(ctx));
    const load = (neighbour: string | null) => (neighbour === null ? null : ctx.load(assessmentById, neighbour));
    return { previous: load(previous), next: load(next) };
  }

  @May<Permission>("assessment:review")
  @Mutation(() => AssessmentAdjustPayload, { description: "Puts other figures or another proof in force for a reason; the member's own stay beside them. A stale revision is a CONFLICT." })
  async assessmentAdjust(@Ctx() ctx: Context, @idArg() id: string, @Arg("input", () => AssessmentAdjustInput, { description: "What to put in force." }) input: AssessmentAdjustInput) {
    const adjustment = { ...input, inputs: input.inputs ? keyed(input.inputs) : null, proof: input.proof ?? null };
    return payload(ctx, id, await ctx.inTransaction((tx) => this.reviews.adjust(tx, id, adjustment)));
  }

  @May<Permission>("assessment:review")
  @Mutation(() => AssessmentReturnPayload, { description: "Gives it back to the member, with a reason for each answer to be changed. A stale revision is a CONFLICT." })
  async assessmentReturn(@Ctx() ctx: Context, @idArg() id: string, @Arg("input", () => AssessmentReturnInput, { description: "What to change." }) input: AssessmentReturnInput) {
    return payload(ctx, id, await ctx.inTransaction((tx) => this.reviews.return(tx, id, input)));
  }

  @May<Permission>("assessment:confirm")
  @Mutation(() => AssessmentConfirmPayload, { description: "Judges the answers in force under their scheme, for good; a stale revision is a CONFLICT, so that only what was seen is confirmed." })
  async assessmentConfirm(@Ctx() ctx: Context, @idArg() id: string, @Arg("input", () => AssessmentConfirmInput, { description: "What is confirmed." }) input: AssessmentConfirmInput) {
    return payload(ctx, id, await ctx.inTransaction((tx) => this.reviews.confirm(tx, id, input)));
  }

  private readonly today = (ctx: Context): string => this.assessments.dayOf(ctx.now);
}
