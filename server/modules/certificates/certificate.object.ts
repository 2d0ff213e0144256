import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { Grade } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import { Connection } from "../../platform/graphql/connection.ts";
import { Node } from "../../platform/graphql/node.ts";
import { ProblemObject } from "../../platform/graphql/problem.ts";
import { DateScalar, DateTimeScalar, DecimalScalar, LocalizedScalar } from "../../platform/graphql/scalars.ts";
import { GradeEnum } from "../assessments/api.ts";
import { CertificateState, CertificateStatus } from "./certificate.rules.ts";

registerEnumType(CertificateState, {
  name: "CertificateState",
  description: "How a certificate stands in the register.",
  valuesConfig: {
    ORDERED: { description: "Numbered; its paper is being drawn and signed." },
    ISSUED: { description: "Drawn, signed and registered." },
    SUSPENDED: { description: "Out of force for a time." },
    WITHDRAWN: { description: "Out of force for good." },
  },
});
registerEnumType(CertificateStatus, {
  name: "CertificateStatus",
  description: "What anyone is told of a certificate in this register.",
  valuesConfig: {
    VALID: { description: "Issued and in force today." },
    SUSPENDED: { description: "Issued, but out of force for a time." },
    WITHDRAWN: { description: "Issued, but out of force for good." },
    EXPIRED: { description: "Issued, but its last day has passed." },
  },
});

export const VerificationStatus = { ...CertificateStatus, NOT_IN_REGISTER: "NOT_IN_REGISTER", ALTERED_FILE: "ALTERED_FILE" } as const;
registerEnumType(VerificationStatus, {
  name: "VerificationStatus",
  description: "What a check of a certificate found.",
  valuesConfig: {
    VALID: { description: "Issued and in force today." },
    SUSPENDED: { description: "Issued, but out of force for a time." },
    WITHDRAWN: { description: "Issued, but out of force for good." },
    EXPIRED: { description: "Issued, but its last day has passed." },
    NOT_IN_REGISTER: { description: "This register has no such certificate." },
    ALTERED_FILE: { description: "The file bears our signature, but was changed afterwards." },
  },
});

@ObjectType("CertificateChange", { description: "A change of a certificate's state, kept for good." })
export class CertificateChangeObject {
  @Field(() => CertificateState, { description: "The state it came to." }) state: CertificateState;
  @Field(() => String, { description: "Why." }) reason: string;
  @Field(() => DateTimeScalar, { description: "When." }) at: Date;
}

@ObjectType("Certificate", { implements: Node, description: "One paper in the association's register." })
export class CertificateObject extends Node {
  @Field(() => String, { description: "The number printed on it, with its check character." }) number: string;
  @Field(() => CertificateState, { description: "How it stands in the register." }) state: CertificateState;
  @Field(() => GradeEnum, { description: "The service quality grade it states." }) grade: Grade;
  @Field(() => DateScalar, { description: "The day of issue." }) issuedOn: string;
  @Field(() => DateScalar, { description: "The last day it holds." }) expiresOn: string;
  @Field(() => DateTimeScalar, { nullable: true, description: "When its paper was registered; null while it is drawn." }) issuedAt: Date | null;
  @Field(() => ID, { nullable: true, description: "The signed file, to fetch at `/files/<id>`; null while it is drawn." }) fileId: string | null;
}

export const CertificateConnection = Connection(CertificateObject);

@ObjectType("CertificateStanding", { description: "What a certificate states, as the register has it." })
export class CertificateStandingObject {
  @Field(() => String, { description: "The holder, in the language of the paper." }) holder: string;
  @Field(() => String, { description: "The holder's unified social credit code." }) creditCode: string;
  @Field(() => GradeEnum, { description: "The service quality grade." }) grade: Grade;
  @Field(() => DecimalScalar, { description: "Points out of 100." }) score: string;
  @Field(() => LocalizedScalar, { description: "What was assessed." }) scope: Localized;
  @Field(() => DateScalar, { description: "The first day assessed." }) periodFrom: string;
  @Field(() => DateScalar, { description: "The last day assessed." }) periodTo: string;
  @Field(() => DateScalar, { description: "The day of issue." }) issuedOn: string;
  @Field(() => DateScalar, { description: "The last day it holds." }) expiresOn: string;
}

@ObjectType("Verification", { description: "The answer to whether a certificate is genuine and in force." })
export class VerificationObject {
  @Field(() => VerificationStatus, { description: "What was found." }) status: keyof typeof VerificationStatus;
  @Field(() => String, { nullable: true, description: "The number as written; null when what was typed is no number of ours." }) number: string | null;
  @Field(() => CertificateStandingObject, { nullable: true, description: "What the certificate states; null when it is not in this register." })
  standing: CertificateStandingObject | null;
  @Field(() => DateTimeScalar, { description: "The instant this answer holds for." }) checkedAt: Date;
}

/** The payload of one act on a certificate. */
function payload(act: string, description: string) {
  @ObjectType(`Certificate${act}Payload`, { description })
  class Payload {
    @Field(() => CertificateObject, { nullable: true, description: "The certificate; null when the act was refused." })
    certificate: CertificateObject | null;

    @Field(() => [ProblemObject], { description: "Why it was refused; empty when it was done." })
    problems: ProblemObject[];
  }
  return Payload;
}

export const CertificateSuspendPayload = payload("Suspend", "What became of a suspension.");
export const CertificateReinstatePayload = payload("Reinstate", "What became of a reinstatement.");
export const CertificateWithdrawPayload = payload("Withdraw", "What became of a withdrawal.");
