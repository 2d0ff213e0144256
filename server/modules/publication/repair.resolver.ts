import { Arg, Args, type ClassType, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { Outcome } from "../../platform/outcome.ts";
import { type Clock, type Pause, readClock } from "../calendar/index.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import { memberById } from "../members/index.ts";
import { PublicationObject } from "./publication.object.ts";
import { publicationById } from "./publication.queries.ts";
import type { PublicationService } from "./publication.service.ts";
import {
  RepairClockObject, RepairConnection, RepairFeedbackNotePayload, RepairFileInput, RepairFilePayload, RepairFollowUpInput, RepairFollowUpPayload, RepairGrantInput, RepairGrantPayload,
  RepairObject, RepairRefuseInput, RepairRefusePayload, RepairReturnInput, RepairReturnObject, RepairReturnPayload, RepairStatementObject, RepairWithdrawPayload,
} from "./repair.object.ts";
import type { Judging, RepairDecisionService } from "./repair-decision.service.ts";
import { mayDecide, mayFollowUp, mayRead, mayReturn } from "./repair.policy.ts";
import { calendarToday, pausesByRepair, type Repair, repairById, repairs, statementsByRepair } from "./repair.queries.ts";
import { RepairTab } from "./repair.rules.ts";
import type { RepairService } from "./repair.service.ts";

const readable = async (ctx: Context, id: string): Promise<Repair | null> => {
  const repair = await ctx.load(repairById, id);
  return repair && mayRead(ctx.actor, repair) ? repair : null;
};

nodeOf("rep", RepairObject, "repair:read", readable);

export const RepairViewerMay = ViewerMay<Repair>(RepairObject, {
  "repair:read": mayRead,
  "repair:file": mayFollowUp,
  "repair:handle": (actor, repair) => mayReturn(actor, repair) || (actor.scope === "all" && repair.decidedAt !== null && repair.toldAt === null),
  "repair:decide": mayDecide,
});

const which = () => Arg("id", () => ID, { description: "Which application." });
const judgement = (type: ClassType<Judging>) => Arg("input", () => type, { description: "What was read, and why." });

@Resolver(() => RepairObject)
export class RepairResolver {
  constructor(private readonly service: RepairService, private readonly decisions: RepairDecisionService, private readonly publications: PublicationService) {}

  @May<Permission>("repair:read")
  @Query(() => RepairObject, { nullable: true, description: "One application; null when there is none, or none the viewer may see." })
  repair(@Ctx() ctx: Context, @which() id: string) {
    return readable(ctx, id);
  }

  @May<Permission>("repair:read")
  @Query(() => RepairConnection, { description: "Applications for repair in the order they were filed, those done latest first: everybody's for the association, their own for members." })
  repairs(@Ctx() ctx: Context, @Args(() => ConnectionArgs) page: ConnectionArgs, @Arg("tab", () => RepairTab, { description: "What they wait for." }) tab: RepairTab) {
    return repairs(ctx, tab, page);
  }

  @May<Permission>("repair:file")
  @Mutation(() => RepairFilePayload, { description: "Asks to have a decision repaired." })
  async repairFile(
    @Ctx() ctx: Context, @Arg("publicationId", () => ID, { description: "Which publication." }) publicationId: string,
    @Arg("input", () => RepairFileInput, { description: "Proof and commitment." }) input: RepairFileInput,
  ) {
    return payload(await ctx.inTransaction((tx) => this.service.file(tx, publicationId, input)));
  }

  @May<Permission>("repair:file")
  @Mutation(() => RepairFollowUpPayload, { description: "Hands in what was asked for; the clocks run again." })
  async repairFollowUp(@Ctx() ctx: Context, @which() id: string, @Arg("input", () => RepairFollowUpInput, { description: "What was asked for." }) input: RepairFollowUpInput) {
    return payload(await ctx.inTransaction((tx) => this.service.followUp(tx, id, input)));
  }

  @May<Permission>("repair:file")
  @Mutation(() => RepairWithdrawPayload, { description: "Takes an application back." })
  async repairWithdraw(@Ctx() ctx: Context, @which() id: string) {
    return payload(await ctx.inTransaction((tx) => this.service.withdraw(tx, id)));
  }

  @May<Permission>("repair:handle")
  @Mutation(() => RepairReturnPayload, { description: "Sends an application back for more; its clocks stand still until it comes." })
  async repairReturn(@Ctx() ctx: Context, @which() id: string, @judgement(RepairReturnInput) input: Judging) {
    return payload(await ctx.inTransaction((tx) => this.decisions.giveBack(tx, id, input)));
  }

  @May<Permission>("repair:decide")
  @Mutation(() => RepairGrantPayload, { description: "Grants a repair: the decision leaves the public file at once." })
  async repairGrant(@Ctx() ctx: Context, @which() id: string, @judgement(RepairGrantInput) input: Judging) {
    return payload(await ctx.inTransaction((tx) => this.decisions.grant(tx, id, input)));
  }

  @May<Permission>("repair:decide")
  @Mutation(() => RepairRefusePayload, { description: "Refuses a repair, with reasons." })
  async repairRefuse(@Ctx() ctx: Context, @which() id: string, @judgement(RepairRefuseInput) input: Judging) {
    return payload(await ctx.inTransaction((tx) => this.decisions.refuse(tx, id, input)));
  }

  @May<Permission>("repair:handle")
  @Mutation(() => RepairFeedbackNotePayload, { description: "Notes that the firm was told what became of its application, once what was granted is taken down." })
  async repairFeedbackNote(@Ctx() ctx: Context, @which() id: string, @Arg("how", () => String, { description: "How the firm was told, at most 500 characters." }) how: string) {
    return payload(await ctx.inTransaction((tx) => this.decisions.noteFeedback(tx, id, how)));
  }

  @FieldResolver(() => MemberObject, { description: "Whose it is." })
  member(@Root() repair: Repair, @Ctx() ctx: Context) {
    return ctx.load(memberById, repair.memberId);
  }

  @FieldResolver(() => PublicationObject, { description: "What it is about." })
  publication(@Root() repair: Repair, @Ctx() ctx: Context) {
    return ctx.load(publicationById, repair.publicationId);
  }

  @FieldResolver(() => [RepairStatementObject], { description: "What was said for the firm, first first." })
  statements(@Root() repair: Repair, @Ctx() ctx: Context) {
    return ctx.load(statementsByRepair, repair.id);
  }

  @FieldResolver(() => [RepairReturnObject], { description: "The times it was sent back, first first." })
  returns(@Root() repair: Repair, @Ctx() ctx: Context) {
    return ctx.load(pausesByRepair, repair.id);
  }

  @FieldResolver(() => RepairClockObject, { nullable: true, description: "How long the association has to decide; null once it did, or nothing is to be decided." })
  decisionClock(@Root() repair: Repair, @Ctx() ctx: Context) {
    return repair.state === "FILED" || repair.state === "RETURNED" ? this.clockOf(ctx, repair, repair.decisionDays) : null;
  }

  @FieldResolver(() => RepairClockObject, { nullable: true, description: "How long it has to tell the firm; null once it did, or nothing is to be told." })
  feedbackClock(@Root() repair: Repair, @Ctx() ctx: Context) {
    return repair.toldAt !== null || repair.state === "WITHDRAWN" || repair.state === "LAPSED" ? null : this.clockOf(ctx, repair, repair.feedbackDays);
  }

  private async clockOf(ctx: Context, { id, filedOn }: Repair, days: number) {
    const [calendar, pauses] = await Promise.all([ctx.load(calendarToday, "today"), ctx.load(pausesByRepair, id)]);
    if (calendar === null) throw new Error("There is no working calendar.");
    const clock: Clock = { startedOn: filedOn, term: { days, unit: "WORKING" }, pauses: pauses satisfies Pause[] };
    return { days, ...readClock(calendar, clock, this.publications.today(ctx)) };
  }
}

const payload = (outcome: Outcome<Repair>) => ({ repair: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });
