import { Column, Entity, PrimaryColumn } from "typeorm";

/** One handing-in: who declared what, under which receipt. Never changed. */
@Entity("assessment_submission")
export class AssessmentSubmission {
  @PrimaryColumn("text", { name: "receipt_number" }) receiptNumber: string;
  @Column("text", { name: "assessment_id" }) assessmentId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  /** SHA-256 of the answers' canonical JSON, so that what was declared can be proven later. */
  @Column("text", { name: "answers_digest" }) answersDigest: string;
  @Column("text", { name: "declarant_name" }) declarantName: string;
  @Column("timestamptz", { name: "submitted_at" }) submittedAt: Date;
  @Column("text", { name: "submitted_by", nullable: true }) submittedBy: string | null;
}
