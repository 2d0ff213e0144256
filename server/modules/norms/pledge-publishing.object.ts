import { Field, InputType, Int, ObjectType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { PledgeVersionObject } from "./pledge.object.ts";
import type { PledgeDraft } from "./pledge-publishing.rules.ts";

@ObjectType("PledgeReminder", { description: "A reminder to sign the pledge, noted once on its day." })
export class PledgeReminderObject {
  @Field(() => Int, { description: "Days after the day to sign by; below nought before it." })
  dayOffset: number;

  @Field(() => DateScalar, { description: "The day it was due." })
  dueOn: string;

  @Field(() => DateTimeScalar, { description: "When it was noted." })
  notedAt: Date;
}

@InputType("PledgeClauseInput", { description: "A clause as it is to read." })
export class PledgeClauseInput {
  @Field(() => String, { nullable: true, description: "Its code; absent for a new one, which is given its code by the house." })
  code: string | null;

  @Field(() => LocalizedScalar, { description: "Its heading." })
  title: Localized;

  @Field(() => LocalizedScalar, { description: "What the member promises to do." })
  duty: Localized;

  @Field(() => [LocalizedScalar], { description: "What the member promises not to do." })
  prohibited: Localized[];

  @Field(() => LocalizedScalar, { description: "How the association checks it." })
  checkedBy: Localized;
}

@InputType("PledgePublishInput", { description: "The next version of the pledge, whole." })
export class PledgePublishInput implements PledgeDraft {
  @Field(() => LocalizedScalar, { description: "Its title." })
  title: Localized;

  @Field(() => LocalizedScalar, { description: "What stands before the clauses." })
  preamble: Localized;

  @Field(() => [PledgeClauseInput], { description: "Its clauses, in order." })
  clauses: PledgeClauseInput[];

  @Field(() => LocalizedScalar, { description: "What a signatory declares in signing." })
  consent: Localized;

  @Field(() => DateScalar, { description: "The day it begins to bind." })
  inForceOn: string;

  @Field(() => DateScalar, { description: "The day by which members are to have signed it." })
  signBy: string;
}

@ObjectType("PledgePublishPayload", { description: "What became of the publication." })
export class PledgePublishPayload {
  @Field(() => PledgeVersionObject, { nullable: true, description: "The version; null when it was refused." })
  pledge: PledgeVersionObject | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}
