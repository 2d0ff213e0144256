import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../platform/graphql/node.ts";
import { DateScalar, DateTimeScalar, LanguageEnum } from "../../../platform/graphql/scalars.ts";
import { casePayload, SeenInput } from "../cases/case-acts.object.ts";
import { CaseChoice } from "./decision.rules.ts";
import { Publicity } from "./ladder.rules.ts";

registerEnumType(CaseChoice, {
  name: "CaseChoice",
  description: "What a panel may choose about a case.",
  valuesConfig: {
    IMPOSE: { description: "What was drafted." },
    DISMISS: { description: "Nothing is sanctioned." },
    RETURN: { description: "Another draft is to be written." },
  },
});
registerEnumType(Publicity, {
  name: "Publicity",
  description: "Of which class a published decision is; each has its window.",
  valuesConfig: { MINOR: { description: "Minor." }, ORDINARY: { description: "Ordinary." }, SERIOUS: { description: "Serious." } },
});

@ObjectType("CasePaper", { description: "A notice in one language, to fetch at `/files/<id>`." })
export class CasePaperObject {
  @Field(() => LanguageEnum, { description: "Its language." }) language: string;
  @Field(() => ID, { description: "The file." }) fileId: string;
}

@ObjectType("SanctionDecision", { implements: Node, description: "What a panel decided; its words are never changed." })
export class DecisionObject extends Node {
  @Field(() => String, { description: "`SANCTION` or `DISMISSED`." }) outcome: string;
  @Field(() => String, { nullable: true, description: "The step imposed, by code; null for a dismissal." }) step: string | null;
  @Field(() => Publicity, { nullable: true, description: "Of which class it is when published; null when it never is." }) publicity: Publicity | null;
  @Field(() => Int, { description: "How many days it stays public." }) publishedDays: number;
  @Field(() => Int, { nullable: true, description: "For how many months; null for a step without a term." }) months: number | null;
  @Field(() => String, { nullable: true, description: "How much; null unless it is a penalty in money." }) amount: string | null;
  @Field(() => String, { nullable: true, description: "The basis beside the clause; null where none was needed." }) legalBasis: string | null;
  @Field(() => [String], { description: "What was counted for the member, by code." }) mitigations: string[];
  @Field(() => String, { description: "Why." }) reasons: string;
  @Field(() => Int, { description: "The version of the ladder it was decided by." }) ladderVersion: number;
  @Field(() => String, { description: "SHA-256 over what was decided." }) digest: string;
  @Field(() => DateTimeScalar, { description: "When." }) decidedAt: Date;
  @Field(() => DateScalar, { nullable: true, description: "The day the member was told; null before." }) servedOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The last day for an appeal; null before it is served, and where none is possible." }) appealUntil: string | null;
  @Field(() => DateScalar, { nullable: true, description: "From which day it has effect; null before." }) inForceOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Its last day; null for a sanction without a term." }) endsOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The day an appeal did away with it; null while it stands." }) setAsideOn: string | null;
}

@InputType("CasePanelSeatInput", { description: "Who is to decide." })
export class CasePanelSeatInput extends SeenInput {
  @Field(() => [ID], { description: "Who." }) userIds: string[];
}

@InputType("CaseVoteCastInput", { description: "A vote." })
export class CaseVoteCastInput extends SeenInput {
  @Field(() => CaseChoice, { description: "What is chosen." }) choice: CaseChoice;
  @Field(() => String, { description: "Why." }) reason: string;
}

@InputType("CaseDecideInput", { description: "The case that is to be decided as the votes have it." })
export class CaseDecideInput extends SeenInput {}

@InputType("CaseDecisionServeInput", { description: "The case whose decision the member is told." })
export class CaseDecisionServeInput extends SeenInput {}

export const CasePanelSeatPayload = casePayload("CasePanelSeatPayload", "What became of the seating.");
export const CaseVoteCastPayload = casePayload("CaseVoteCastPayload", "What became of the vote.");
export const CaseDecidePayload = casePayload("CaseDecidePayload", "What became of the decision.");
export const CaseDecisionServePayload = casePayload("CaseDecisionServePayload", "What became of the serving.");
