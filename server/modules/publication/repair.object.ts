import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Language } from "../../kernel/language.ts";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node } from "../../platform/graphql/node.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, LanguageEnum } from "../../platform/graphql/scalars.ts";
import type { Judging } from "./repair-decision.service.ts";
import { type RepairFiling, RepairState, RepairTab, type Stating } from "./repair.rules.ts";

registerEnumType(RepairState, {
  name: "RepairState",
  description: "How an application for repair stands.",
  valuesConfig: {
    FILED: { description: "It waits for a decision." },
    RETURNED: { description: "More was asked for; the clocks stand still." },
    GRANTED: { description: "Granted: the decision is public no longer." },
    REFUSED: { description: "Refused, with reasons." },
    WITHDRAWN: { description: "The firm took it back." },
    LAPSED: { description: "An appeal did away with what was to be repaired." },
  },
});
registerEnumType(RepairTab, {
  name: "RepairTab",
  description: "What applications wait for.",
  valuesConfig: {
    TO_DECIDE: { description: "A panel member decides." },
    RETURNED: { description: "The firm hands in more." },
    TO_TELL: { description: "Decided; the firm is to be told." },
    DONE: { description: "Nothing more is to be done." },
  },
});

export const RepairClockState = { RUNNING: "RUNNING", PAUSED: "PAUSED", OVERDUE: "OVERDUE" } as const;
registerEnumType(RepairClockState, {
  name: "RepairClockState",
  description: "How a clock stands today.",
  valuesConfig: { RUNNING: { description: "It runs." }, PAUSED: { description: "It stands still." }, OVERDUE: { description: "Its last day has passed." } },
});

@ObjectType("RepairClock", { description: "How long the association has, in working days of its calendar." })
export class RepairClockObject {
  @Field(() => RepairClockState, { description: "How it stands today." })
  state: keyof typeof RepairClockState;

  @Field(() => Int, { description: "How many working days it has in all." })
  days: number;

  @Field(() => Int, { description: "How many are left after today; below nought when it is over." })
  left: number;

  @Field(() => DateScalar, { nullable: true, description: "The last day in time; null while it stands still." })
  due: string | null;
}

@ObjectType("RepairDocument", { description: "A document that bears out an application." })
export class RepairDocumentObject {
  @Field(() => ID, { description: "To fetch it by, at `/files/<id>`." })
  id: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "What kind of file it is." })
  mediaType: string;

  @Field(() => Int, { description: "Its size in bytes." })
  size: number;
}

@ObjectType("RepairStatement", { description: "What a firm says of its fulfilment, with the documents that bear it out; never changed." })
export class RepairStatementObject {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "What it says." })
  text: string;

  @Field(() => DateTimeScalar, { description: "When it was handed in." })
  filedAt: Date;

  @Field(() => [RepairDocumentObject], { description: "The documents, at most 20." })
  files: RepairDocumentObject[];
}

@ObjectType("RepairReturn", { description: "Why an application was sent back, and the days on which its clocks stood still." })
export class RepairReturnObject {
  @Field(() => String, { description: "What was asked for." })
  reason: string;

  @Field(() => DateScalar, { description: "The day it was sent back." })
  from: string;

  @Field(() => DateScalar, { nullable: true, description: "The day the clocks ran again; null while they stand still." })
  until: string | null;
}

@ObjectType("Repair", { implements: Node, description: "A firm's application to have a decision repaired." })
export class RepairObject extends Node {
  @Field(() => RepairState, { description: "How it stands." })
  state: RepairState;

  @Field(() => Int, { description: "Counted up with every act, so that nobody decides on what they have not read." })
  revision: number;

  @Field(() => String, { description: "What the firm gave its word for, word for word." })
  commitment: string;

  @Field(() => LanguageEnum, { description: "The language it was read in." })
  commitmentLanguage: Language;

  @Field(() => String, { description: "Who gave the firm's word." })
  signatoryName: string;

  @Field(() => String, { description: "In what office." })
  signatoryTitle: string;

  @Field(() => DateTimeScalar, { description: "When it was filed." })
  filedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was decided; null while it was not." })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was decided so; null while it was not." })
  reasons: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the firm was told, with what was granted taken down; null while it was not." })
  toldAt: Date | null;

  @Field(() => String, { nullable: true, description: "How the firm was told; null while it was not." })
  toldHow: string | null;
}

export const RepairConnection = Connection(RepairObject);

@InputType("RepairFileInput", { description: "An application for repair." })
export class RepairFileInput implements RepairFiling {
  @Field(() => String, { description: "What was done to fulfil the decision, at most 4000 characters." })
  text: string;

  @Field(() => [ID], { description: "Files uploaded for a repair that bear it out, 1 to 20." })
  fileIds: string[];

  @Field(() => String, { description: "The digest of the commitment that was read, as `PublicationTerms.commitmentDigest` gave it." })
  commitmentDigest: string;

  @Field(() => Boolean, { description: "Whether the firm gives its word for exactly that text." })
  consent: boolean;

  @Field(() => String, { description: "Who gives the firm's word." })
  signatoryName: string;

  @Field(() => String, { description: "In what office." })
  signatoryTitle: string;
}

@InputType("RepairFollowUpInput", { description: "What was asked for." })
export class RepairFollowUpInput implements Stating {
  @Field(() => String, { description: "What there is to say, at most 4000 characters." })
  text: string;

  @Field(() => [ID], { description: "Files uploaded for a repair that bear it out, 1 to 20." })
  fileIds: string[];
}

/** A judgement on an application. */
function judgingInput(name: string, description: string) {
  @InputType(name, { description })
  class Input implements Judging {
    @Field(() => Int, { description: "The revision that was read." })
    revision: number;

    @Field(() => String, { description: "Why, at most 4000 characters; the firm reads it." })
    reasons: string;
  }
  return Input;
}

export const RepairReturnInput = judgingInput("RepairReturnInput", "What is asked for.");
export const RepairGrantInput = judgingInput("RepairGrantInput", "Why a repair is granted.");
export const RepairRefuseInput = judgingInput("RepairRefuseInput", "Why a repair is refused.");

/** The answer of an act upon an application. */
function repairPayload(name: string, description: string) {
  @ObjectType(name, { description })
  class Payload {
    @Field(() => RepairObject, { nullable: true, description: "The application; null when the act was refused." })
    repair: RepairObject | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

export const RepairFilePayload = repairPayload("RepairFilePayload", "What became of an application.");
export const RepairFollowUpPayload = repairPayload("RepairFollowUpPayload", "What became of what was handed in.");
export const RepairWithdrawPayload = repairPayload("RepairWithdrawPayload", "What became of the withdrawal.");
export const RepairReturnPayload = repairPayload("RepairReturnPayload", "What became of sending it back.");
export const RepairGrantPayload = repairPayload("RepairGrantPayload", "What became of the grant.");
export const RepairRefusePayload = repairPayload("RepairRefusePayload", "What became of the refusal.");
export const RepairFeedbackNotePayload = repairPayload("RepairFeedbackNotePayload", "What became of the note.");
