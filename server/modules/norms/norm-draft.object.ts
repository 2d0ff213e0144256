import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Language, Localized } from "../../kernel/language.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, LanguageEnum, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { CommentObject } from "./comment.object.ts";
import type { NormSaving } from "./norm-draft.service.ts";
import { NormVersionObject } from "./norm.object.ts";
import { PriceReason } from "./price-sentence.rules.ts";

registerEnumType(PriceReason, {
  name: "PriceReason",
  description: "What no norm may set for competitors.",
  valuesConfig: {
    PRICE: { description: "A price, a floor, a ceiling, a range, a common or recommended price, or a common change of prices." },
    MARGIN: { description: "A margin or a mark-up." },
    DISCOUNT: { description: "A discount or its bounds." },
    FORMULA: { description: "A formula, an algorithm or a common way to reckon a price." },
    OUTPUT: { description: "How much is made, bought, supplied or sold." },
    MARKET: { description: "Shares, regions or customers divided among competitors." },
  },
});

@ObjectType("NormPriceHit", { description: "A sentence in which the check found that it sets what every competitor sets alone." })
export class NormPriceHitObject {
  @Field(() => String, { description: "The code of the article or chapter, or `title` or `preamble`." })
  part: string;

  @Field(() => LanguageEnum, { description: "In which language." })
  language: Language;

  @Field(() => String, { description: "The sentence." })
  sentence: string;

  @Field(() => PriceReason, { description: "What it would set." })
  reason: PriceReason;
}

@ObjectType("NormPriceOpinion", { description: "Why a second person holds that the text may be adopted although the check found something." })
export class NormPriceOpinionObject {
  @Field(() => String, { description: "The reason." })
  reason: string;

  @Field(() => DateTimeScalar, { description: "When it was given." })
  givenAt: Date;
}

@ObjectType("NormAdoption", { description: "Everything the adoption of a version depends on, as it stands now." })
export class NormAdoptionObject {
  @Field(() => NormVersionObject, { description: "Which version." })
  version: object;

  @Field(() => [NormPriceHitObject], { description: "What the check finds in its words, at most one for each sentence and reason." })
  hits: NormPriceHitObject[];

  @Field(() => NormPriceOpinionObject, { nullable: true, description: "The second person's opinion on exactly these words; null when nobody gave one." })
  opinion: NormPriceOpinionObject | null;

  @Field(() => Int, { description: "How many comments members have filed." })
  commentCount: number;

  @Field(() => Int, { description: "How many of them were answered." })
  answerCount: number;

  @Field(() => [CommentObject], { description: "Those that wait for an answer, oldest first, at most 100." })
  unanswered: CommentObject[];
}

@InputType("NormArticleInput", { description: "An article as it is to read." })
export class NormArticleInput {
  @Field(() => String, { nullable: true, description: "Its code; absent for a new one, which is given its code by the house." })
  code: string | null;

  @Field(() => LocalizedScalar, { description: "What it is about." })
  title: Localized;

  @Field(() => LocalizedScalar, { description: "What it says." })
  text: Localized;
}

@InputType("NormChapterInput", { description: "A chapter as it is to read." })
export class NormChapterInput {
  @Field(() => String, { nullable: true, description: "Its code; absent for a new one, which is given its code by the house." })
  code: string | null;

  @Field(() => LocalizedScalar, { description: "Its heading." })
  title: Localized;

  @Field(() => [NormArticleInput], { description: "Its articles, in order." })
  articles: NormArticleInput[];
}

@InputType("ExternalNormInput", { description: "A standard of another house, cited by its number and never copied." })
export class ExternalNormInput {
  @Field(() => String, { description: "Its number, such as `GB/T 33491-2017`." })
  number: string;

  @Field(() => LocalizedScalar, { description: "Its title." })
  title: Localized;
}

@InputType("NormDraftSaveInput", { description: "The whole text of a draft; what is left out of it is removed." })
export class NormDraftSaveInput implements NormSaving {
  @Field(() => Int, { description: "The revision it was written on." })
  revision: number;

  @Field(() => LocalizedScalar, { description: "The title of the version." })
  title: Localized;

  @Field(() => LocalizedScalar, { description: "What stands before the chapters." })
  preamble: Localized;

  @Field(() => DateScalar, { nullable: true, description: "The day by which the association looks at it again; null when none is set." })
  reviewDueOn: string | null;

  @Field(() => [ExternalNormInput], { description: "The standards it rests on." })
  externalNorms: ExternalNormInput[];

  @Field(() => [NormChapterInput], { description: "Its chapters, in order." })
  chapters: NormChapterInput[];
}

/** The answer of an act upon a version. */
function versionPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => NormVersionObject, { nullable: true, description: "The version; null when it was refused." })
    version: object | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

export const NormDraftBeginPayload = versionPayload("NormDraftBeginPayload", "What became of the beginning.");
export const NormDraftSavePayload = versionPayload("NormDraftSavePayload", "What became of the saving.");
export const NormConsultationOpenPayload = versionPayload("NormConsultationOpenPayload", "What became of the opening.");
export const NormDraftReturnPayload = versionPayload("NormDraftReturnPayload", "What became of the taking back.");
export const NormPriceHitsAcceptPayload = versionPayload("NormPriceHitsAcceptPayload", "What became of the opinion.");
export const NormAdoptPayload = versionPayload("NormAdoptPayload", "What became of the adoption.");
