import { type ClassType, Field, InputType, Int, ObjectType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { ApplicationObject } from "./application.object.ts";
import type { ApplicationRow } from "./application.queries.ts";
import type { Admitting, Reasoned } from "./deciding.service.ts";

@InputType("ApplicationReturnInput", { description: "Why an application is given back." })
export class ApplicationReturnInput implements Reasoned {
  @Field(() => Int, { description: "The revision it was decided on." }) revision: number;
  @Field(() => String, { description: "What is missing or to be amended; the applicant reads it." }) reason: string;
}

@InputType("ApplicationRefuseInput", { description: "Why an application is refused." })
export class ApplicationRefuseInput implements Reasoned {
  @Field(() => Int, { description: "The revision it was decided on." }) revision: number;
  @Field(() => String, { description: "The reasons; the applicant reads them." }) reason: string;
}

@InputType("ApplicationAdmitInput", { description: "What the association completes when it admits a firm." })
export class ApplicationAdmitInput implements Admitting {
  @Field(() => Int, { description: "The revision it was decided on." }) revision: number;
  @Field(() => LocalizedScalar, { description: "What the firm is called, in all three languages." }) name: Localized;
}

/** The answer of an officer's act upon an application. */
function payloadOf(name: string, description: string): ClassType<{ application: ApplicationRow | null; problems: ProblemObject[] }> {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => ApplicationObject, { nullable: true, description: "The application as it stands now; null when it was refused." })
    application: ApplicationRow | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

export const ApplicationReturnPayload = payloadOf("ApplicationReturnPayload", "What became of giving it back.");
export const ApplicationRefusePayload = payloadOf("ApplicationRefusePayload", "What became of the refusal.");
export const ApplicationAdmitPayload = payloadOf("ApplicationAdmitPayload", "What became of the admission.");
