import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Language, Localized } from "../../kernel/language.ts";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node } from "../../platform/graphql/node.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, LanguageEnum, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { MemberObject } from "../members/api.ts";
import { TextState } from "./norm.rules.ts";
import { PledgeState } from "./pledge.rules.ts";
import type { PledgeSigning } from "./pledge.service.ts";

registerEnumType(PledgeState, {
  name: "PledgeState",
  description: "How a member stands to the pledge in force.",
  valuesConfig: {
    SIGNED: { description: "It signed the version in force." },
    OUTDATED: { description: "It signed an earlier version, not the one in force." },
    UNSIGNED: { description: "It signed no version." },
  },
});

@ObjectType("PledgeClause", { description: "One clause of the pledge; a breach cites it by its code." })
export class PledgeClauseObject {
  @Field(() => String, { description: "Its code, the same in all versions." })
  code: string;

  @Field(() => LocalizedScalar, { description: "Its heading." })
  title: Localized;

  @Field(() => LocalizedScalar, { description: "What the member promises to do." })
  duty: Localized;

  @Field(() => [LocalizedScalar], { description: "What the member promises not to do; empty when the clause names no such act." })
  prohibited: Localized[];

  @Field(() => LocalizedScalar, { description: "How the association checks it." })
  checkedBy: Localized;
}

@ObjectType("PledgeVersion", { implements: Node, description: "One version of what every member promises." })
export class PledgeVersionObject extends Node {
  @Field(() => Int, { description: "Counted from 1." })
  number: number;

  @Field(() => TextState, { description: "How far its making has come." })
  state: TextState;

  @Field(() => DateScalar, { description: "The day it begins to bind." })
  inForceOn: string;

  @Field(() => DateScalar, { description: "The day by which members are to have signed it." })
  signBy: string;

  @Field(() => LocalizedScalar, { description: "Its title." })
  title: Localized;

  @Field(() => LocalizedScalar, { description: "What stands before the clauses." })
  preamble: Localized;

  @Field(() => [PledgeClauseObject], { description: "Its clauses, in order." })
  clauses: PledgeClauseObject[];

  @Field(() => LocalizedScalar, { description: "What a signatory declares in signing." })
  consent: Localized;
}

@ObjectType("PledgeReceipt", { description: "The paper that states a signature." })
export class PledgeReceiptObject {
  @Field(() => ID, { description: "The id of the file, to download it by." })
  fileId: string;

  @Field(() => String, { description: "SHA-256 of the file." })
  digest: string;

  @Field(() => DateTimeScalar, { description: "When it was drawn." })
  drawnAt: Date;
}

@ObjectType("PledgeSignature", { implements: Node, description: "One firm bound to one version of the pledge by one person; never changed." })
export class PledgeSignatureObject extends Node {
  @Field(() => String, { description: "The number on the receipt; its last letter notices mistyping." })
  number: string;

  @Field(() => Int, { description: "Which version was signed." })
  versionNumber: number;

  @Field(() => LanguageEnum, { description: "The language it was read in." })
  language: Language;

  @Field(() => String, { description: "SHA-256 of the text that was read." })
  textDigest: string;

  @Field(() => String, { description: "The firm's name when it signed." })
  memberName: string;

  @Field(() => String, { description: "Who signed for the firm." })
  signatoryName: string;

  @Field(() => String, { description: "In what office." })
  signatoryTitle: string;

  @Field(() => String, { description: "What the signatory declared." })
  consentText: string;

  @Field(() => DateTimeScalar, { description: "When." })
  signedAt: Date;

  @Field(() => String, { description: "SHA-256 over the sealed record, address and person included." })
  seal: string;
}

@ObjectType("PledgeStanding", { description: "How one member stands to the pledge in force." })
export class PledgeStandingObject {
  @Field(() => MemberObject, { description: "Which member." })
  member: MemberObject;

  @Field(() => PledgeState, { description: "How it stands." })
  state: PledgeState;

  @Field(() => Boolean, { description: "Whether it should have signed the version in force by now." })
  isOverdue: boolean;
}

export const PledgeStandingConnection = Connection(PledgeStandingObject);

@ObjectType("PledgeTotals", { description: "How many members stand in each way to the pledge in force." })
export class PledgeTotalsObject {
  @Field(() => Int, { description: "Signed the version in force." })
  signed: number;

  @Field(() => Int, { description: "Signed only an earlier version." })
  outdated: number;

  @Field(() => Int, { description: "Signed none." })
  unsigned: number;

  @Field(() => Int, { description: "Of those two, how many should have signed by now." })
  overdue: number;
}

@InputType("PledgeSignInput", { description: "What a signatory hands in." })
export class PledgeSignInput implements PledgeSigning {
  @Field(() => ID, { description: "The version that was read." })
  versionId: string;

  @Field(() => String, { description: "The digest of the text that was read, as `PledgeVersion.textDigest` gave it with the text." })
  textDigest: string;

  @Field(() => Boolean, { description: "Whether the text was shown to its end." })
  readToEnd: boolean;

  @Field(() => Boolean, { description: "Whether the signatory gives the declaration of consent." })
  consent: boolean;

  @Field(() => String, { description: "Who signs for the firm." })
  signatoryName: string;

  @Field(() => String, { description: "In what office, such as legal representative." })
  signatoryTitle: string;
}

@ObjectType("PledgeSignPayload", { description: "What became of the signing." })
export class PledgeSignPayload {
  @Field(() => PledgeSignatureObject, { nullable: true, description: "The signature; null when it was refused." })
  signature: PledgeSignatureObject | null;

  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
  problems: ProblemObject[];
}
