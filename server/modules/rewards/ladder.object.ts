import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { DateScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { CriterionCode, EffectCode, RewardKind } from "./reward-ladder.rules.ts";

registerEnumType(RewardKind, {
  name: "RewardKind",
  description: "A step of the reward ladder.",
  valuesConfig: {
    COMMENDATION: { description: "For one deed, at any time." },
    HONOUR_LIST: { description: "By a yearly round." },
    EXCELLENT_SERVICE_ENTERPRISE: { description: "By a yearly round, on stricter criteria." },
  },
});
registerEnumType(CriterionCode, {
  name: "RewardCriterionCode",
  description: "What a reward may ask of a firm.",
  valuesConfig: {
    IN_GOOD_STANDING: { description: "It is a member that is not suspended." },
    MEMBER_MONTHS: { description: "It has been a member for so many months." },
    MINIMUM_GRADE: { description: "Its latest compliance grade is so good or better." },
    MINIMUM_SERVICE_SCORE: { description: "Its latest confirmed assessment scored so many points or more." },
    NO_GRADE_CAP: { description: "No entry caps its grade." },
    NO_OPEN_FINDING: { description: "The latest audit found nothing so grave." },
    NO_UNSETTLED_SANCTION: { description: "No sanction in its credit file is left unrepaired." },
    PLEDGE_SIGNED: { description: "It has signed the pledge in force." },
  },
});
registerEnumType(EffectCode, {
  name: "RewardEffectCode",
  description: "What a reward brings.",
  valuesConfig: {
    INSPECTION_SHARE: { description: "It is drawn for inspection less often; the value is per cent of the usual chance." },
    FAST_LANE: { description: "What it hands in is looked at first." },
    TOLERANT_PAPERS: { description: "Missing papers may follow; the value is the days it has for them." },
  },
});

@ObjectType("RewardCriterion", { description: "Something a reward asks of a firm." })
export class CriterionObject {
  @Field(() => CriterionCode, { description: "What is asked." }) code: CriterionCode;
  @Field(() => String, { nullable: true, description: "The grade, points, months or severity it begins at; null where nothing is measured." }) atLeast: string | null;
  @Field(() => LocalizedScalar, { description: "The same in words." }) words: Localized;
}

@ObjectType("RewardEffect", { description: "Something a reward brings, as the ladder has it." })
export class EffectObject {
  @Field(() => EffectCode, { description: "What it is." }) code: EffectCode;
  @Field(() => Int, { nullable: true, description: "Per cent or days; null where nothing is measured." }) value: number | null;
  @Field(() => LocalizedScalar, { description: "The same in words." }) words: Localized;
}

@ObjectType("RewardEffectInForce", { description: "Something a firm has today for being rewarded." })
export class EffectInForceObject extends EffectObject {
  @Field(() => RewardKind, { description: "The kind of reward it comes from." }) kind: RewardKind;
  @Field(() => DateScalar, { description: "The last day on which it has it." }) through: string;
}

@ObjectType("RewardStep", { description: "A step of the reward ladder." })
export class StepObject {
  @Field(() => RewardKind, { description: "Which one." }) code: RewardKind;
  @Field(() => LocalizedScalar, { description: "Its name." }) name: Localized;
  @Field(() => LocalizedScalar, { description: "What it is for and how it is given." }) purpose: Localized;
  @Field(() => Boolean, { description: "Whether it is given by a yearly round." }) yearly: boolean;
  @Field(() => Int, { description: "For how many months it holds." }) months: number;
  @Field(() => [CriterionObject], { description: "What a firm has to meet, all of it." }) criteria: CriterionObject[];
  @Field(() => [EffectObject], { description: "What it brings." }) effects: EffectObject[];
}

@ObjectType("RewardLadder", { description: "What the association has decided about rewards." })
export class LadderObject {
  @Field(() => Int, { description: "Its version." }) version: number;
  @Field(() => DateScalar, { description: "The day from which it holds." }) effectiveFrom: string;
  @Field(() => Int, { description: "How many days a deed may lie back when it is proposed." }) deedWithinDays: number;
  @Field(() => LocalizedScalar, { description: "What is the association's own decision in it." }) note: Localized;
  @Field(() => [StepObject], { description: "Its steps." }) steps: StepObject[];
}

@ObjectType("RewardCriterionStanding", { description: "How a firm stands to a criterion, with the figure that was held against it." })
export class CriterionStandingObject extends CriterionObject {
  @Field(() => String, { nullable: true, description: "What is known of the firm; null where nothing is, which meets nothing." }) figure: string | null;
  @Field(() => Boolean, { description: "Whether the firm meets it." }) met: boolean;
}

@ObjectType("RewardOutlook", { description: "What a firm has and lacks today for a reward." })
export class OutlookObject {
  @Field(() => RewardKind, { description: "Which reward." }) kind: RewardKind;
  @Field(() => LocalizedScalar, { description: "Its name." }) name: Localized;
  @Field(() => Boolean, { description: "Whether it meets every criterion." }) qualified: boolean;
  @Field(() => [CriterionStandingObject], { description: "Each criterion, met or not." }) criteria: CriterionStandingObject[];
}
