import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import type { Localized } from "../../kernel/language.ts";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node } from "../../platform/graphql/node.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateTimeScalar, DecimalScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { ProofLevel } from "../assessments/index.ts";
import { Severity } from "../supervision/index.ts";
import { EntryEffect } from "./ledger-scheme.rules.ts";

registerEnumType(EntryEffect, {
  name: "EntryEffect",
  description: "What a kind of entry does to a compliance grade.",
  valuesConfig: {
    EARNS: { description: "Its latest entry earns points." },
    BONUS: { description: "It makes up for lost points." },
    COSTS: { description: "It takes points from its area." },
    FAILS: { description: "It takes points from the score itself." },
    SETTLES: { description: "It settles what came before it." },
    NOTES: { description: "It is on file and weighs nothing." },
  },
});

@ObjectType("EntryKind", { description: "One kind of the closed list of entries of the credit ledger." })
export class EntryKindObject {
  @Field(() => String, { description: "Its stable code." }) code: string;
  @Field(() => LocalizedScalar, { description: "Its name." }) name: Localized;
  @Field(() => String, { description: "The code of the area it belongs to." }) area: string;
  @Field(() => EntryEffect, { description: "What it does to a grade." }) effect: EntryEffect;
}

@ObjectType("EvidenceReference", { description: "A record behind an entry." })
export class EvidenceReferenceObject {
  @Field(() => String, { description: "What it is, such as `FINDING` or `ASSESSMENT`." }) kind: string;
  @Field(() => ID, { description: "Its id." }) id: string;
}

@ObjectType("CreditEntry", { implements: Node, description: "One entry of a member's credit file; never rewritten, only corrected by another." })
export class CreditEntryObject extends Node {
  @Field(() => Severity, { nullable: true, description: "How grave it is; null where that means nothing." }) severity: Severity | null;
  @Field(() => DecimalScalar, { nullable: true, description: "What was measured, of 100; null where nothing was." }) value: string | null;
  @Field(() => ProofLevel, { description: "How it is proven." }) proof: ProofLevel;
  @Field(() => String, { nullable: true, description: "The norm article or pledge clause it cites; null when it cites none." }) clause: string | null;
  @Field(() => [EvidenceReferenceObject], { description: "The records behind it." }) evidence: EvidenceReferenceObject[];
  @Field(() => Boolean, { description: "Whether it takes the entry it corrects back altogether." }) voided: boolean;
}

export const CreditEntryConnection = Connection(CreditEntryObject);

@InputType("CreditEntryCorrectInput", { description: "What an entry should have said." })
export class CreditEntryCorrectInput {
  @Field(() => Boolean, { description: "Whether it is taken back altogether." }) voided: boolean;
  @Field(() => Severity, { nullable: true, description: "How grave it is; absent leaves it." }) severity?: Severity | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When it ends to count; absent leaves it, null lets it last." }) expiresAt?: Date | null;
  @Field(() => String, { description: "Why; the member reads it." }) reason: string;
}

@ObjectType("CreditEntryCorrectPayload", { description: "What became of correcting an entry." })
export class CreditEntryCorrectPayload {
  @Field(() => CreditEntryObject, { nullable: true, description: "The entry that now counts; null when it was refused." }) creditEntry: CreditEntryObject | null;
  @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." }) problems: ProblemObject[];
}
