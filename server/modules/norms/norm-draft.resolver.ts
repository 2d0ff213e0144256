import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { problemsOf } from "../../platform/graphql/problem.ts";
import { DateScalar } from "../../platform/graphql/scalars.ts";
import type { Outcome } from "../../platform/outcome.ts";
import type { Permission } from "../identity/index.ts";
import { commentCounts, unansweredOn } from "./comment.queries.ts";
import type { NormAdoptionService } from "./norm-adoption.service.ts";
import {
  NormAdoptionObject, NormAdoptPayload, NormConsultationOpenPayload, NormDraftBeginPayload, NormDraftReturnPayload, NormDraftSaveInput, NormDraftSavePayload,
  NormPriceHitsAcceptPayload,
} from "./norm-draft.object.ts";
import type { NormDraftService } from "./norm-draft.service.ts";
import type { NormVersion } from "./norm.entity.ts";
import { NormVersionObject } from "./norm.object.ts";
import { chaptersByVersion, normVersionById, priceOpinionOn } from "./norm.queries.ts";
import { priceHits } from "./price-fixing.rules.ts";

const idArg = () => Arg("id", () => ID, { description: "Which version." });

@Resolver(() => NormVersionObject)
export class NormDraftResolver {
  constructor(private readonly drafts: NormDraftService, private readonly adoptions: NormAdoptionService) {}

  @May<Permission>("norm:review")
  @Query(() => NormAdoptionObject, { nullable: true, description: "What the adoption of a version depends on; null when there is no such version." })
  async normAdoption(@Ctx() ctx: Context, @idArg() id: string) {
    const version = await ctx.load(normVersionById, id);
    if (version === null) return null;
    const [chapters, opinion, counts, unanswered] = await Promise.all([ctx.load(chaptersByVersion, id), priceOpinionOn(ctx, version), commentCounts(ctx, id), unansweredOn(ctx, id)]);
    return { version, hits: priceHits({ ...version, chapters }), opinion, commentCount: counts.comments, answerCount: counts.answers, unanswered };
  }

  @May<Permission>("norm:draft")
  @Mutation(() => NormDraftBeginPayload, { description: "Begins the next version of a norm with the words of the last one adopted." })
  async normDraftBegin(@Ctx() ctx: Context, @Arg("normId", () => ID, { description: "Of which norm." }) normId: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.drafts.begin(tx, normId)));
  }

  @May<Permission>("norm:draft")
  @Mutation(() => NormDraftSavePayload, { description: "Saves the whole text of a draft." })
  async normDraftSave(@Ctx() ctx: Context, @idArg() id: string, @Arg("input", () => NormDraftSaveInput, { description: "The text." }) input: NormDraftSaveInput) {
    return payloadOf(await ctx.inTransaction((tx) => this.drafts.save(tx, id, plainly(input))));
  }

  @May<Permission>("norm:draft")
  @Mutation(() => NormConsultationOpenPayload, { description: "Lays a draft before the members; its words stand still from now on." })
  async normConsultationOpen(@Ctx() ctx: Context, @idArg() id: string, @Arg("closesOn", () => DateScalar, { description: "The last day for comments." }) closesOn: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.drafts.consult(tx, id, closesOn)));
  }

  @May<Permission>("norm:draft")
  @Mutation(() => NormDraftReturnPayload, { description: "Takes a version back to be written anew; it is laid before the members again before it can be adopted." })
  async normDraftReturn(@Ctx() ctx: Context, @idArg() id: string, @Arg("reason", () => String, { description: "Why; it stands in the journal." }) reason: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.drafts.takeBack(tx, id, reason)));
  }

  @May<Permission>("norm:judge")
  @Mutation(() => NormPriceHitsAcceptPayload, { description: "Puts on record why a version may be adopted although the check found something; only by somebody who did not write it." })
  async normPriceHitsAccept(@Ctx() ctx: Context, @idArg() id: string, @Arg("reason", () => String, { description: "Why; it stays on record." }) reason: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.adoptions.acceptHits(tx, id, reason)));
  }

  @May<Permission>("norm:adopt")
  @Mutation(() => NormAdoptPayload, { description: "Adopts exactly the words that were laid before the members." })
  async normAdopt(@Ctx() ctx: Context, @idArg() id: string, @Arg("inForceOn", () => DateScalar, { description: "The day it begins to bind." }) inForceOn: string) {
    return payloadOf(await ctx.inTransaction((tx) => this.adoptions.adopt(tx, id, inForceOn)));
  }
}

const payloadOf = (outcome: Outcome<NormVersion>) => ({ version: outcome.ok ? outcome.value : null, problems: problemsOf(outcome) });

/** The input as plain values, with null where nothing was said. */
const plainly = ({ chapters, externalNorms, reviewDueOn, ...rest }: NormDraftSaveInput): NormDraftSaveInput => ({
  ...rest,
  reviewDueOn: reviewDueOn ?? null,
  externalNorms: externalNorms.map(({ number, title }) => ({ number, title })),
  chapters: chapters.map(({ code, title, articles }) => ({
    code: code ?? null, title, articles: articles.map((article) => ({ code: article.code ?? null, title: article.title, text: article.text })),
  })),
});
