import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../platform/context.ts";
import { ConnectionArgs } from "../../../platform/graphql/connection.ts";
import { May } from "../../../platform/graphql/may.ts";
import { nodeOf } from "../../../platform/graphql/node.ts";
import { problemsOf } from "../../../platform/graphql/problem.ts";
import { DateScalar } from "../../../platform/graphql/scalars.ts";
import { ViewerMay } from "../../../platform/graphql/viewer-may.ts";
import type { Outcome } from "../../../platform/outcome.ts";
import type { Permission } from "../../identity/index.ts";
import { MemberObject } from "../../members/api.ts";
import { memberById } from "../../members/index.ts";
import type { CaseAnswerService } from "./case-answer.service.ts";
import {
  CaseAnswerExtendInput, CaseAnswerExtendPayload, CaseAnswerInput, CaseAnswerPayload, CaseClockPauseInput, CaseClockPausePayload, CaseClockResumeInput, CaseClockResumePayload,
  CaseDraftSaveInput, CaseDraftSavePayload, CaseDropInput, CaseDropPayload, CaseFilterInput, CaseNoticeServeInput, CaseNoticeServePayload, CaseOpenInput, CaseOpenPayload,
} from "./case-acts.object.ts";
import type { CaseDraftService } from "./case-draft.service.ts";
import { CaseAnswerObject, CaseClockObject, CaseConnection, CaseFileObject, CaseObject, CaseStepObject, CitedClauseObject } from "./case.object.ts";
import { mayAnswer, mayAppeal, mayDraft, mayDrop, maySeat, mayServe, mayTime } from "./case.policy.ts";
import { answersByCase, caseById, type CaseRow, casesByMember, casesOf, fileOfAnswer, stepsByCase } from "./case.queries.ts";
import type { CaseAnswer } from "./case.entity.ts";
import type { CaseService } from "./case.service.ts";
import type { Proposal } from "./case.rules.ts";
import { clausesOf } from "./charge.queries.ts";
import { clausesInForceOn } from "./clauses-in-force.queries.ts";
import { clockObject } from "./clock.object.ts";

nodeOf("cas", CaseObject, "case:read", (ctx, id) => ctx.load(caseById, id));

export const CaseViewerMay = ViewerMay<CaseRow>(CaseObject, {
  "case:serve": mayServe, "case:time": mayTime, "case:draft": mayDraft, "case:drop": mayDrop, "case:seat": maySeat, "case:decide": maySeat, "case:answer": mayAnswer, "appeal:file": mayAppeal,
});

const input = <Type>(type: () => Type, description: string) => Arg("input", type as () => never, { description });

@Resolver(() => CaseObject)
export class CaseResolver {
  constructor(private readonly cases: CaseService, private readonly answering: CaseAnswerService, private readonly drafts: CaseDraftService) {}

