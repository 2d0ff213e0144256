import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Grade } from "../../kernel/grade.ts";
import type { AssessmentState } from "./assessment-state.rules.ts";
import type { Answers } from "./scheme.rules.ts";
import type { ScoreTree } from "./score-tree.rules.ts";

/** A member's own appraisal of its service quality for one period, later confirmed by a reviewer. */
@Entity("assessment")
export class Assessment {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "member_id" }) memberId: string;
  /** A year `2025` or a half-year `2026-H1`. */
  @Column("text") period: string;
  /** Fixed when begun, so that the rules do not change under a member's hands. */
  @Column("integer", { name: "scheme_version" }) schemeVersion: number;
  @Column("text") state: AssessmentState;
  @Column("jsonb") answers: Answers;
  /** Groups whose page the member has been through. */
  @Column("jsonb", { name: "looked_at" }) lookedAt: string[];
  /** Counts changes of the answers, of what backs them and of whose hands it is in; who writes or judges names the one they saw. */
  @Column("integer") revision: number;

  @Column("timestamptz", { name: "begun_at" }) begunAt: Date;
  @Column("text", { name: "begun_by", nullable: true }) begunBy: string | null;
  @Column("timestamptz", { name: "saved_at" }) savedAt: Date;
  /** Of the latest submission. */
  @Column("timestamptz", { name: "submitted_at", nullable: true }) submittedAt: Date | null;
  @Column("text", { name: "receipt_number", nullable: true }) receiptNumber: string | null;
  @Column("timestamptz", { name: "returned_at", nullable: true }) returnedAt: Date | null;

  @Column("timestamptz", { name: "confirmed_at", nullable: true }) confirmedAt: Date | null;
  @Column("text", { name: "confirmed_by", nullable: true }) confirmedBy: string | null;
  /** The whole reckoning as it stood when confirmed; null before. */
  @Column("jsonb", { nullable: true }) score: ScoreTree | null;
  /** Out of 100; null before confirmation, and when there were too few facts. */
  @Column("numeric", { name: "score_value", nullable: true }) scoreValue: string | null;
  @Column("text", { nullable: true }) grade: Grade | null;
}
