import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { type Grade, grades } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import { DateScalar, DecimalScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { Direction, InputType as InputKind, ProofLevel } from "./scheme.rules.ts";

registerEnumType(ProofLevel, {
  name: "ProofLevel",
  description: "How a reported value is proven.",
  valuesConfig: {
    SELF_DECLARED: { description: "The member says so." },
    DOCUMENT_BACKED: { description: "Evidence is attached." },
    VERIFIED: { description: "A reviewer, an audit or an inspection found it so." },
  },
});
registerEnumType(InputKind, { name: "InputKind", description: "What kind of figure is asked for." });
registerEnumType(Direction, {
  name: "Direction",
  description: "Which values are good.",
  valuesConfig: { HIGHER: { description: "The higher the better." }, LOWER: { description: "The lower the better." }, BAND: { description: "Good within a band." } },
});

/** The grades by name, as the contract shows them. */
export const GradeEnum = Object.fromEntries(grades.map((grade) => [grade, grade])) as Record<Grade, Grade>;
registerEnumType(GradeEnum, { name: "Grade", description: "A grade of the association's own, best first: of service quality or of compliance, as the field says; no public authority's rating." });

@ObjectType("IndicatorInput", { description: "One figure a member is asked for." })
export class IndicatorInputObject {
  @Field(() => String, { description: "Its code within the indicator." }) code: string;
  @Field(() => LocalizedScalar, { description: "What it is called." }) name: Localized;
  @Field(() => LocalizedScalar, { description: "The unit it is given in." }) unit: Localized;
  @Field(() => InputKind, { description: "What kind of figure it is." }) type: InputKind;
  @Field(() => DecimalScalar, { description: "The smallest figure taken." }) minimum: string;
  @Field(() => DecimalScalar, { description: "The largest figure taken." }) maximum: string;
  @Field(() => Boolean, { description: "Whether it must be given." }) required: boolean;
  @Field(() => LocalizedScalar, { nullable: true, description: "What to count; null when the name says it all." }) help: Localized | null;
}

@ObjectType("IndicatorFigure", { description: "A further figure shown beside an indicator's value." })
export class IndicatorFigureObject {
  @Field(() => String, { description: "Its code within the indicator." }) code: string;
  @Field(() => LocalizedScalar, { description: "What it is called." }) name: Localized;
  @Field(() => LocalizedScalar, { description: "Its unit." }) unit: Localized;
}

@ObjectType("IndicatorScoring", { description: "Where points begin and where they are full; linear between. The association's decision." })
export class IndicatorScoringObject {
  @Field(() => String, { description: "What is judged: `value`, or the code of a figure." }) on: string;
  @Field(() => Direction, { description: "Which values are good." }) direction: Direction;
  @Field(() => DecimalScalar, { nullable: true, description: "No points at this value and beyond; null for a band." }) zeroAt: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "Full points from this value on; null for a band." }) fullAt: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "No points at or below; null unless a band." }) zeroBelow: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "Where the band begins; null unless a band." }) fullFrom: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "Where the band ends; null unless a band." }) fullTo: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "No points at or above; null unless a band." }) zeroAbove: string | null;
}

@ObjectType("IndicatorAlias", { description: "The same quantity under another name in the source document." })
export class IndicatorAliasObject {
  @Field(() => ID, { description: "Its number there." }) number: string;
  @Field(() => LocalizedScalar, { description: "Its name there." }) name: Localized;
}