  @May<Permission>("case:read")
  @Query(() => CaseObject, { nullable: true, description: "One case; null when there is none, or none the viewer may see." })
  sanctionCase(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "Which one." }) id: string) {
    return ctx.load(caseById, id);
  }

  @May<Permission>("case:read")
  @Query(() => CaseConnection, { description: "Cases, newest first: all of them for the house, for a member its own from the day it was told." })
  sanctionCases(
    @Ctx() ctx: Context,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("filter", () => CaseFilterInput, { nullable: true, description: "Which of them; absent means all." }) filter: CaseFilterInput | null,
  ) {
    return casesOf(ctx, filter ?? {}, page);
  }

  @May<Permission>("case:open")
  @Query(() => [CitedClauseObject], { description: "The clauses of the pledge and the articles of the norms that bound members on a day, which a case can cite." })
  clausesInForce(@Ctx() ctx: Context, @Arg("on", () => DateScalar, { description: "On which day." }) on: string) {
    return clausesInForceOn(ctx, on);
  }

  @May<Permission>("case:open")
  @Mutation(() => CaseOpenPayload, { description: "Opens a case against a member; it is told by a notice." })
  async caseOpen(@Ctx() ctx: Context, @input(() => CaseOpenInput, "What is held against whom.") opening: CaseOpenInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.cases.open(tx, opening)));
  }

  @May<Permission>("case:serve")
  @Mutation(() => CaseNoticeServePayload, { description: "Tells the member what it is held to have broken; its time to answer begins." })
  async caseNoticeServe(@Ctx() ctx: Context, @input(() => CaseNoticeServeInput, "Which case.") seen: CaseNoticeServeInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.cases.serveNotice(tx, seen)));
  }

  @May<Permission>("case:time")
  @Mutation(() => CaseAnswerExtendPayload, { description: "Gives the member more days to answer." })
  async caseAnswerExtend(@Ctx() ctx: Context, @input(() => CaseAnswerExtendInput, "How many, and why.") { days, reason, ...seen }: CaseAnswerExtendInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.cases.extendAnswer(tx, seen, days, reason)));
  }

  @May<Permission>("case:time")
  @Mutation(() => CaseClockPausePayload, { description: "Stops the time to answer; the member sees why." })
  async caseClockPause(@Ctx() ctx: Context, @input(() => CaseClockPauseInput, "Which, and why.") { reason, ...seen }: CaseClockPauseInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.cases.pauseClock(tx, seen, reason)));
  }

  @May<Permission>("case:time")
  @Mutation(() => CaseClockResumePayload, { description: "Lets the time to answer run again." })
  async caseClockResume(@Ctx() ctx: Context, @input(() => CaseClockResumeInput, "Which.") seen: CaseClockResumeInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.cases.resumeClock(tx, seen)));
  }

  @May<Permission>("case:drop")
  @Mutation(() => CaseDropPayload, { description: "Lets a case rest that no panel has decided." })
  async caseDrop(@Ctx() ctx: Context, @input(() => CaseDropInput, "Which, and why.") { reason, ...seen }: CaseDropInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.cases.drop(tx, seen, reason)));
  }

  @May<Permission>("case:answer")
  @Mutation(() => CaseAnswerPayload, { description: "Files the member's answer." })
  async caseAnswer(@Ctx() ctx: Context, @input(() => CaseAnswerInput, "What the member says.") answer: CaseAnswerInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.answering.answer(tx, answer)));
  }

  @May<Permission>("case:draft")
  @Mutation(() => CaseDraftSavePayload, { description: "Saves the draft of a decision; whoever saves it never decides the case." })
  async caseDraftSave(@Ctx() ctx: Context, @input(() => CaseDraftSaveInput, "What is proposed.") { id, revision, ...proposal }: CaseDraftSaveInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.drafts.save(tx, { id, revision }, proposal as Proposal)));
  }

  @FieldResolver(() => MemberObject, { description: "Against whom." })
  member(@Root() { memberId }: CaseRow, @Ctx() ctx: Context) {
    return ctx.load(memberById, memberId);
  }

  @FieldResolver(() => [CitedClauseObject], { description: "The clauses held to be broken, with their words." })
  charges(@Root() { charges }: CaseRow, @Ctx() ctx: Context) {
    return clausesOf(ctx, charges);
  }

  @FieldResolver(() => CaseClockObject, { nullable: true, description: "The member's time to answer; null unless it is answering." })
  async answerClock(@Root() about: CaseRow, @Ctx() ctx: Context) {
    return clockObject(await this.cases.answerClock(ctx, about));
  }

  @FieldResolver(() => [CaseAnswerObject], { description: "What the member said, in the order it was said." })
  answers(@Root() { id }: CaseRow, @Ctx() ctx: Context) {
    return ctx.load(answersByCase, id);
  }

  @FieldResolver(() => [CaseStepObject], { description: "Its steps, oldest first; a member sees those it is told of." })
  steps(@Root() { id }: CaseRow, @Ctx() ctx: Context) {
    return ctx.load(stepsByCase, id);
  }
}

const payloadOf = (outcome: Outcome<CaseRow>) => ({ case: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });

/** The files handed in with an answer. */
@Resolver(() => CaseAnswerObject)
export class CaseAnswerFilesResolver {
  @FieldResolver(() => [CaseFileObject], { description: "The files handed in with it." })
  async files(@Root() { fileIds }: CaseAnswer, @Ctx() ctx: Context) {
    return (await Promise.all(fileIds.map((id) => ctx.load(fileOfAnswer, id)))).flatMap((file) => file ?? []);
  }
}

/** What a member looks like from here. */
@Resolver(() => MemberObject)
export class MemberCasesResolver {
  @FieldResolver(() => [CaseObject], { description: "Cases against it the viewer may see, newest first, at most 100." })
  sanctionCases(@Root() { id }: { id: string }, @Ctx() ctx: Context) {
    return ctx.actor.permissions.has("case:read" satisfies Permission) ? ctx.load(casesByMember, id) : [];
  }
}
