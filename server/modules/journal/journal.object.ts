import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { Connection } from "../../platform/graphql/connection.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateTimeScalar } from "../../platform/graphql/scalars.ts";
import type { JournalFilter } from "./journal.queries.ts";

export const ActorKind = { USER: "USER", API_KEY: "API_KEY", ANONYMOUS: "ANONYMOUS", SYSTEM: "SYSTEM" } as const;
registerEnumType(ActorKind, {
  name: "ActorKind",
  description: "What kind of hand did an act.",
  valuesConfig: {
    USER: { description: "A person who was signed in." },
    API_KEY: { description: "A program with a person's key." },
    ANONYMOUS: { description: "Somebody who was not signed in." },
    SYSTEM: { description: "The house itself." },
  },
});

@ObjectType("JournalActor", { description: "Whose hand an act was." })
export class JournalActorObject {
  @Field(() => ActorKind, { description: "What kind of hand." })
  kind: keyof typeof ActorKind;

  @Field(() => ID, { nullable: true, description: "The person's id; null for strangers and the house itself." })
  userId: string | null;

  @Field(() => String, { nullable: true, description: "What the person is called now; null for strangers and the house itself." })
  name: string | null;
}

@ObjectType("JournalEntry", { description: "One act, chained to all before it; never changed." })
export class JournalEntryObject {
  @Field(() => Int, { description: "Its number, counted from 1 without a gap." })
  seq: number;

  @Field(() => DateTimeScalar, { description: "When." })
  at: Date;

  @Field(() => String, { description: "What was done, such as `pledge.signed`." })
  act: string;

  @Field(() => String, { description: "The id of the record it was done to." })
  record: string;

  @Field(() => String, { nullable: true, description: "Salted SHA-256 of the record before; null when there was none." })
  beforeDigest: string | null;

  @Field(() => String, { nullable: true, description: "Salted SHA-256 of the record after; null when the act kept none." })
  afterDigest: string | null;

  @Field(() => String, { description: "Salted SHA-256 of what was announced." })
  payloadDigest: string;

  @Field(() => String, { description: "The request or running of a job it was done in." })
  requestId: string;

  @Field(() => String, { description: "Its leaf in the Merkle tree (RFC 6962), in hexadecimal." })
  leafHash: string;
}

export const JournalEntryConnection = Connection(JournalEntryObject);

@InputType("JournalFilter", { description: "Which acts are meant; what is absent does not narrow." })
export class JournalFilterInput implements JournalFilter {
  @Field(() => ID, { nullable: true, description: "Done to this record: its history." })
  record?: string | null;

  @Field(() => ID, { nullable: true, description: "Done by this person." })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: "Of this kind, such as `pledge.signed`." })
  act?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Not before this instant." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Before this instant." })
  until?: Date | null;
}

@ObjectType("JournalCheckpoint", { description: "The state of the journal at one moment, sealed for outsiders to keep." })
export class JournalCheckpointObject {
  @Field(() => Int, { description: "How many entries it covers." })
  size: number;

  @Field(() => String, { description: "The root of the Merkle tree over them, in base64." })
  root: string;

  @Field(() => String, { description: "The signed note, as C2SP tlog-checkpoint writes it." })
  note: string;

  @Field(() => DateTimeScalar, { description: "When it was sealed." })
  at: Date;
}

@ObjectType("JournalCheckpointCreatePayload", { description: "What became of the sealing." })
export class JournalCheckpointCreatePayload {
  @Field(() => JournalCheckpointObject, { nullable: true, description: "The checkpoint; null when it was refused." })
  checkpoint: JournalCheckpointObject | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}