@ObjectType("Indicator", { description: "One thing that is measured, with its formula and how it is judged." })
export class IndicatorObject {
  @Field(() => ID, { description: "Its number in the scheme, such as `I-1.1`." }) number: string;
  @Field(() => ID, { description: "The group it belongs to, such as `G1`." }) group: string;
  @Field(() => String, { description: "Its code, such as `order_accuracy_rate`." }) code: string;
  @Field(() => LocalizedScalar, { description: "What it is called." }) name: Localized;
  @Field(() => LocalizedScalar, { description: "The formula in words." }) formulaText: Localized;
  @Field(() => LocalizedScalar, { description: "The unit of its value." }) unit: Localized;
  @Field(() => [IndicatorInputObject], { description: "The figures it is made from." }) inputs: IndicatorInputObject[];
  @Field(() => [IndicatorFigureObject], { description: "Figures shown beside its value." }) figures: IndicatorFigureObject[];
  @Field(() => IndicatorScoringObject, { description: "How points are earned." }) scoring: IndicatorScoringObject;
  @Field(() => DecimalScalar, { description: "What it weighs, of 100." }) weight: string;
  @Field(() => Int, { nullable: true, description: "Answers a value must stand on before it counts; null where one is enough." }) minimumCount: number | null;
  @Field(() => Boolean, { description: "Whether a member may say, with a reason, that it does not apply." }) mayBeNotApplicable: boolean;
  @Field(() => Boolean, { description: "Whether it is competitively sensitive: members see their own value alone." }) sensitive: boolean;
  @Field(() => LocalizedScalar, { description: "Which documents prove it." }) evidence: Localized;
  @Field(() => LocalizedScalar, { description: "How to read the formula." }) notes: Localized;
  @Field(() => [ID], { description: "Indicators that must stand beside it wherever it is shown." }) shownWith: string[];
  @Field(() => [IndicatorAliasObject], { description: "Its other names." }) alsoKnownAs: IndicatorAliasObject[];
}

@ObjectType("IndicatorGroup", { description: "Indicators that are asked for on one page." })
export class IndicatorGroupObject {
  @Field(() => ID, { description: "Its number in the scheme, such as `G1`." }) number: string;
  @Field(() => String, { description: "Its code, such as `order_processing`." }) code: string;
  @Field(() => LocalizedScalar, { description: "What it is called." }) name: Localized;
  @Field(() => DecimalScalar, { description: "What it weighs, of 100." }) weight: string;
}

@ObjectType("ProofLimit", { description: "The most points, of 100, a value may earn at a level of proof. The association's decision." })
export class ProofLimitObject {
  @Field(() => ProofLevel, { description: "The level." }) proof: ProofLevel;
  @Field(() => DecimalScalar, { description: "The most points." }) points: string;
}

@ObjectType("GradeFloor", { description: "The lowest score that still earns a grade. The association's decision." })
export class GradeFloorObject {
  @Field(() => GradeEnum, { description: "The grade." }) grade: Grade;
  @Field(() => DecimalScalar, { description: "The lowest score." }) floor: string;
}

@ObjectType("RequiredFacts", { description: "Below this there is no score. The association's decision." })
export class RequiredFactsObject {
  @Field(() => Int, { description: "Indicators that must be rated." }) indicators: number;
  @Field(() => DecimalScalar, { description: "Weight they must carry, of 100." }) weight: string;
  @Field(() => LocalizedScalar, { description: "The same in words." }) note: Localized;
}

@ObjectType("ServiceQualityScheme", { description: "How service quality is judged: one version, in force from a day, never edited." })
export class SchemeObject {
  @Field(() => Int, { description: "Which version." }) version: number;
  @Field(() => DateScalar, { description: "The day it came into force." }) effectiveFrom: string;
  @Field(() => LocalizedScalar, { description: "Its title." }) title: Localized;
  @Field(() => String, { description: "The currency of its amounts, by its three letters in ISO 4217." }) currency: string;
  @Field(() => [IndicatorGroupObject], { description: "Its groups in order." }) groups: IndicatorGroupObject[];
  @Field(() => [ProofLimitObject], { description: "What each level of proof can earn." }) proofLimits: ProofLimitObject[];
  @Field(() => LocalizedScalar, { description: "Why proof limits points." }) proofNote: Localized;
  @Field(() => LocalizedScalar, { description: "Why the weights are what they are." }) weightNote: Localized;
  @Field(() => [GradeFloorObject], { description: "The grades, best first." }) floors: GradeFloorObject[];
  @Field(() => RequiredFactsObject, { description: "What there must be for a score." }) requiredFacts: RequiredFactsObject;
}
