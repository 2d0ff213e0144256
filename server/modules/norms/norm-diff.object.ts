import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { Language } from "../../kernel/language.ts";
import { LanguageEnum } from "../../platform/graphql/scalars.ts";
import { NormVersionObject } from "./norm.object.ts";
import { PartChange } from "./norm-diff.rules.ts";
import { PieceChange } from "./text-diff.rules.ts";

registerEnumType(PieceChange, {
  name: "PieceChange",
  description: "What became of a piece of text between two versions.",
  valuesConfig: {
    SAME: { description: "It stands in both." },
    REMOVED: { description: "It stands in the first alone." },
    ADDED: { description: "It stands in the second alone." },
  },
});

registerEnumType(PartChange, {
  name: "PartChange",
  description: "What became of a chapter or an article between two versions.",
  valuesConfig: {
    SAME: { description: "It reads the same." },
    CHANGED: { description: "It reads otherwise." },
    ADDED: { description: "It is new." },
    REMOVED: { description: "It is gone; its code is not used again." },
  },
});

@ObjectType("TextPiece", { description: "A piece of a text compared: the pieces that are not added are the first text, those not removed the second." })
export class TextPieceObject {
  @Field(() => PieceChange, { description: "What became of it." })
  change: PieceChange;

  @Field(() => String, { description: "Its words." })
  text: string;
}

@ObjectType("NormPartComparison", { description: "One chapter or article in two versions, found by its code." })
export class NormPartComparisonObject {
  @Field(() => String, { description: "Its code." })
  code: string;

  @Field(() => String, { nullable: true, description: "The code of the chapter it stands in, or stood in; null for a chapter." })
  chapter: string | null;

  @Field(() => PartChange, { description: "What became of it." })
  change: PartChange;

  @Field(() => Boolean, { description: "Whether it stands in another chapter, or in another order among the others." })
  isMoved: boolean;

  @Field(() => [TextPieceObject], { description: "Its heading." })
  title: TextPieceObject[];

  @Field(() => [TextPieceObject], { description: "What it says; empty for a chapter." })
  text: TextPieceObject[];
}

@ObjectType("NormComparison", { description: "Two versions of a norm side by side, in one language." })
export class NormComparisonObject {
  @Field(() => NormVersionObject, { description: "The first." })
  from: object;

  @Field(() => NormVersionObject, { description: "The second." })
  to: object;

  @Field(() => LanguageEnum, { description: "The language compared." })
  language: Language;

  @Field(() => [TextPieceObject], { description: "The titles." })
  title: TextPieceObject[];

  @Field(() => [TextPieceObject], { description: "What stands before the chapters." })
  preamble: TextPieceObject[];

  @Field(() => [NormPartComparisonObject], { description: "Chapters and articles in the order of the second; what was removed stands where it stood." })
  parts: NormPartComparisonObject[];
}
