import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Connection } from "../../platform/graphql/connection.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateTimeScalar } from "../../platform/graphql/scalars.ts";
import { WorkOrderState } from "./work-order.rules.ts";

registerEnumType(WorkOrderState, {
  name: "WorkOrderState",
  description: "How far ordered work is.",
  valuesConfig: {
    ORDERED: { description: "Waits for a worker, for the first time or after a failed attempt." },
    ACTIVE: { description: "A worker has it in hand." },
    DONE: { description: "Done, once." },
    FAILED: { description: "Given up after so many attempts as its kind of work has." },
  },
});

@ObjectType("QueueCounts", { description: "What stands in one queue." })
export class QueueCountsObject {
  @Field(() => String, { description: "Its name." }) queue: string;
  @Field(() => Int, { description: "How many orders wait." }) ordered: number;
  @Field(() => Int, { description: "How many are in a worker's hands." }) active: number;
  @Field(() => Int, { description: "How many were given up." }) failed: number;
  @Field(() => Int, { description: "How many of those ordered in the last 24 hours are done." }) doneToday: number;
  @Field(() => Int, { nullable: true, description: "How long ago the oldest waiting order was given, in seconds; null when none waits." }) oldestWaitingSeconds: number | null;
}

@ObjectType("OutboxLag", { description: "How far the house is behind in turning facts into work." })
export class OutboxLagObject {
  @Field(() => Int, { description: "How many facts wait to be relayed." }) waiting: number;
  @Field(() => Int, { description: "How long the oldest of them has waited, in seconds; 0 when none waits." }) seconds: number;
}

@ObjectType("Operations", { description: "How the work behind the portal stands at one instant." })
export class OperationsObject {
  @Field(() => [QueueCountsObject], { description: "Every queue with open work, or with work of the last 24 hours, by name." }) queues: QueueCountsObject[];
  @Field(() => OutboxLagObject, { description: "What was announced and not yet turned into work." }) outbox: OutboxLagObject;
  @Field(() => DateTimeScalar, { description: "The instant all this holds for." }) at: Date;
}

@ObjectType("WorkOrder", { description: "A piece of work the house ordered from its workers." })
export class WorkOrderObject {
  @Field(() => ID, { description: "Its key: equal keys are one order." }) id: string;
  @Field(() => String, { description: "The queue it stands in." }) queue: string;
  @Field(() => String, { description: "What kind of work it is." }) name: string;
  @Field(() => WorkOrderState, { description: "How far it is." }) state: WorkOrderState;
  @Field(() => Int, { description: "How many attempts have failed." }) attempts: number;
  @Field(() => Int, { nullable: true, description: "How much of it is done; null when its kind of work does not count, or not yet." }) progressDone: number | null;
  @Field(() => Int, { nullable: true, description: "Of how much; null when its kind of work does not count, or not yet." }) progressTotal: number | null;
  @Field(() => String, { nullable: true, description: "What the last failed attempt said; null when none failed, or it was done since." }) error: string | null;
  @Field(() => DateTimeScalar, { description: "When it was ordered." }) orderedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "When a worker first took it; null while none did." }) startedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was done or given up; null before." }) finishedAt: Date | null;
}

export const WorkOrderConnection = Connection(WorkOrderObject);

@InputType("WorkOrderFilter", { description: "Which orders are meant; what is absent does not narrow." })
export class WorkOrderFilterInput {
  @Field(() => WorkOrderState, { nullable: true, description: "So far along." }) state?: WorkOrderState | null;
  @Field(() => String, { nullable: true, description: "In this queue." }) queue?: string | null;
}

@ObjectType("WorkOrderRetryPayload", { description: "What became of ordering work again." })
export class WorkOrderRetryPayload {
  @Field(() => WorkOrderObject, { nullable: true, description: "The order; null when the act was refused." }) workOrder: WorkOrderObject | null;
  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
}
