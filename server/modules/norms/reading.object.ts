import { Field, Int, ObjectType } from "type-graphql";
import { Connection } from "../../platform/graphql/connection.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar } from "../../platform/graphql/scalars.ts";
import { MemberObject } from "../members/api.ts";
import { NormVersionObject } from "./norm.object.ts";

@ObjectType("NormReader", { description: "One person of a member, and what they have read of a version." })
export class ReaderObject {
  @Field(() => String, { description: "The person's name." })
  name: string;

  @Field(() => [String], { description: "The codes of the articles read to their end, in order." })
  articles: string[];
}

@ObjectType("NormReadership", { description: "How far one member has read a version, and trained its people on it." })
export class ReadershipObject {
  @Field(() => MemberObject, { description: "Which member." })
  member: MemberObject;

  @Field(() => Int, { description: "How many articles somebody of the member has read." })
  read: number;

  @Field(() => Int, { description: "How many articles the version has." })
  articles: number;

  @Field(() => [ReaderObject], { description: "Those of the member who have read, by name." })
  readers: ReaderObject[];

  @Field(() => Int, { description: "How many trainings on it the member has held." })
  trainings: number;

  @Field(() => Int, { description: "How many took part in them, all trainings added up." })
  peopleTrained: number;

  @Field(() => DateScalar, { nullable: true, description: "The day of the latest; null before the first." })
  lastTrainedOn: string | null;
}

export const ReadershipConnection = Connection(ReadershipObject);

@ObjectType("NormReadingTotals", { description: "How many members have read how much of a version, and have trained on it." })
export class ReadingTotalsObject {
  @Field(() => Int, { description: "Every article." })
  all: number;

  @Field(() => Int, { description: "Some, not all." })
  part: number;

  @Field(() => Int, { description: "Nothing." })
  none: number;

  @Field(() => Int, { description: "Members that have trained anyone on it, however much they have read." })
  trained: number;
}

@ObjectType("NormReadingNotePayload", { description: "What became of the note." })
export class ReadingNotePayload {
  @Field(() => NormVersionObject, { nullable: true, description: "The version read; null when it was refused." })
  version: object | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}
