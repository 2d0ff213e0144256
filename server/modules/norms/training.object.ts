import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../../platform/graphql/scalars.ts";
import type { Training } from "./training.rules.ts";

@ObjectType("NormTraining", { description: "What a firm says of training its people on a version of a norm." })
export class TrainingObject implements Training {
  @Field(() => ID, { description: "What a withdrawal names it by." })
  id: string;

  @Field(() => DateScalar, { description: "On which day it was held." })
  heldOn: string;

  @Field(() => Int, { description: "How many took part." })
  people: number;

  @Field(() => DecimalScalar, { description: "How many hours it lasted." })
  hours: string;

  @Field(() => String, { description: "Who taught." })
  givenBy: string;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  recordedAt: Date;
}

@InputType("NormTrainingRecordInput", { description: "One training." })
export class TrainingRecordInput implements Training {
  @Field(() => DateScalar, { description: "On which day it was held: not before the version was adopted, and not in the future." })
  heldOn: string;

  @Field(() => Int, { description: "How many took part, from 1 to 100000." })
  people: number;

  @Field(() => DecimalScalar, { description: "How many hours it lasted: more than 0, at most 100." })
  hours: string;

  @Field(() => String, { description: "Who taught, at most 200 characters." })
  givenBy: string;
}

/** The answer of an act upon a training. */
function trainingPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => TrainingObject, { nullable: true, description: "The training; null when it was refused." })
    training: TrainingObject | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

export const TrainingRecordPayload = trainingPayload("NormTrainingRecordPayload", "What became of the record.");
export const TrainingWithdrawPayload = trainingPayload("NormTrainingWithdrawPayload", "What became of the withdrawal.");
