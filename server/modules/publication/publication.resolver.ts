import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Language } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { May } from "../../platform/graphql/may.ts";
import { nodeOf } from "../../platform/graphql/node.ts";
import { ProblemCodeEnum } from "../../platform/graphql/problem.ts";
import { DateScalar, LanguageEnum } from "../../platform/graphql/scalars.ts";
import { MemberObject } from "../members/api.ts";
import { type Member, memberById } from "../members/index.ts";
import { AppealStateObject, PublishedClauseObject, PublicationObject, PublicationTermsObject } from "./publication.object.ts";
import { appealByDecision, type Publication, publicationById, publicationsByMember, publicationsShown, publicationTerms } from "./publication.queries.ts";
import { PublicationStanding, publicationStanding, repairBar, repairOpensOn } from "./publication.rules.ts";
import type { PublicationService } from "./publication.service.ts";
import type { PublicationTerms } from "./publication-terms.rules.ts";
import { appealStanding } from "./public-file.rules.ts";
import { RepairObject } from "./repair.object.ts";
import { mayRead } from "./repair.policy.ts";
import { repairsByPublication } from "./repair.queries.ts";
import { commitmentDigest } from "./repair.rules.ts";

nodeOf("pub", PublicationObject, "publication:read", async (ctx, id) => {
  const publication = await ctx.load(publicationById, id);
  return publication && mayRead(ctx.actor, publication) ? publication : null;
});

@Resolver(() => PublicationTermsObject)
export class PublicationTermsResolver {
  @May("PUBLIC")
  @Query(() => PublicationTermsObject, { description: "How long decisions are public and how they are repaired, as decided for today." })
  async publicationTerms(@Ctx() ctx: Context) {
    const terms = await publicationTerms(ctx);
    return { ...terms, ...terms.repair, repairShownMonths: terms.afterRepair.shownMonths };
  }

  @FieldResolver(() => String, { description: "SHA-256 of the commitment as a reader of this language has it; to be handed in with an application." })
  commitmentDigest(@Root() terms: PublicationTerms, @Arg("language", () => LanguageEnum, { description: "Which language is shown." }) language: Language) {
    return commitmentDigest(terms, language);
  }
}

@Resolver(() => PublicationObject)
export class PublicationResolver {
  constructor(private readonly service: PublicationService) {}

  @FieldResolver(() => MemberObject, { description: "Whose it is." })
  member(@Root() publication: Publication, @Ctx() ctx: Context) {
    return ctx.load(memberById, publication.memberId);
  }

  @FieldResolver(() => PublicationStanding, { description: "How it stands today." })
  standing(@Root() publication: Publication, @Ctx() ctx: Context) {
    return publicationStanding(publication, this.service.today(ctx));
  }

  @FieldResolver(() => [PublishedClauseObject], { description: "The clauses it cites." })
  clauses(@Root() { clauses }: Publication) {
    return clauses.map((clause) => ({ ...clause, ofPledge: clause.document === "PLEDGE" }));
  }

  @FieldResolver(() => AppealStateObject, { description: "How far an appeal against it has come." })
  async appeal(@Root() { decisionId }: Publication, @Ctx() ctx: Context) {
    const appeal = (await ctx.load(appealByDecision, decisionId)) ?? { until: null, filedOn: null, outcome: null };
    return { ...appeal, standing: appealStanding(appeal, this.service.today(ctx)) };
  }

  @FieldResolver(() => [RepairObject], { description: "Applications to have it repaired, latest first, at most 20." })
  repairs(@Root() { id }: Publication, @Ctx() ctx: Context) {
    return ctx.load(repairsByPublication, id);
  }

  @FieldResolver(() => ProblemCodeEnum, { nullable: true, description: "Why repair cannot be asked for today; null when it can." })
  async repairBar(@Root() publication: Publication, @Ctx() ctx: Context) {
    const { repair } = await publicationTerms(ctx);
    return repairBar(publication, repair.retryDays, this.service.today(ctx));
  }

  @FieldResolver(() => DateScalar, { description: "From when repair can be asked for, as far as days stand in the way." })
  async repairOpensOn(@Root() publication: Publication, @Ctx() ctx: Context) {
    const { repair } = await publicationTerms(ctx);
    return repairOpensOn(publication, repair.retryDays);
  }
}

/** What a member looks like from here. */
@Resolver(() => MemberObject)
export class MemberPublicationsResolver {
  @FieldResolver(() => [PublicationObject], { description: `What is told of sanctions against it, newest first, at most ${publicationsShown}.` })
  publications(@Root() member: Member, @Ctx() ctx: Context) {
    return ctx.load(publicationsByMember, member.id);
  }
}
