import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Connection } from "../../platform/graphql/connection.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateTimeScalar } from "../../platform/graphql/scalars.ts";
import type { Commenting } from "./comment.service.ts";

@ObjectType("NormComment", { description: "What a member says of one article while a consultation is open." })
export class CommentObject {
  @Field(() => ID, { description: "What an answer names it by." })
  id: string;

  @Field(() => Int, { description: "In which consultation on the version it was filed." })
  round: number;

  @Field(() => String, { description: "The code of the article." })
  article: string;

  @Field(() => String, { description: "What the member says." })
  text: string;

  @Field(() => DateTimeScalar, { description: "When it was filed." })
  filedAt: Date;

  @Field(() => String, { nullable: true, description: "The association's answer; null while there is none." })
  answer: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was answered; null while it was not." })
  answeredAt: Date | null;
}

export const CommentConnection = Connection(CommentObject);

@ObjectType("NormAnswer", { description: "An answer of the association to a comment; it names nobody." })
export class AnswerObject {
  @Field(() => Int, { description: "In which consultation on the version the comment was filed." })
  round: number;

  @Field(() => String, { description: "The code of the article." })
  article: string;

  @Field(() => String, { description: "What the association answers." })
  text: string;

  @Field(() => DateTimeScalar, { description: "When it was given." })
  answeredAt: Date;
}

export const AnswerConnection = Connection(AnswerObject);

@InputType("NormCommentFileInput", { description: "A comment on one article." })
export class CommentFileInput implements Commenting {
  @Field(() => String, { description: "The code of the article." })
  article: string;

  @Field(() => String, { description: "What the member says, at most 2000 characters." })
  text: string;
}

/** The answer of an act upon a comment. */
function commentPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => CommentObject, { nullable: true, description: "The comment; null when it was refused." })
    comment: CommentObject | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

export const CommentFilePayload = commentPayload("NormCommentFilePayload", "What became of the comment.");
export const CommentAnswerPayload = commentPayload("NormCommentAnswerPayload", "What became of the answer.");
