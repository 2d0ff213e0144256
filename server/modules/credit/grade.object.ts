import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Grade, GradeFloor } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import { Node } from "../../platform/graphql/node.ts";
import { DateScalar, DateTimeScalar, DecimalScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { GradeEnum, GradeFloorObject } from "../assessments/api.ts";
import { Severity } from "../supervision/index.ts";
import { EntryKindObject } from "./entry.object.ts";
import { AreaFacts } from "./grade.rules.ts";

export const GradeState = { RATED: "RATED", NOT_RATED: "NOT_RATED" } as const;
registerEnumType(GradeState, {
  name: "GradeState",
  description: "Whether there were facts enough for a grade.",
  valuesConfig: { RATED: { description: "There were." }, NOT_RATED: { description: "There were not; that is no bad grade." } },
});

registerEnumType(AreaFacts, {
  name: "AreaFacts",
  description: "The facts an area of a compliance grade is rated on.",
  valuesConfig: {
    PLEDGE_SIGNATURE: { description: "Whether the pledge in force is signed." },
    CONFIRMED_ASSESSMENT: { description: "The score of the latest confirmed self-assessment." },
    AUDIT_FINDINGS: { description: "What the audit found." },
    COMPLAINT_CASES: { description: "How complaints were handled." },
    PRICE_CASES: { description: "How prices were set." },
    TRACE_AND_TESTS: { description: "Traceability and quality tests." },
    GREEN_RECORDS: { description: "Green practice." },
    TRAINING_RECORDS: { description: "Training of staff." },
  },
});

@ObjectType("FindingDeduction", { description: "What one finding of an audit costs." })
export class FindingDeductionObject {
  @Field(() => Severity, { description: "How grave the finding is." }) severity: Severity;
  @Field(() => DecimalScalar, { description: "The points taken from the 100 of its area." }) points: string;
}

@ObjectType("CreditScheme", { description: "One version of how compliance grades are given; everything in it is the association's decision." })
export class CreditSchemeObject {
  @Field(() => Int, { description: "Its version." }) version: number;
  @Field(() => DateScalar, { description: "The day from which it judges." }) effectiveFrom: string;
  @Field(() => LocalizedScalar, { description: "Its name." }) title: Localized;
  @Field(() => Int, { description: "In how many areas there must be facts for a grade." }) requiredAreas: number;
  @Field(() => DecimalScalar, { description: "How much of the weight of 100 those areas must carry." }) requiredWeight: string;
  @Field(() => [GradeFloorObject], { description: "What each grade takes, best first." }) floors: GradeFloor[];
  @Field(() => [FindingDeductionObject], { description: "What findings cost, gravest first." }) deductions: FindingDeductionObject[];
  @Field(() => [EntryKindObject], { description: "The kinds of entries it knows; none in the first version, which judged without the ledger." }) kinds: EntryKindObject[];
}

@ObjectType("GradedArea", { description: "One area of a compliance grade." })
export class GradedAreaObject {
  @Field(() => String, { description: "Its code in the scheme." }) code: string;
  @Field(() => LocalizedScalar, { description: "Its name." }) name: Localized;
  @Field(() => AreaFacts, { description: "What it is rated on." }) facts: AreaFacts;
  @Field(() => DecimalScalar, { description: "Its weight of 100 in the scheme." }) weight: string;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null without facts." }) points: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "Its weight among the rated areas; null when it is not among them." }) effectiveWeight: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What it adds to the score or takes from it, all together being the score; null when it does neither." }) contribution: string | null;
}

@ObjectType("ComplianceGrade", { implements: Node, description: "A member's compliance grade (自律等級) as of one audit: the association's own, no public authority's." })
export class ComplianceGradeObject extends Node {
  @Field(() => GradeState, { description: "Whether there were facts enough." }) state: keyof typeof GradeState;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null when not rated." }) score: string | null;
  @Field(() => GradeEnum, { nullable: true, description: "The grade; null when not rated." }) grade: Grade | null;
  @Field(() => Int, { description: "The version of the scheme that judged." }) schemeVersion: number;
  @Field(() => DateTimeScalar, { description: "When it was given." }) at: Date;
}

@ObjectType("GradeCount", { description: "How many members have a grade." })
export class GradeCountObject {
  @Field(() => GradeEnum, { nullable: true, description: "The grade; null counts those not rated." }) grade: Grade | null;
  @Field(() => Int, { description: "How many." }) members: number;
}
