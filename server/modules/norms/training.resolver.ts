import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Permission } from "../identity/index.ts";
import { NormVersionObject } from "./norm.object.ts";
import type { VersionRow } from "./norm.queries.ts";
import { TrainingObject, TrainingRecordInput, TrainingRecordPayload, TrainingWithdrawPayload } from "./training.object.ts";
import { type TrainingRow, trainingsOfViewer } from "./training.queries.ts";
import type { TrainingService } from "./training.service.ts";

@Resolver(() => NormVersionObject)
export class NormTrainingResolver {
  constructor(private readonly service: TrainingService) {}

  @May<Permission>("norm:train")
  @Mutation(() => TrainingRecordPayload, { description: "Records that the firm trained its people on a version in force or coming into force." })
  async normTrainingRecord(
    @Ctx() ctx: Context,
    @Arg("versionId", () => ID, { description: "On which version of a norm." }) versionId: string,
    @Arg("input", () => TrainingRecordInput, { description: "What was held." }) input: TrainingRecordInput,
  ) {
    return payloadOf(await ctx.inTransaction((tx) => this.service.record(tx, versionId, input)));
  }

  @May<Permission>("norm:train")
  @Mutation(() => TrainingWithdrawPayload, { description: "Takes a training of the firm back: it counts no more, and stays on file with the reason." })
  async normTrainingWithdraw(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which training." }) id: string,
    @Arg("reason", () => String, { description: "Why, at most 2000 characters." }) reason: string,
  ) {
    return payloadOf(await ctx.inTransaction((tx) => this.service.withdraw(tx, id, reason)));
  }

  @FieldResolver(() => [TrainingObject], { description: "The trainings on it of the viewer's firm, latest first, at most 300; empty for who acts for no member." })
  trainings(@Root() version: VersionRow, @Ctx() ctx: Context) {
    return ctx.load(trainingsOfViewer, version.id);
  }
}

const payloadOf = (outcome: Outcome<TrainingRow>) => ({ training: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });
