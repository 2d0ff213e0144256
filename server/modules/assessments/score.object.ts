import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Grade } from "../../kernel/grade.ts";
import { DecimalScalar } from "../../platform/graphql/scalars.ts";
import { GradeEnum } from "./scheme.object.ts";
import { ProofLevel } from "./scheme.rules.ts";
import { IndicatorState, type ReasonCode } from "./score-tree.rules.ts";

const ScoreState = { RATED: "RATED", NOT_RATED: "NOT_RATED" } as const;
registerEnumType(ScoreState, {
  name: "ScoreState",
  description: "Whether there were facts enough for a score.",
  valuesConfig: { RATED: { description: "There is a score." }, NOT_RATED: { description: "Too few facts: no score and no grade." } },
});

registerEnumType(IndicatorState, {
  name: "IndicatorState",
  description: "Why an indicator has points, or has none; only rated ones weigh.",
  valuesConfig: {
    RATED: { description: "It has points." },
    NO_DATA: { description: "The denominator is nought: neither 0 % nor 100 %." },
    TOO_FEW: { description: "It stands on too few answers to count." },
    NO_BASELINE: { description: "It is judged against the member's own earlier figure, which is not given." },
    NOT_APPLICABLE: { description: "The member says, with a reason, that it does not apply." },
    UNANSWERED: { description: "Figures are missing." },
  },
});

const ReasonCodeEnum = {
  BELOW_TARGET: "BELOW_TARGET", ABOVE_TARGET: "ABOVE_TARGET", BELOW_BAND: "BELOW_BAND", ABOVE_BAND: "ABOVE_BAND",
  LIMITED_BY_PROOF: "LIMITED_BY_PROOF", ADJUSTED: "ADJUSTED", TOO_FEW_FACTS: "TOO_FEW_FACTS", NO_DATA: "NO_DATA", TOO_FEW: "TOO_FEW",
  NO_BASELINE: "NO_BASELINE", NOT_APPLICABLE: "NOT_APPLICABLE", UNANSWERED: "UNANSWERED",
} as const satisfies { [Code in ReasonCode]: Code };
registerEnumType(ReasonCodeEnum, { name: "ScoreReasonCode", description: "Why points were lost, or are not there." });

@ObjectType("NamedFigure", { description: "A figure under its name." })
export class NamedFigureObject {
  @Field(() => String, { description: "Its name in the scheme." }) code: string;
  @Field(() => DecimalScalar, { nullable: true, description: "The figure; null when there is none." }) value: string | null;
}

const figureOf = (description: string) => Field(() => DecimalScalar, { nullable: true, description: `${description}; null where the reason has none.` });

@ObjectType("ScoreReason", { description: "Why points were lost, as a code and its figures; the page puts it into words." })
export class ScoreReasonObject {
  @Field(() => ReasonCodeEnum, { description: "The reason." }) code: ReasonCode;
  @figureOf("The value that was judged") value: string | null;
  @figureOf("The value from which points are full") target: string | null;
  @figureOf("The most points the proof allows") limit: string | null;
  @figureOf("Points of 100 lost to it") lost: string | null;
  @figureOf("The member's own value") declared: string | null;
  @figureOf("The answers it stands on") n: string | null;
  @figureOf("The answers it should stand on") minimum: string | null;
}

@ObjectType("IndicatorScore", { description: "One indicator judged. The contributions of all add up to the score exactly." })
export class IndicatorScoreObject {
  @Field(() => ID, { description: "The indicator's number." }) indicator: string;
  @Field(() => ID, { description: "The group it belongs to." }) group: string;
  @Field(() => IndicatorState, { description: "Whether it has points, and why not." }) state: IndicatorState;
  @Field(() => DecimalScalar, { nullable: true, description: "The value of the answers in force; null when they give none." }) value: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "The denominator the value stands on; null when it is missing." }) n: string | null;
  @Field(() => [NamedFigureObject], { description: "Figures shown beside the value." }) figures: NamedFigureObject[];
  @Field(() => DecimalScalar, { nullable: true, description: "The member's own value where a reviewer adjusted it; else null." }) declaredValue: string | null;
  @Field(() => ProofLevel, { nullable: true, description: "How it is proven; null without an answer." }) proof: ProofLevel | null;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null when it is not rated." }) points: string | null;
  @Field(() => DecimalScalar, { description: "Its weight in the scheme." }) weight: string;
  @Field(() => DecimalScalar, { nullable: true, description: "Its weight among the rated, of 100; null when it is not rated." }) effectiveWeight: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What it adds to the score; null when it is not rated." }) contribution: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What it costs the score; null when it is not rated." }) lost: string | null;
  @Field(() => [ScoreReasonObject], { description: "Why points were lost." }) reasons: ScoreReasonObject[];
}

@ObjectType("GroupScore", { description: "One group judged." })
export class GroupScoreObject {
  @Field(() => ID, { description: "The group's number." }) group: string;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null when none of its indicators is rated." }) points: string | null;
  @Field(() => DecimalScalar, { description: "Its weight in the scheme." }) weight: string;
  @Field(() => DecimalScalar, { nullable: true, description: "Its weight among the rated; null when nothing in it is." }) effectiveWeight: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What it adds to the score; null when nothing in it is rated." }) contribution: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What it costs the score; null when nothing in it is rated." }) lost: string | null;
}

@ObjectType("AssessmentScore", { description: "The whole reckoning: score, groups, indicators, and why points were lost." })
export class ScoreObject {
  @Field(() => Int, { description: "The version of the scheme that judged." }) schemeVersion: number;
  @Field(() => ScoreState, { description: "Whether there were facts enough." }) state: "RATED" | "NOT_RATED";
  @Field(() => DecimalScalar, { nullable: true, description: "Out of 100; null when there were too few facts." }) score: string | null;
  @Field(() => GradeEnum, { nullable: true, description: "The grade it earns; null when there were too few facts." }) grade: Grade | null;
  @Field(() => Int, { description: "How many indicators were rated." }) ratedIndicators: number;
  @Field(() => DecimalScalar, { description: "The weight they carry in the scheme, of 100." }) ratedWeight: string;
  @Field(() => [ScoreReasonObject], { description: "Why there is no score; empty when there is one." }) reasons: ScoreReasonObject[];
  @Field(() => [GroupScoreObject], { description: "The groups in order." }) groups: GroupScoreObject[];
}
