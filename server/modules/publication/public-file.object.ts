import { Field, Int, ObjectType } from "type-graphql";
import type { Grade } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import { DateScalar, DateTimeScalar, DecimalScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { GradeEnum } from "../assessments/api.ts";
import { RegionObject } from "../members/api.ts";
import { HonourObject } from "../rewards/api.ts";
import { MemberStatus, ProductLine, SizeClass } from "../members/index.ts";
import { Publicity, Severity } from "../supervision/index.ts";
import { AppealStateObject, PublishedClauseObject } from "./publication.object.ts";

@ObjectType("PublicPledge", { description: "The version of the pledge a firm signed." })
export class PublicPledgeObject {
  @Field(() => Int, { description: "Which version." }) version: number;
  @Field(() => DateScalar, { description: "The day it was signed." }) signedOn: string;
}

@ObjectType("PublicGradeArea", { description: "One area of a compliance grade." })
export class PublicGradeAreaObject {
  @Field(() => String, { description: "Its code in the scheme." }) code: string;
  @Field(() => LocalizedScalar, { description: "Its name." }) name: Localized;
  @Field(() => DecimalScalar, { description: "Its weight of 100." }) weight: string;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null without facts." }) points: string | null;
}

@ObjectType("PublicGradeReason", { description: "One kind of thing that stands for or against a firm; what an entry says is not told." })
export class PublicGradeReasonObject {
  @Field(() => LocalizedScalar, { description: "Its kind." }) kindName: Localized;
  @Field(() => LocalizedScalar, { description: "Its area." }) areaName: Localized;
  @Field(() => Severity, { nullable: true, description: "How grave it is; null where that means nothing." }) severity: Severity | null;
  @Field(() => DecimalScalar, { description: "What it adds to the score or takes from it." }) contribution: string;
}

@ObjectType("PublicGradeLimit", { description: "Why a grade is no better, whatever the score." })
export class PublicGradeLimitObject {
  @Field(() => GradeEnum, { description: "The best grade that is left." }) grade: Grade;
  @Field(() => LocalizedScalar, { description: "The area it comes from." }) areaName: Localized;
  @Field(() => DecimalScalar, { nullable: true, description: "The minimum the area does not reach; null when an entry of the file is the reason." }) minimum: string | null;
}

@ObjectType("PublicGrade", { description: "A firm's latest compliance grade: the association's own, no public authority's." })
export class PublicGradeObject {
  @Field(() => GradeEnum, { nullable: true, description: "The grade; null when there were too few facts to rate." }) grade: Grade | null;
  @Field(() => DecimalScalar, { nullable: true, description: "Points of 100; null when not rated." }) score: string | null;
  @Field(() => DateTimeScalar, { description: "When it was given." }) givenAt: Date;
  @Field(() => Int, { description: "The version of the scheme that judged." }) schemeVersion: number;
  @Field(() => LocalizedScalar, { description: "Its name." }) schemeTitle: Localized;
  @Field(() => [PublicGradeAreaObject], { description: "The areas it is made of." }) areas: PublicGradeAreaObject[];
  @Field(() => PublicGradeReasonObject, { nullable: true, description: "What weighs most for the firm; null when nothing that is told does." }) best: PublicGradeReasonObject | null;
  @Field(() => PublicGradeReasonObject, { nullable: true, description: "What weighs most against it; null when nothing that is told does." }) worst: PublicGradeReasonObject | null;
  @Field(() => [PublicGradeLimitObject], { description: "What holds it back; empty when nothing does." }) limits: PublicGradeLimitObject[];
}

@ObjectType("PublicDecision", { description: "A decision on public display today." })
export class PublicDecisionObject {
  @Field(() => Int, { description: "The number of the case." }) caseNumber: number;
  @Field(() => LocalizedScalar, { description: "What was imposed." }) stepName: Localized;
  @Field(() => Publicity, { description: "Its class." }) publicity: Publicity;
  @Field(() => [PublishedClauseObject], { description: "The clauses it cites." }) clauses: PublishedClauseObject[];
  @Field(() => String, { description: "Why." }) reasons: string;
  @Field(() => Int, { description: "The version of the ladder." }) ladderVersion: number;
  @Field(() => DateScalar, { description: "The day it was decided." }) decidedOn: string;
  @Field(() => DateScalar, { description: "The first day it is public." }) fromOn: string;
  @Field(() => DateScalar, { description: "The last day it is public, unless something ends it before." }) untilOn: string;
  @Field(() => AppealStateObject, { description: "How far an appeal has come." }) appeal: AppealStateObject;
}

@ObjectType("PublicRepair", { description: "A decision that was repaired." })
export class PublicRepairObject {
  @Field(() => Int, { description: "The number of the case." }) caseNumber: number;
  @Field(() => DateScalar, { description: "The day it was decided." }) decidedOn: string;
  @Field(() => DateScalar, { description: "The day it was repaired." }) repairedOn: string;
  @Field(() => DateScalar, { description: "The last day this is shown." }) shownUntil: string;
  @Field(() => LocalizedScalar, { nullable: true, description: "What was imposed; null where that is withheld after repair." }) stepName: Localized | null;
  @Field(() => String, { nullable: true, description: "Why; null where that is withheld after repair." }) reasons: string | null;
  @Field(() => [PublishedClauseObject], { description: "The clauses it cited; empty where they are withheld after repair." }) clauses: PublishedClauseObject[];
}

@ObjectType("PublicFile", { description: "All that every stranger may know of a firm, as of one day." })
export class PublicFileObject {
  @Field(() => DateScalar, { description: "The day it is as of." }) asOf: string;
  @Field(() => Int, { description: "The firm's number in the list of members." }) number: number;
  @Field(() => LocalizedScalar, { description: "Its name." }) name: Localized;
  @Field(() => RegionObject, { description: "Where it is registered." }) region: RegionObject;
  @Field(() => SizeClass, { description: "How large it is." }) sizeClass: SizeClass;
  @Field(() => [ProductLine], { description: "What it deals in." }) productLines: ProductLine[];
  @Field(() => DateScalar, { description: "The day it was admitted; the last time, where it had left before." }) admittedOn: string;
  @Field(() => MemberStatus, { description: "Where it stands today." }) status: MemberStatus;
  @Field(() => DateScalar, { description: "Since when." }) statusSince: string;
  @Field(() => PublicPledgeObject, { nullable: true, description: "The newest version of the pledge it signed; null when it signed none." }) pledge: PublicPledgeObject | null;
  @Field(() => PublicGradeObject, { nullable: true, description: "Its latest compliance grade; null before the first." }) grade: PublicGradeObject | null;
  @Field(() => [HonourObject], { description: "What it was given and not had taken back, latest first, at most 50." }) honours: HonourObject[];
  @Field(() => [PublicDecisionObject], { description: "Decisions on public display today, newest first, at most 50." }) decisions: PublicDecisionObject[];
  @Field(() => [PublicRepairObject], { description: "Decisions that were repaired, as long as that is shown, latest first, at most 50." }) repairs: PublicRepairObject[];
}
