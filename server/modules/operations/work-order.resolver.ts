import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { ViewerMay } from "../../platform/graphql/viewer-may.ts";
import type { Permission } from "../identity/index.ts";
import { OperationsObject, WorkOrderConnection, WorkOrderFilterInput, WorkOrderObject, WorkOrderRetryPayload } from "./work-order.object.ts";
import { mayRetry } from "./work-order.policy.ts";
import { outboxLag, queueCounts, type WorkOrder, workOrders } from "./work-order.queries.ts";
import type { WorkOrderService } from "./work-order.service.ts";

export const WorkOrderViewerMay = ViewerMay<WorkOrder>(WorkOrderObject, { "operations:change": mayRetry });

@Resolver(() => WorkOrderObject)
export class WorkOrderResolver {
  constructor(private readonly orders: WorkOrderService) {}

  @May<Permission>("operations:read")
  @Query(() => OperationsObject, { description: "How the work behind the portal stands now." })
  async operations(@Ctx() ctx: Context) {
    return { queues: await queueCounts(ctx), outbox: await outboxLag(ctx), at: ctx.now };
  }

  @May<Permission>("operations:read")
  @Query(() => WorkOrderConnection, { description: "The work that was ordered, newest first." })
  workOrders(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("filter", () => WorkOrderFilterInput, { nullable: true, description: "Which of it; absent means all." }) filter: WorkOrderFilterInput | null,
  ) {
    return workOrders(ctx, page, filter ?? {});
  }

  @May<Permission>("operations:change")
  @Mutation(() => WorkOrderRetryPayload, { description: "Orders again what was given up; nothing else can be." })
  async workOrderRetry(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which order, by its key." }) id: string) {
    const outcome = await ctx.inTransaction((tx) => this.orders.retry(tx, id));
    return { workOrder: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) };
  }
}
