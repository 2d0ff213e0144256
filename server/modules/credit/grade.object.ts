import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { Node } from "../../platform/graphql/node.ts";
import { DateTimeScalar, DecimalScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";

const GradeState = { RATED: "RATED", NOT_RATED: "NOT_RATED" } as const;
registerEnumType(GradeState, {
  name: "GradeState",
  description: "Whether there were facts enough for a grade.",
  valuesConfig: { RATED: { description: "There were." }, NOT_RATED: { description: "There were not; that is no bad grade." } },
});

@ObjectType("GradedArea", { description: "One area of a compliance grade." })
export class GradedAreaObject {
  @Field(() => String, { description: "Its code in the scheme." }) code: string;
  @Field(() => LocalizedScalar, { description: "Its name." }) name: Localized;
  @Field(() => DecimalScalar, { description: "Its weight of 100 in the scheme." }) weight: string;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null without facts." }) points: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "Its weight among the rated areas; null when it is not among them." }) effectiveWeight: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What it adds to the score; all together are the score." }) contribution: string | null;
}

@ObjectType("ComplianceGrade", { implements: Node, description: "A member's compliance grade (自律等級) as of one audit: the association's own, no public authority's." })
export class ComplianceGradeObject extends Node {
  @Field(() => GradeState, { description: "Whether there were facts enough." }) state: keyof typeof GradeState;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null when not rated." }) score: string | null;
  @Field(() => String, { nullable: true, description: "The grade, AAA to C; null when not rated." }) grade: string | null;
  @Field(() => Int, { description: "The version of the scheme that judged." }) schemeVersion: number;
  @Field(() => DateTimeScalar, { description: "When it was given." }) at: Date;
}

@ObjectType("GradeCount", { description: "How many members have a grade." })
export class GradeCountObject {
  @Field(() => String, { nullable: true, description: "The grade; null counts those not rated." }) grade: string | null;
  @Field(() => Int, { description: "How many." }) members: number;
}
