import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import type { Grade } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import { DecimalScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { GradeEnum } from "../assessments/api.ts";
import { ProofLevel } from "../assessments/index.ts";
import { Severity } from "../supervision/index.ts";
import { ChangeReason } from "./change.rules.ts";
import { CreditEntryObject } from "./entry.object.ts";
import { LeafRole } from "./explain.rules.ts";
import { ComplianceGradeObject, GradeState } from "./grade.object.ts";

registerEnumType(LeafRole, {
  name: "LeafRole",
  description: "What a part of a score does.",
  valuesConfig: {
    EARNED: { description: "It was earned." },
    MADE_UP: { description: "It makes up for lost points." },
    LOST: { description: "It was taken from the points of the area." },
    FAILURE: { description: "It was taken from the score itself." },
    BOUND: { description: "It keeps the points within their bounds." },
  },
});
registerEnumType(ChangeReason, {
  name: "ChangeReason",
  description: "Why a part of a score is another than before.",
  valuesConfig: {
    NEW: { description: "It came into the file." },
    SETTLED: { description: "It was settled." },
    AGED: { description: "It has become older and weighs less." },
    EXPIRED: { description: "It has ended to count." },
    CORRECTED: { description: "It was corrected." },
    OVERTAKEN: { description: "Another of its kind counts in its stead." },
    REWEIGHED: { description: "Its area has another part in the whole, or its bounds moved." },
    SCHEME: { description: "Another version of the scheme judges." },
  },
});

@ObjectType("ScoreLeaf", { description: "The least that a score is made of: an entry, or what keeps the points within their bounds." })
export class ScoreLeafObject {
  @Field(() => String, { description: "Names it among all parts of the member's scores." }) key: string;
  @Field(() => LeafRole, { description: "What it does." }) role: LeafRole;
  @Field(() => LocalizedScalar, { description: "What it is, in words." }) words: Localized;
  @Field(() => DecimalScalar, { description: "How much of its full weight it has, in per cent." }) share: string;
  @Field(() => DecimalScalar, { description: "Its points of the area's 100, or of the score where it is a failure; below nought where they are taken." }) points: string;
  @Field(() => DecimalScalar, { nullable: true, description: "What it adds to the score, or takes from it; null while there is no score." }) contribution: string | null;
  @Field(() => Boolean, { description: "Whether it would weigh less if it were settled." }) settleable: boolean;
  @Field(() => CreditEntryObject, { nullable: true, description: "The entry behind it; null where it is a bound, or only supposed." }) entry: CreditEntryObject | null;
}

@ObjectType("AreaMinimum", { description: "Below so many points in an area, no better grade." })
export class AreaMinimumObject {
  @Field(() => DecimalScalar, { description: "The points, of 100." }) points: string;
  @Field(() => GradeEnum, { description: "The best grade that is then left." }) grade: Grade;
}

@ObjectType("ExplainedArea", { description: "One area of a score, down to its entries." })
export class ExplainedAreaObject {
  @Field(() => String, { description: "Its code in the scheme." }) code: string;
  @Field(() => LocalizedScalar, { description: "Its name." }) name: Localized;
  @Field(() => DecimalScalar, { description: "Its weight of 100 in the scheme." }) weight: string;
  @Field(() => AreaMinimumObject, { description: "What it wants at least." }) minimum: AreaMinimumObject;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null when it is not rated." }) points: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "Its weight among the rated areas; null when it is not among them." }) effectiveWeight: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What it adds to the score, all together being the score; null when it adds or takes nothing." }) contribution: string | null;
  @Field(() => [ScoreLeafObject], { description: "What it is made of, biggest first; their contributions add up to its own." }) leaves: ScoreLeafObject[];
}

@ObjectType("GradeLimit", { description: "Why a grade is no better, whatever the score." })
export class GradeLimitObject {
  @Field(() => GradeEnum, { description: "The best grade that is left." }) grade: Grade;
  @Field(() => LocalizedScalar, { description: "The area it comes from." }) areaName: Localized;
  @Field(() => DecimalScalar, { nullable: true, description: "The minimum the area does not reach; null when an entry is the reason." }) minimum: string | null;
  @Field(() => CreditEntryObject, { nullable: true, description: "The entry that is the reason; null when the area's minimum is, or it is only supposed." }) entry: CreditEntryObject | null;
}

@ObjectType("CreditScore", { description: "A compliance grade from its score over the areas down to the entries; the parts add up exactly." })
export class CreditScoreObject {
  @Field(() => GradeState, { description: "Whether there are facts enough." }) state: keyof typeof GradeState;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null when not rated." }) score: string | null;
  @Field(() => GradeEnum, { nullable: true, description: "The grade; null when not rated." }) grade: Grade | null;
  @Field(() => [ExplainedAreaObject], { description: "The areas, in the scheme's order." }) areas: ExplainedAreaObject[];
  @Field(() => [GradeLimitObject], { description: "What holds the grade back; empty when nothing does." }) limits: GradeLimitObject[];
}

@ObjectType("GradeChangePart", { description: "One thing by which two scores differ." })
export class GradeChangePartObject {
  @Field(() => String, { description: "Names it among all parts of the member's scores." }) key: string;
  @Field(() => ChangeReason, { description: "Why." }) reason: ChangeReason;
  @Field(() => LocalizedScalar, { description: "What it is about, in words." }) words: Localized;
  @Field(() => LocalizedScalar, { description: "Its area." }) areaName: Localized;
  @Field(() => DecimalScalar, { description: "By how much; all of them are the difference exactly." }) difference: string;
  @Field(() => CreditEntryObject, { nullable: true, description: "The entry behind it; null where it is none." }) entry: CreditEntryObject | null;
}

@ObjectType("GradeChange", { description: "What became of a score since the grade before it." })
export class GradeChangeObject {
  @Field(() => ComplianceGradeObject, { description: "The grade before it." }) since: ComplianceGradeObject;
  @Field(() => DecimalScalar, { description: "By how much the score is another." }) difference: string;
  @Field(() => [GradeChangePartObject], { description: "By what, greatest first." }) parts: GradeChangePartObject[];
}

@InputType("HypotheticalEntry", { description: "An entry that might be." })
export class HypotheticalEntryInput {
  @Field(() => String, { description: "Its kind, by its code." }) kind: string;
  @Field(() => Severity, { nullable: true, description: "How grave it would be; absent where that means nothing." }) severity?: Severity | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What would be measured, of 100; absent where nothing is." }) value?: string | null;
  @Field(() => ProofLevel, { description: "How it would be proven." }) proof: ProofLevel;
}

@InputType("CreditSimulationInput", { description: "What is supposed to have happened now; at most 20 of each." })
export class CreditSimulationInput {
  @Field(() => [HypotheticalEntryInput], { description: "Entries that might be." }) entries: HypotheticalEntryInput[];
  @Field(() => [ID], { description: "Entries supposed to be settled." }) settled: string[];
}
