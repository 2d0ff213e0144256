import { Field, Int, ObjectType } from "type-graphql";
import type { Localized } from "../../../kernel/language.ts";
import { DateScalar, LocalizedScalar } from "../../../platform/graphql/scalars.ts";

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
