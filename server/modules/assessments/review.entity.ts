import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Inputs, ProofLevel } from "./scheme.rules.ts";

/** What a reviewer put in place of a member's figures or proof, with both sides kept. Never changed. */
@Entity("answer_adjustment")
export class AnswerAdjustment {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "assessment_id" }) assessmentId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text") indicator: string;
  @Column("jsonb", { name: "old_inputs" }) oldInputs: Inputs;
  @Column("jsonb", { name: "new_inputs" }) newInputs: Inputs;
  @Column("text", { name: "old_proof" }) oldProof: ProofLevel;
  @Column("text", { name: "new_proof" }) newProof: ProofLevel;
  @Column("text") reason: string;
  @Column("timestamptz", { name: "adjusted_at" }) adjustedAt: Date;
  @Column("text", { name: "adjusted_by", nullable: true }) adjustedBy: string | null;
}

/** Why a reviewer wants an answer changed. Never changed itself. */
@Entity("review_note")
export class ReviewNote {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "assessment_id" }) assessmentId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text") indicator: string;
  @Column("text") reason: string;
  @Column("timestamptz", { name: "noted_at" }) notedAt: Date;
  @Column("text", { name: "noted_by", nullable: true }) notedBy: string | null;
}
