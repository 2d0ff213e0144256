import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node } from "../../platform/graphql/node.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { RewardKind } from "./reward-ladder.rules.ts";
import { type Deed, RewardState } from "./reward.rules.ts";

registerEnumType(RewardState, {
  name: "RewardState",
  description: "How a reward stands today.",
  valuesConfig: {
    PROPOSED: { description: "Waits for a second person; the firm knows nothing of it." },
    IN_FORCE: { description: "Given, and its last day has not passed." },
    EXPIRED: { description: "Given, and its last day has passed." },
    DECLINED: { description: "Not given." },
    REVOKED: { description: "Given, and taken back." },
  },
});

@ObjectType("RewardChange", { description: "A step in the life of a reward, kept for good." })
export class RewardChangeObject {
  @Field(() => RewardState, { description: "The state it came to." }) state: RewardState;
  @Field(() => String, { nullable: true, description: "Why; null where no reason is asked for." }) reason: string | null;
  @Field(() => DateTimeScalar, { description: "When." }) at: Date;
}

@ObjectType("RewardClause", { description: "The pledge clause or norm article a deed honours." })
export class RewardClauseObject {
  @Field(() => String, { description: "Its code, such as `C1`." }) code: string;
  @Field(() => LocalizedScalar, { description: "Its heading, as it stood on the day of the deed." }) title: Localized;
}

@ObjectType("Reward", { implements: Node, description: "Something a firm is honoured with, or is proposed to be." })
export class RewardObject extends Node {
  @Field(() => RewardKind, { description: "Which step of the ladder." }) kind: RewardKind;
  @Field(() => RewardState, { description: "How it stands today." }) state: RewardState;
  @Field(() => Int, { nullable: true, description: "The year of its round; null for a commendation." }) year: number | null;
  @Field(() => LocalizedScalar, { nullable: true, description: "What the firm did; null for what a round gave." }) deed: Localized | null;
  @Field(() => DateScalar, { nullable: true, description: "When it did so; null for what a round gave." }) deedOn: string | null;
  @Field(() => String, { nullable: true, description: "What shows it; null for what a round gave." }) evidence: string | null;
  @Field(() => DateTimeScalar, { description: "When it was proposed, or its round was opened." }) proposedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was confirmed or declined; null while it was not." }) decidedAt: Date | null;
  @Field(() => DateScalar, { nullable: true, description: "The first day it holds; null before it is given." }) fromDay: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The last day it holds; null before it is given." }) throughDay: string | null;
}

export const RewardConnection = Connection(RewardObject);

@InputType("RewardFilter", { description: "Which rewards; what is absent narrows nothing." })
export class RewardFilterInput {
  @Field(() => RewardKind, { nullable: true, description: "Only of this kind." }) kind?: RewardKind | null;
  @Field(() => RewardState, { nullable: true, description: "Only those that stand so today." }) state?: RewardState | null;
  @Field(() => ID, { nullable: true, description: "Only this member's." }) memberId?: string | null;
}

@InputType("RewardProposeInput", { description: "What a firm is to be commended for." })
export class RewardProposeInput implements Deed {
  @Field(() => LocalizedScalar, { description: "What it did, as everybody will read it: at most 300 characters in each language." }) deed: Localized;
  @Field(() => DateScalar, { description: "When it did so." }) deedOn: string;
  @Field(() => String, { description: "The pledge clause or norm article it honours, such as `C1` or `N4.2`." }) clause: string;
  @Field(() => String, { description: "What shows it; the association and the firm read this." }) evidence: string;
}

/** The answer of an act upon a reward. */
function rewardPayload(act: string) {
  @ObjectType(`Reward${act}Payload`, { description: `What became of the act on a reward.` })
  class Payload {
    @Field(() => RewardObject, { nullable: true, description: "The reward; null when it was refused." }) reward: RewardObject | null;
    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
  }
  return Payload;
}

export const RewardProposePayload = rewardPayload("Propose");
export const RewardConfirmPayload = rewardPayload("Confirm");
export const RewardDeclinePayload = rewardPayload("Decline");
export const RewardRevokePayload = rewardPayload("Revoke");

@ObjectType("Honour", { description: "What everybody may know of a reward that was given and not taken back." })
export class HonourObject {
  @Field(() => RewardKind, { description: "Which step of the ladder." }) kind: RewardKind;
  @Field(() => Int, { description: "The year of its round, or in which it was given." }) year: number;
  @Field(() => Int, { description: "The firm's number in the association." }) memberNumber: number;
  @Field(() => LocalizedScalar, { description: "The firm's name." }) memberName: Localized;
  @Field(() => DateScalar, { description: "The first day it holds." }) fromDay: string;
  @Field(() => DateScalar, { description: "The last day it holds." }) throughDay: string;
  @Field(() => LocalizedScalar, { nullable: true, description: "What the firm did; null for what a round gave." }) deed: Localized | null;
}

export const HonourConnection = Connection(HonourObject);

@ObjectType("HonourYear", { description: "A year in which something was given." })
export class HonourYearObject {
  @Field(() => Int, { description: "Which one." }) year: number;
  @Field(() => Int, { description: "How many honours of that year are on the list." }) honours: number;
}
