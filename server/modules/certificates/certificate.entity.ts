import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CertificateFacts } from "./certificate-facts.rules.ts";
import type { CertificateState } from "./certificate.rules.ts";

/** One paper in the register: its number and facts are fixed when it is ordered, its file when it is issued. */
@Entity("certificate")
export class Certificate {
  @PrimaryColumn("text") id: string;
  @Column("text") number: string;
  @Column("text") kind: CertificateFacts["kind"];
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text", { name: "assessment_id" }) assessmentId: string;
  @Column("text") state: CertificateState;
  @Column("text") grade: string;
  @Column("jsonb") facts: CertificateFacts;
  @Column("date", { name: "issued_on" }) issuedOn: string;
  @Column("date", { name: "expires_on" }) expiresOn: string;
  @Column("timestamptz", { name: "ordered_at" }) orderedAt: Date;
  @Column("timestamptz", { name: "issued_at", nullable: true }) issuedAt: Date | null;
  @Column("text", { name: "file_id", nullable: true }) fileId: string | null;

  /** SHA-256 of the signed file. */
  @Column("text", { name: "file_digest", nullable: true }) fileDigest: string | null;
}

/** A change of state, kept for good with its reason. */
@Entity("certificate_change")
export class CertificateChange {
  @PrimaryColumn("text") id: string;

  /** The order of changes, given by the database: two within a millisecond keep theirs. */
  @Column({ type: "bigint", generatedIdentity: "ALWAYS", insert: false, update: false, select: false }) place: number;
  @Column("text", { name: "certificate_id" }) certificateId: string;
  @Column("text") state: CertificateState;
  @Column("text") reason: string;
  @Column("text", { name: "changed_by", nullable: true }) changedBy: string | null;
  @Column("timestamptz") at: Date;
}
