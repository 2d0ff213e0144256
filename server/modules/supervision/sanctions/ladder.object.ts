import { Field, Int, ObjectType } from "type-graphql";
import type { Localized } from "../../../kernel/language.ts";
import { DateScalar, LocalizedScalar } from "../../../platform/graphql/scalars.ts";

@ObjectType("SanctionTerm", { description: "How long a sanction can last, in whole months." })
export class SanctionTermObject {
  @Field(() => Int, { description: "At least." }) least: number;
  @Field(() => Int, { description: "At most." }) most: number;
}

@ObjectType("SanctionStep", { description: "One step of the ladder of sanctions." })
export class SanctionStepObject {
  @Field(() => String, { description: "Its code, the same in all versions." })
  code: string;

  @Field(() => LocalizedScalar, { description: "What it is called." })
  name: Localized;

  @Field(() => Boolean, { description: "Whether it can be imposed; a step that is switched off cannot." })
  enabled: boolean;

  @Field(() => Boolean, { description: "Whether the source document names it; the other steps are the association's decision." })
  namedInSource: boolean;

  @Field(() => Int, { description: "How many days a decision stays public; 0 for one that never is." })
  publishedDays: number;

  @Field(() => Boolean, { nullable: true, description: "Whether a basis must be stated beside the clause; null in the first version." })
  legalBasisRequired: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether an appeal keeps it from taking effect; null in the first version." })
  appealSuspends: boolean | null;

  @Field(() => SanctionTermObject, { nullable: true, description: "How long it can last; null for a step without a term." })
  months: SanctionTermObject | null;
}

@ObjectType("SanctionMitigation", { description: "What speaks for a member, and what it does to the sanction." })
export class SanctionMitigationObject {
  @Field(() => String, { description: "Its code." })
  code: string;

  @Field(() => LocalizedScalar, { description: "What it is called." })
  name: Localized;

  @Field(() => Int, { description: "By how many steps the sanction comes down." })
  stepsDown: number;

  @Field(() => String, { description: "How much of its days, in per cent, the decision stays public." })
  publishedShare: string;
}

@ObjectType("SanctionPeriods", { description: "How long those concerned have, in days." })
export class SanctionPeriodsObject {
  @Field(() => Int, { description: "To answer, from the notice on." })
  answerDays: number;

  @Field(() => Int, { description: "To appeal, from the decision on." })
  appealDays: number;

  @Field(() => Int, { description: "Until an appeal is decided." })
  appealDecisionDays: number;
}

@ObjectType("SupervisionForm", { description: "A way in which breaches come to light." })
export class SupervisionFormObject {
  @Field(() => String, { description: "Its code." })
  code: string;

  @Field(() => LocalizedScalar, { description: "What it is called." })
  name: Localized;
}

@ObjectType("AppealGround", { description: "A ground on which a decision can be appealed." })
export class AppealGroundObject {
  @Field(() => String, { description: "Its code." })
  code: string;

  @Field(() => LocalizedScalar, { description: "What it is called." })
  name: Localized;
}

@ObjectType("SanctionLadder", { description: "What a breach can lead to, as the association has decided it." })
export class SanctionLadderObject {
  @Field(() => Int, { description: "Counted from 1." })
  version: number;

  @Field(() => DateScalar, { description: "The day from which it holds." })
  effectiveFrom: string;

  @Field(() => LocalizedScalar, { description: "Its title." })
  title: Localized;

  @Field(() => LocalizedScalar, { description: "What the source says and what the association decided." })
  note: Localized;

  @Field(() => [SanctionStepObject], { description: "Mildest first." })
  steps: SanctionStepObject[];

  @Field(() => SanctionPeriodsObject, { description: "The time to answer and to appeal." })
  periods: SanctionPeriodsObject;

  @Field(() => [SupervisionFormObject], { description: "How breaches come to light." })
  supervisionForms: SupervisionFormObject[];
}
