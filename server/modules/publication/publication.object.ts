import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { Node } from "../../platform/graphql/node.ts";
import { DateScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { Publicity } from "../supervision/index.ts";
import { AppealStanding } from "./public-file.rules.ts";
import { PublicationStanding } from "./publication.rules.ts";

registerEnumType(PublicationStanding, {
  name: "PublicationStanding",
  description: "How the publication of a decision stands today; it follows from its days.",
  valuesConfig: {
    NEVER_PUBLIC: { description: "It is on file and never public." },
    TO_COME: { description: "It will be public from its first day on." },
    PUBLIC: { description: "Everybody reads it on the public file." },
    OVER: { description: "Its last day has passed." },
    REPAIRED: { description: "A repair took it down." },
    SET_ASIDE: { description: "An appeal took it down." },
  },
});
registerEnumType(AppealStanding, {
  name: "AppealStanding",
  description: "How far an appeal against a decision has come.",
  valuesConfig: {
    OPEN: { description: "The firm can still appeal." },
    LODGED: { description: "The firm appealed, and it is not decided yet." },
    UPHELD: { description: "The appeal was decided, and the decision stands." },
    FINAL: { description: "No appeal was lodged in time, or it was withdrawn." },
  },
});

@ObjectType("PublishedClause", { description: "A clause as a published decision cites it." })
export class PublishedClauseObject {
  @Field(() => String, { description: "Its code." })
  code: string;

  @Field(() => Int, { description: "The version of the norm or the pledge it stands in." })
  version: number;

  @Field(() => Boolean, { description: "Whether it is of the pledge; otherwise of a norm." })
  ofPledge: boolean;

  @Field(() => LocalizedScalar, { description: "What it is about." })
  title: Localized;
}

@ObjectType("PublicityClass", { description: "How long decisions of one class are public." })
export class PublicityClassObject {
  @Field(() => Publicity, { description: "Which class." })
  code: Publicity;

  @Field(() => LocalizedScalar, { description: "Its name." })
  name: Localized;

  @Field(() => Int, { description: "After how many months repair can be asked for." })
  minMonths: number;

  @Field(() => Int, { description: "After how many months it ends by itself, at the latest." })
  maxMonths: number;
}

@ObjectType("PublicationTerms", { description: "How long decisions are public and how they are repaired; all of it the association's decision." })
export class PublicationTermsObject {
  @Field(() => Int, { description: "Their version." })
  version: number;

  @Field(() => LocalizedScalar, { description: "What they follow, and what they are not." })
  note: Localized;

  @Field(() => [PublicityClassObject], { description: "The classes, mildest first." })
  classes: PublicityClassObject[];

  @Field(() => Int, { description: "Within how many working days an application for repair is decided." })
  decisionWorkingDays: number;

  @Field(() => Int, { description: "Within how many working days the firm is told, the decision taken down." })
  feedbackWorkingDays: number;

  @Field(() => Int, { description: "How many days after a refusal a firm may ask again." })
  retryDays: number;

  @Field(() => Int, { description: "How many months it is shown that something was repaired." })
  repairShownMonths: number;

  @Field(() => LocalizedScalar, { description: "What a firm gives its word for in applying." })
  commitment: Localized;
}

@ObjectType("Publication", { implements: Node, description: "What is told of a sanction, and from when to when; the record stays for good." })
export class PublicationObject extends Node {
  @Field(() => Int, { description: "The number of the case." })
  caseNumber: number;

  @Field(() => LocalizedScalar, { description: "What was imposed, as the ladder names it." })
  stepName: Localized;

  @Field(() => Publicity, { nullable: true, description: "Its class; null for what is never public." })
  publicity: Publicity | null;

  @Field(() => String, { description: "Why it was imposed." })
  reasons: string;

  @Field(() => Int, { description: "The version of the ladder." })
  ladderVersion: number;

  @Field(() => DateScalar, { description: "The day it was decided." })
  decidedOn: string;

  @Field(() => DateScalar, { description: "The day it came in force, which is its first public day." })
  fromOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Its last public day unless something ends it before; null for what is never public." })
  untilOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day a repair or an appeal took it down; null while neither did." })
  endedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Until when it is shown that it was repaired; null while it was not." })
  repairShownUntil: string | null;
}

@ObjectType("AppealState", { description: "How far an appeal against a decision has come." })
export class AppealStateObject {
  @Field(() => AppealStanding, { description: "How it stands today." })
  standing: AppealStanding;

  @Field(() => DateScalar, { nullable: true, description: "Until when the firm can appeal; null where no appeal lies." })
  until: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day it was filed; null while none was." })
  filedOn: string | null;
}
