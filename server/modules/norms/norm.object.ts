import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { Node } from "../../platform/graphql/node.ts";
import { DateScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { TextState } from "./norm.rules.ts";
import { NormStanding } from "./norm-standing.rules.ts";

registerEnumType(TextState, {
  name: "TextState",
  description: "How far the making of a norm or a pledge has come.",
  valuesConfig: {
    DRAFT: { description: "Being written; only the association reads it." },
    CONSULTATION: { description: "Open to the members' comments." },
    ADOPTED: { description: "Decided; it binds from its day on, until the next version does." },
  },
});

registerEnumType(NormStanding, {
  name: "NormStanding",
  description: "Where a version of a norm stands today; it follows from its days.",
  valuesConfig: {
    DRAFT: { description: "Being written; only the association reads it." },
    CONSULTATION: { description: "Open to the members' comments until the closing day is over." },
    CONSULTED: { description: "The consultation is over; it is not adopted yet." },
    ADOPTED: { description: "Adopted; its day has not come." },
    IN_FORCE: { description: "It binds today." },
    SUPERSEDED: { description: "A later version binds in its place." },
  },
});

@ObjectType("NormArticle", { description: "One article of a norm; decisions cite it by its code." })
export class NormArticleObject {
  @Field(() => String, { description: "Its code, the same in all versions." })
  code: string;

  @Field(() => LocalizedScalar, { description: "What it is about." })
  title: Localized;

  @Field(() => LocalizedScalar, { description: "What it says." })
  text: Localized;
}

@ObjectType("NormChapter", { description: "A chapter of a norm." })
export class NormChapterObject {
  @Field(() => String, { description: "Its code, the same in all versions." })
  code: string;

  @Field(() => LocalizedScalar, { description: "Its heading." })
  title: Localized;

  @Field(() => [NormArticleObject], { description: "Its articles, in order." })
  articles: NormArticleObject[];
}

@ObjectType("ExternalNorm", { description: "A standard of another house, cited by its number and never copied." })
export class ExternalNormObject {
  @Field(() => String, { description: "Its number, such as `GB/T 33491-2017`." })
  number: string;

  @Field(() => LocalizedScalar, { description: "Its title." })
  title: Localized;
}

@ObjectType("NormVersion", { implements: Node, description: "One version of a norm." })
export class NormVersionObject extends Node {
  @Field(() => Int, { description: "Counted from 1." })
  number: number;

  @Field(() => TextState, { description: "How far its making has come." })
  state: TextState;

  @Field(() => LocalizedScalar, { description: "Its title." })
  title: Localized;

  @Field(() => Int, { description: "Counted up with every save; a save is made on the revision that was seen." })
  revision: number;

  @Field(() => Int, { description: "How often it was laid before the members." })
  round: number;

  @Field(() => DateScalar, { nullable: true, description: "The last day of the present or the last consultation; null when there was none." })
  consultationClosesOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day it was adopted in the portal; null before, and for what came adopted." })
  adoptedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day it begins to bind; null until it is adopted." })
  inForceOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day by which the association looks at it again; null when none is set." })
  reviewDueOn: string | null;

  @Field(() => String, { description: "SHA-256 of the whole version in all languages." })
  digest: string;

  @Field(() => LocalizedScalar, { description: "What stands before the chapters." })
  preamble: Localized;

  @Field(() => [ExternalNormObject], { description: "The standards it rests on." })
  externalNorms: ExternalNormObject[];
}

@ObjectType("Norm", { implements: Node, description: "A body of rules for the members' trade." })
export class NormObject extends Node {
  @Field(() => String, { description: "Its code, which decisions cite." })
  code: string;

  @Field(() => LocalizedScalar, { description: "Its title." })
  title: Localized;
}
