import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Language, Localized } from "../../kernel/language.ts";
import type { TextState } from "./norm.rules.ts";
import type { Clause } from "./pledge.rules.ts";

/** One version of what every member promises. */
@Entity("pledge_version")
export class PledgeVersion {
  @PrimaryColumn("text") id: string;
  @Column("integer") number: number;
  @Column("text") state: TextState;
  @Column("date", { name: "in_force_on" }) inForceOn: string;
  @Column("date", { name: "sign_by" }) signBy: string;
  /** SHA-256 of the whole definition, so that no version is changed unnoticed. */
  @Column("text") digest: string;
  @Column("jsonb") title: Localized;
  @Column("jsonb") preamble: Localized;
  @Column("jsonb") clauses: Clause[];
  @Column("jsonb") consent: Localized;
  /** SHA-256 of the text as a reader of each language has it. */
  @Column("jsonb", { name: "text_digests" }) textDigests: Record<Language, string>;
}

/** One firm bound to one version by one person; never changed, never deleted. */
@Entity("pledge_signature")
export class PledgeSignature {
  @PrimaryColumn("text") id: string;
  @Column("text") number: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text", { name: "version_id" }) versionId: string;
  @Column("integer", { name: "version_number" }) versionNumber: number;
  @Column("text") language: Language;
  @Column("text", { name: "text_digest" }) textDigest: string;
  /** The firm's name and code as they were, in the language signed. */
  @Column("text", { name: "member_name" }) memberName: string;
  @Column("text", { name: "credit_code" }) creditCode: string;
  @Column("text", { name: "signatory_name" }) signatoryName: string;
  @Column("text", { name: "signatory_title" }) signatoryTitle: string;
  @Column("text", { name: "consent_text" }) consentText: string;
  @Column("text", { name: "user_id" }) userId: string;
  @Column("timestamptz", { name: "signed_at" }) signedAt: Date;
  @Column("text", { nullable: true }) address: string | null;
  /** SHA-256 over all of the above but the ids of record and version. */
  @Column("text") seal: string;
}

/** The paper drawn for a signature. */
@Entity("pledge_receipt")
export class PledgeReceipt {
  @PrimaryColumn("text", { name: "signature_id" }) signatureId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text", { name: "file_id" }) fileId: string;
  @Column("timestamptz", { name: "drawn_at" }) drawnAt: Date;
}
