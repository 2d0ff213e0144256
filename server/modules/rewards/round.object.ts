import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node } from "../../platform/graphql/node.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateTimeScalar } from "../../platform/graphql/scalars.ts";
import { CriterionObject } from "./ladder.object.ts";
import { RewardKind } from "./reward-ladder.rules.ts";
import { CandidateStanding, RoundState } from "./reward.rules.ts";
import type { RoundOpening } from "./round.service.ts";

registerEnumType(RoundState, {
  name: "RewardRoundState",
  description: "How a yearly round stands.",
  valuesConfig: {
    OPEN: { description: "Its candidates are looked at; nothing is given yet." },
    CONFIRMED: { description: "What it selected was given and is public." },
    DROPPED: { description: "Closed without giving anything." },
  },
});
registerEnumType(CandidateStanding, {
  name: "CandidateStanding",
  description: "How a firm stands in a round.",
  valuesConfig: {
    QUALIFIED: { description: "It meets every criterion and was not struck." },
    STRUCK: { description: "It meets every criterion, and an officer struck it with a reason." },
    UNQUALIFIED: { description: "It does not meet every criterion." },
  },
});

@ObjectType("RewardRound", { implements: Node, description: "The yearly giving of one kind of reward." })
export class RoundObject extends Node {
  @Field(() => RewardKind, { description: "What it gives." }) kind: RewardKind;
  @Field(() => Int, { description: "The year it honours." }) year: number;
  @Field(() => RoundState, { description: "How it stands." }) state: RoundState;
  @Field(() => Int, { description: "The version of the reward ladder it goes by." }) ladderVersion: number;
  @Field(() => Int, { description: "How many firms it judged." }) candidates: number;
  @Field(() => Int, { description: "How many of them met every criterion." }) qualified: number;
  @Field(() => DateTimeScalar, { description: "When it was opened: the instant for which its figures hold." }) openedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it was confirmed or dropped; null while it is open." }) closedAt: Date | null;
  @Field(() => String, { nullable: true, description: "Why it was dropped; null unless it was." }) reason: string | null;
}

export const RoundConnection = Connection(RoundObject);

@ObjectType("CriterionTally", { description: "How many firms of a round meet a criterion." })
export class CriterionTallyObject {
  @Field(() => CriterionObject, { description: "Which one." }) criterion: CriterionObject;
  @Field(() => Int, { description: "How many meet it." }) met: number;
}

@ObjectType("RewardRecheck", { description: "What came of judging a round's firms anew from what it stored." })
export class RecheckObject {
  @Field(() => Int, { description: "How many firms were judged." }) judged: number;
  @Field(() => Int, { description: "How many came out otherwise than stored; nought unless something was tampered with." }) differing: number;
}

@ObjectType("CandidateStrike", { description: "That an officer struck a firm from a round." })
export class StrikeObject {
  @Field(() => String, { description: "Why." }) reason: string;
  @Field(() => DateTimeScalar, { description: "When." }) at: Date;
}

@ObjectType("RewardCandidate", { description: "A firm as a round found it." })
export class CandidateObject {
  @Field(() => ID, { description: "What a strike names it by." }) id: string;
  @Field(() => Boolean, { description: "Whether it met every criterion." }) qualified: boolean;
}

export const CandidateConnection = Connection(CandidateObject);

@InputType("RewardRoundOpenInput", { description: "Which round to open." })
export class RoundOpenInput implements RoundOpening {
  @Field(() => RewardKind, { description: "What it is to give; only what the ladder gives by rounds." }) kind: RewardKind;
  @Field(() => Int, { description: "The year it honours: this one or the last." }) year: number;
}

/** The answer of an act upon a round. */
function roundPayload(act: string) {
  @ObjectType(`RewardRound${act}Payload`, { description: `What became of the act on a round.` })
  class Payload {
    @Field(() => RoundObject, { nullable: true, description: "The round; null when it was refused." }) round: RoundObject | null;
    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
  }
  return Payload;
}

export const RoundOpenPayload = roundPayload("Open");
export const RoundConfirmPayload = roundPayload("Confirm");
export const RoundDropPayload = roundPayload("Drop");

@ObjectType("RewardCandidateStrikePayload", { description: "What became of striking a firm." })
export class CandidateStrikePayload {
  @Field(() => CandidateObject, { nullable: true, description: "The firm in its round; null when it was refused." }) candidate: CandidateObject | null;
  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
}
