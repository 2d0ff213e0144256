import { Arg, Args, type ClassType, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import type { StandingMember } from "../members/index.ts";
import { ApplicationConnection, ApplicationObject, ApplicationTotalsObject } from "./application.object.ts";
import {
  ApplicationAdmitInput, ApplicationAdmitPayload, ApplicationRefuseInput, ApplicationRefusePayload, ApplicationReturnInput, ApplicationReturnPayload,
} from "./application.payloads.ts";
import { mayJudge } from "./application.policy.ts";
import { applicationById, applicationByMember, applicationPage, type ApplicationRow, countsByState } from "./application.queries.ts";
import { ApplicationState } from "./application-state.rules.ts";
import type { DecidingService } from "./deciding.service.ts";
import type { DecisionClockService } from "./decision-clock.service.ts";

nodeOf("app", ApplicationObject, "application:read", (ctx, id) => ctx.load(applicationById, id));

export const ApplicationViewerMay = ViewerMay<ApplicationRow>(ApplicationObject, { "application:review": mayJudge, "application:decide": mayJudge });

const idArg = () => Arg("id", () => ID, { description: "Which application." });
const inputArg = (type: () => ClassType) => Arg("input", type, { description: "The decision." });

/** The queue of applications, and what the association decides on each. */
@Resolver(() => ApplicationObject)
export class DecidingResolver {
  constructor(private readonly deciding: DecidingService, private readonly clocks: DecisionClockService) {}

  @May<Permission>("application:read")
  @Query(() => ApplicationConnection, { description: "The applications that were handed in, the oldest first." })
  applications(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("state", () => ApplicationState, { nullable: true, description: "Those that stand so; absent means all." }) state: ApplicationState | null,
  ) {
    return applicationPage(ctx, state ?? null, page);
  }

  @May<Permission>("application:read")
  @Query(() => ApplicationTotalsObject, { description: "How many applications stand in each way, and how many press." })
  async applicationTotals(@Ctx() ctx: Context) {
    const [counts, pressing] = await Promise.all([countsByState(ctx), this.clocks.pressing(ctx)]);
    const countOf = (state: ApplicationState) => counts.find((each) => each.state === state)?.count ?? 0;
    return { counts: Object.values(ApplicationState).map((state) => ({ state, count: countOf(state) })), ...pressing };
  }

  @May<Permission>("application:read")
  @Query(() => ApplicationObject, { nullable: true, description: "One application; null when there is none, or it was never handed in." })
  application(@Ctx() ctx: Context, @idArg() id: string) {
    return ctx.load(applicationById, id);
  }

  @May<Permission>("application:review")
  @Mutation(() => ApplicationReturnPayload, { description: "Gives an application back to be amended; its clock stands still until it is handed in again." })
  async applicationReturn(@Ctx() ctx: Context, @idArg() id: string, @inputArg(() => ApplicationReturnInput) input: ApplicationReturnInput) {
    return payload(ctx, id, await ctx.inTransaction((tx) => this.deciding.return(tx, id, input)));
  }

  @May<Permission>("application:decide")
  @Mutation(() => ApplicationRefusePayload, { description: "Refuses an application; the firm may apply again." })
  async applicationRefuse(@Ctx() ctx: Context, @idArg() id: string, @inputArg(() => ApplicationRefuseInput) input: ApplicationRefuseInput) {
    return payload(ctx, id, await ctx.inTransaction((tx) => this.deciding.refuse(tx, id, input)));
  }

  @May<Permission>("application:decide")
  @Mutation(() => ApplicationAdmitPayload, { description: "Admits the firm, with its sites and its contact." })
  async applicationAdmit(@Ctx() ctx: Context, @idArg() id: string, @inputArg(() => ApplicationAdmitInput) input: ApplicationAdmitInput) {
    return payload(ctx, id, await ctx.inTransaction((tx) => this.deciding.admit(tx, id, input)));
  }
}

/** What a member looks like from here. */
@Resolver(() => MemberObject)
export class MemberApplicationResolver {
  @FieldResolver(() => ApplicationObject, { nullable: true, description: "The application it came from; null when it came by none, and for whoever reads no applications." })
  application(@Root() { id }: StandingMember, @Ctx() ctx: Context) {
    return ctx.load(applicationByMember, id);
  }
}

const payload = async (ctx: Context, id: string, outcome: Outcome<unknown>) => ({ application: outcome.ok ? await ctx.load(applicationById, id) : null, problems: problemsOf(outcome) });
