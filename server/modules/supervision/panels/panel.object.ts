import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../../platform/graphql/node.ts";
import { ProblemObject } from "../../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/graphql/scalars.ts";
import { PanelConflict } from "./panel.rules.ts";

registerEnumType(PanelConflict, {
  name: "PanelConflict",
  description: "Why somebody does not decide a matter.",
  valuesConfig: {
    INVOLVED: { description: "Had a hand in it: opened, served, drafted or decided." },
    OWN_FIRM: { description: "Belongs to the firm it is about." },
    COMPETITOR: { description: "Belongs to a firm that competes with it." },
    INTERESTED: { description: "Said to have an interest." },
  },
});

@ObjectType("PanelCandidate", { description: "Somebody who may sit on panels, and whether on this one." })
export class PanelCandidateObject {
  @Field(() => ID, { description: "Who." }) userId: string;
  @Field(() => String, { description: "Their name." }) name: string;
  @Field(() => [PanelConflict], { description: "What stands in the way; empty when nothing does." }) conflicts: PanelConflict[];
}

@ObjectType("PanelSeat", { description: "A seat on a panel." })
export class PanelSeatObject {
  @Field(() => ID, { description: "Who holds it." }) userId: string;
  @Field(() => String, { description: "Their name." }) name: string;
  @Field(() => DateTimeScalar, { description: "Since when." }) seatedAt: Date;
  @Field(() => Boolean, { nullable: true, description: "Whether they said to have an interest; null while they said nothing." }) interested: boolean | null;
  @Field(() => String, { nullable: true, description: "What they said; null while they said nothing." }) declaration: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was given up or taken; null while it is held." }) recusedAt: Date | null;
  @Field(() => String, { nullable: true, description: "Why; null while it is held." }) recusal: string | null;
}

@ObjectType("PanelSeatWaiting", { description: "A seat whose holder has still to declare, or to vote on what lies before the panel now." })
export class PanelSeatWaitingObject {
  @Field(() => DateTimeScalar, { description: "Since when the seat is held." }) seatedAt: Date;
  @Field(() => Boolean, { description: "Whether its holder has said that there is no interest, so that the vote is what is missing." }) isDeclared: boolean;
}

@ObjectType("PanelVote", { description: "A vote; the house's alone until a decision names who decided." })
export class PanelVoteObject {
  @Field(() => ID, { description: "Whose." }) userId: string;
  @Field(() => String, { description: "Their name." }) name: string;
  @Field(() => Int, { description: "The revision it was cast on; only votes on the present one count." }) revision: number;
  @Field(() => String, { description: "What was chosen." }) choice: string;
  @Field(() => String, { description: "Why." }) reason: string;
  @Field(() => DateTimeScalar, { description: "When." }) castAt: Date;
}

@ObjectType("PanelRecord", { description: "Who decided." })
export class PanelRecordObject {
  @Field(() => String, { description: "Their name then." }) name: string;
}

@ObjectType("PanelAffiliation", { implements: Node, description: "A firm somebody on panels belongs to." })
export class PanelAffiliationObject extends Node {
  @Field(() => ID, { description: "Who." }) userId: string;
  @Field(() => String, { description: "What ties them to it." }) nature: string;
  @Field(() => DateScalar, { description: "Since when." }) since: string;
  @Field(() => DateScalar, { nullable: true, description: "Until when; null while it lasts." }) until: string | null;
}

@ObjectType("PanelPerson", { description: "Somebody who may sit on panels." })
export class PanelPersonObject {
  @Field(() => ID, { description: "Who." }) userId: string;
  @Field(() => String, { description: "Their name." }) name: string;
}

@InputType("PanelAffiliationDeclareInput", { description: "A tie to a firm." })
export class PanelAffiliationDeclareInput {
  @Field(() => ID, { description: "Whose." }) userId: string;
  @Field(() => ID, { description: "To which member." }) memberId: string;
  @Field(() => String, { description: "What ties them to it." }) nature: string;
  @Field(() => DateScalar, { description: "Since when." }) since: string;
}

function affiliationPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => PanelAffiliationObject, { nullable: true, description: "The tie; null when the act was refused." }) affiliation: object | null;
    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
  }
  return Payload;
}

export const PanelAffiliationDeclarePayload = affiliationPayload("PanelAffiliationDeclarePayload", "What became of the declaration.");
export const PanelAffiliationEndPayload = affiliationPayload("PanelAffiliationEndPayload", "What became of the end.");

@InputType("PanelInterestDeclareInput", { description: "What a panellist says of themselves." })
export class PanelInterestDeclareInput {
  @Field(() => ID, { description: "In which case or appeal." }) id: string;
  @Field(() => Boolean, { description: "Whether there is an interest; the seat is given up by that." }) interested: boolean;
  @Field(() => String, { description: "Which; may be empty when there is none." }) declaration: string;
}

@InputType("PanelSeatRecuseInput", { description: "Who gives up a seat." })
export class PanelSeatRecuseInput {
  @Field(() => ID, { description: "In which case or appeal." }) id: string;
  @Field(() => ID, { description: "Who." }) userId: string;
  @Field(() => String, { description: "Why." }) reason: string;
}

function seatPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => PanelSeatObject, { nullable: true, description: "The seat; null when the act was refused." }) seat: object | null;
    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
  }
  return Payload;
}

export const PanelInterestDeclarePayload = seatPayload("PanelInterestDeclarePayload", "What became of the declaration.");
export const PanelSeatRecusePayload = seatPayload("PanelSeatRecusePayload", "What became of the recusal.");
