import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Connection } from "../../../platform/graphql/connection.ts";
import { Node } from "../../../platform/graphql/node.ts";
import { ProblemObject } from "../../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/graphql/scalars.ts";
import { AppealOutcome } from "./appeal.rules.ts";

registerEnumType(AppealOutcome, {
  name: "AppealOutcome",
  description: "How an appeal ended.",
  valuesConfig: {
    UPHELD: { description: "The decision stands." },
    REDUCED: { description: "A milder one took its place." },
    SET_ASIDE: { description: "The decision is done away with." },
    WITHDRAWN: { description: "The member took it back." },
  },
});

export const AppealVerdict = { UPHELD: "UPHELD", REDUCED: "REDUCED", SET_ASIDE: "SET_ASIDE" } as const;
registerEnumType(AppealVerdict, { name: "AppealVerdict", description: "What a panel may choose on appeal." });

@ObjectType("SanctionAppeal", { implements: Node, description: "A member's appeal against a decision." })
export class AppealObject extends Node {
  @Field(() => [String], { description: "Its grounds, by code." }) grounds: string[];
  @Field(() => String, { description: "In the member's words." }) text: string;
  @Field(() => DateTimeScalar, { description: "When it was filed." }) filedAt: Date;
  @Field(() => DateScalar, { description: "On which day." }) filedOn: string;
  @Field(() => Int, { description: "Grows with every act upon it." }) revision: number;
  @Field(() => AppealOutcome, { nullable: true, description: "How it ended; null before." }) outcome: AppealOutcome | null;
  @Field(() => String, { nullable: true, description: "The milder step, by code; null unless reduced." }) step: string | null;
  @Field(() => String, { nullable: true, description: "Why; null before it was decided, and where it was taken back." }) reasons: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended; null before." }) decidedAt: Date | null;
}

export const AppealConnection = Connection(AppealObject);

@InputType("AppealFileInput", { description: "An appeal." })
export class AppealFileInput {
  @Field(() => ID, { description: "In which case." }) caseId: string;
  @Field(() => [String], { description: "Its grounds, by code." }) grounds: string[];
  @Field(() => String, { description: "In the member's words." }) text: string;
  @Field(() => [ID], { description: "Files handed in with it." }) fileIds: string[];
}

/** What every act on an appeal names. */
@InputType("AppealSeenInput", { description: "Which appeal, and the revision that was seen." })
abstract class SeenInput {
  @Field(() => ID, { description: "Which appeal." }) id: string;
  @Field(() => Int, { description: "The revision that was seen." }) revision: number;
}

@InputType("AppealWithdrawInput", { description: "The appeal that is taken back." })
export class AppealWithdrawInput extends SeenInput {}

@InputType("AppealPanelSeatInput", { description: "Who is to decide." })
export class AppealPanelSeatInput extends SeenInput {
  @Field(() => [ID], { description: "Who." }) userIds: string[];
}

@InputType("AppealVoteCastInput", { description: "A vote." })
export class AppealVoteCastInput extends SeenInput {
  @Field(() => AppealVerdict, { description: "What is chosen." }) outcome: keyof typeof AppealVerdict;
  @Field(() => String, { nullable: true, description: "The milder step, by code; null unless reduced." }) step: string | null;
  @Field(() => Int, { nullable: true, description: "For how many months; null for a step without a term." }) months: number | null;
  @Field(() => String, { description: "Why." }) reason: string;
}

@InputType("AppealDecideInput", { description: "The appeal that is to be decided as the votes have it." })
export class AppealDecideInput extends SeenInput {}

function appealPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => AppealObject, { nullable: true, description: "The appeal; null when the act was refused." }) appeal: object | null;
    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
  }
  return Payload;
}

export const AppealFilePayload = appealPayload("AppealFilePayload", "What became of the filing.");
export const AppealWithdrawPayload = appealPayload("AppealWithdrawPayload", "What became of the withdrawal.");
export const AppealPanelSeatPayload = appealPayload("AppealPanelSeatPayload", "What became of the seating.");
export const AppealVoteCastPayload = appealPayload("AppealVoteCastPayload", "What became of the vote.");
export const AppealDecidePayload = appealPayload("AppealDecidePayload", "What became of the decision.");
