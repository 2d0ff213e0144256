import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.ts";
import { ConnectionArgs } from "../../../platform/graphql/connection.ts";
import { May } from "../../../platform/graphql/may.ts";
import { nodeOf } from "../../../platform/graphql/node.ts";
import { problemsOf } from "../../../platform/graphql/problem.ts";
import { ViewerMay } from "../../../platform/graphql/viewer-may.ts";
import type { Outcome } from "../../../platform/outcome.ts";
import { byRegistrar, type Permission } from "../../identity/index.ts";
import { CaseClockObject, CaseFileObject, CaseObject } from "../cases/case.object.ts";
import { caseById, type CaseRow, fileById } from "../cases/case.queries.ts";
import { clockObject } from "../cases/clock.object.ts";
import { PanelCandidateObject, PanelRecordObject, PanelSeatObject, PanelVoteObject } from "../panels/panel.object.ts";
import { seatsBySubject, votesBySubject } from "../panels/panel.queries.ts";
import { CasePaperObject } from "../sanctions/decision.object.ts";
import { papersBySubject } from "../sanctions/decision.queries.ts";
import type { AppealDecisionService } from "./appeal-decision.service.ts";
import {
  AppealConnection, AppealDecideInput, AppealDecidePayload, AppealFileInput, AppealFilePayload, AppealObject, AppealPanelSeatInput, AppealPanelSeatPayload, AppealVoteCastInput,
  AppealVoteCastPayload, AppealWithdrawInput, AppealWithdrawPayload,
} from "./appeal.object.ts";
import { appealByCase, appealById, type AppealRow, appealsOf } from "./appeal.queries.ts";
import type { AppealService } from "./appeal.service.ts";

nodeOf("sap", AppealObject, "case:read", (ctx, id) => ctx.load(appealById, id));

export const AppealViewerMay = ViewerMay<AppealRow>(AppealObject, {
  "case:seat": ({ scope }, { outcome }) => scope === "all" && outcome === null,
  "case:decide": ({ scope }, { outcome }) => scope === "all" && outcome === null,
  "appeal:file": ({ memberId }, appeal) => memberId === appeal.memberId && appeal.outcome === null,
});

const ofHouse = (ctx: Context): boolean => ctx.actor.scope === "all";

@Resolver(() => AppealObject)
export class AppealResolver {
  constructor(private readonly appeals: AppealService, private readonly decisions: AppealDecisionService) {}

  @May<Permission>("case:read")
  @Query(() => AppealObject, { nullable: true, description: "One appeal; null when there is none, or none the viewer may see." })
  sanctionAppeal(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which one." }) id: string) {
    return ctx.load(appealById, id);
  }

  @May<Permission>("case:read")
  @Query(() => AppealConnection, { description: "Appeals, oldest first: all of them for the house, for a member its own." })
  sanctionAppeals(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("isDecided", () => Boolean, { nullable: true, description: "Only those that ended, or only those that did not; absent means all." }) isDecided: boolean | null,
  ) {
    return appealsOf(ctx, { isDecided }, page);
  }

  @May<Permission>("case:seat")
  @Query(() => [PanelCandidateObject], { description: "Everybody who may sit on panels, with what keeps them from this appeal." })
  appealPanelCandidates(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which appeal." }) id: string) {
    return this.decisions.candidates(ctx, id);
  }

  @May<Permission>("appeal:file")
  @Mutation(() => AppealFilePayload, { description: "Files an appeal against the decision of a case." })
  async appealFile(@Ctx() ctx: Context, @Arg("input", () => AppealFileInput, { description: "The appeal." }) input: AppealFileInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.appeals.file(tx, input)));
  }

  @May<Permission>("appeal:file")
  @Mutation(() => AppealWithdrawPayload, { description: "Takes an appeal back; the decision stands." })
  async appealWithdraw(@Ctx() ctx: Context, @Arg("input", () => AppealWithdrawInput, { description: "Which." }) seen: AppealWithdrawInput) {
    return payloadOf(await byRegistrar(ctx, (tx) => this.decisions.withdraw(tx, seen)));
  }

  @May<Permission>("case:seat")
  @Mutation(() => AppealPanelSeatPayload, { description: "Names who is to decide the appeal." })
  async appealPanelSeat(@Ctx() ctx: Context, @Arg("input", () => AppealPanelSeatInput, { description: "Who." }) { userIds, ...seen }: AppealPanelSeatInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.decisions.seat(tx, seen, userIds)));
  }

  @May<Permission>("case:decide")
  @Mutation(() => AppealVoteCastPayload, { description: "Casts a panellist's vote on an appeal." })
  async appealVoteCast(@Ctx() ctx: Context, @Arg("input", () => AppealVoteCastInput, { description: "The vote." }) { id, revision, reason, ...choice }: AppealVoteCastInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.decisions.vote(tx, { id, revision }, choice, reason)));
  }

  @May<Permission>("case:decide")
  @Mutation(() => AppealDecidePayload, { description: "Decides an appeal as the votes have it." })
  async appealDecide(@Ctx() ctx: Context, @Arg("input", () => AppealDecideInput, { description: "Which." }) seen: AppealDecideInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.decisions.decide(tx, seen)));
  }

  @FieldResolver(() => CaseObject, { description: "In which case." })
  case(@Root() { caseId }: AppealRow, @Ctx() ctx: Context) {
    return ctx.load(caseById, caseId);
  }

  @FieldResolver(() => CaseClockObject, { nullable: true, description: "The time to decide it; null once it ended." })
  async clock(@Root() appeal: AppealRow, @Ctx() ctx: Context) {
    return clockObject(await this.decisions.clock(ctx, appeal));
  }

  @FieldResolver(() => [CaseFileObject], { description: "The files handed in with it." })
  async files(@Root() { fileIds }: AppealRow, @Ctx() ctx: Context) {
    return (await Promise.all(fileIds.map((id) => ctx.load(fileById, id)))).flatMap((file) => file ?? []);
  }

  @FieldResolver(() => [PanelSeatObject], { description: "Who was named to decide; for members empty." })
  seats(@Root() { id }: AppealRow, @Ctx() ctx: Context) {
    return ofHouse(ctx) ? ctx.load(seatsBySubject, id) : [];
  }

  @FieldResolver(() => [PanelVoteObject], { description: "Every vote cast; for members empty." })
  votes(@Root() { id }: AppealRow, @Ctx() ctx: Context) {
    return ofHouse(ctx) ? ctx.load(votesBySubject, id) : [];
  }

  @FieldResolver(() => [PanelRecordObject], { description: "Who decided; empty before." })
  panel(@Root() { panel }: AppealRow) {
    return panel ?? [];
  }

  @FieldResolver(() => [CasePaperObject], { description: "Its notice; empty until it is drawn." })
  papers(@Root() { id }: AppealRow, @Ctx() ctx: Context) {
    return ctx.load(papersBySubject, id);
  }
}

/** The appeal in a case. */
@Resolver(() => CaseObject)
export class CaseAppealResolver {
  @FieldResolver(() => AppealObject, { nullable: true, description: "The appeal against its decision; null when there is none." })
  appeal(@Root() { id }: CaseRow, @Ctx() ctx: Context) {
    return ctx.load(appealByCase, id);
  }
}

const payloadOf = (outcome: Outcome<AppealRow>) => ({ appeal: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });
