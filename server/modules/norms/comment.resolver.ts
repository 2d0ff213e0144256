import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { ConnectionArgs } from "../../platform/graphql/connection.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Permission } from "../identity/index.ts";
import { MemberObject } from "../members/api.ts";
import { memberById } from "../members/index.ts";
import { AnswerConnection, CommentAnswerPayload, CommentConnection, CommentFileInput, CommentFilePayload, CommentObject } from "./comment.object.ts";
import { answersOn, type CommentRow, commentsOn } from "./comment.queries.ts";
import type { CommentService } from "./comment.service.ts";

const versionArg = () => Arg("versionId", () => ID, { description: "On which version of a norm." });

@Resolver(() => CommentObject)
export class CommentResolver {
  constructor(private readonly comments: CommentService) {}

  @May<Permission>("norm:consult")
  @Query(() => CommentConnection, { description: "The comments on a version, oldest first: all of them for the association, their own for members." })
  normComments(
    @Ctx() ctx: Context,
    @versionArg() versionId: string,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg("isAnswered", () => Boolean, { nullable: true, description: "Only those answered, or only those not; absent means all." }) isAnswered: boolean | null,
  ) {
    return commentsOn(ctx, versionId, isAnswered ?? null, page);
  }

  @May<Permission>("norm:consult")
  @Query(() => AnswerConnection, { description: "The association's answers to the comments on a version, oldest first, without a word of who asked." })
  normAnswers(@Ctx() ctx: Context, @versionArg() versionId: string, @Args(() => ConnectionArgs) page: ConnectionArgs) {
    return answersOn(ctx, versionId, page);
  }

  @May<Permission>("norm:comment")
  @Mutation(() => CommentFilePayload, { description: "Files the firm's comment on one article of a version laid before the members." })
  async normCommentFile(
    @Ctx() ctx: Context, @versionArg() versionId: string, @Arg("input", () => CommentFileInput, { description: "What the firm says." }) input: CommentFileInput,
  ) {
    return payloadOf(await ctx.inTransaction((tx) => this.comments.file(tx, versionId, input)));
  }

  @May<Permission>("norm:draft")
  @Mutation(() => CommentAnswerPayload, { description: "Answers a comment, once; every member reads the answer." })
  async normCommentAnswer(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Which comment." }) id: string,
    @Arg("answer", () => String, { description: "What the association answers; it names nobody." }) answer: string,
  ) {
    return payloadOf(await ctx.inTransaction((tx) => this.comments.answer(tx, id, answer)));
  }

  @FieldResolver(() => MemberObject, { nullable: true, description: "Whose it is; null when the viewer may not see." })
  member(@Root() comment: CommentRow, @Ctx() ctx: Context) {
    return ctx.load(memberById, comment.memberId);
  }
}

const payloadOf = (outcome: Outcome<CommentRow>) => ({ comment: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });
