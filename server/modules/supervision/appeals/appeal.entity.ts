import { Column, Entity, PrimaryColumn } from "typeorm";
import type { PanelRecord } from "../sanctions/decision.entity.ts";
import type { AppealOutcome } from "./appeal.rules.ts";

/** A member's appeal against a decision. */
@Entity("sanction_appeal")
export class SanctionAppeal {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "case_id" }) caseId: string;
  @Column("text", { name: "decision_id" }) decisionId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text", { array: true }) grounds: string[];
  @Column("text") text: string;
  @Column("text", { name: "file_ids", array: true }) fileIds: string[];
  @Column("timestamptz", { name: "filed_at" }) filedAt: Date;
  @Column("text", { name: "filed_by" }) filedBy: string;
  @Column("date", { name: "filed_on" }) filedOn: string;
  @Column("integer", { name: "decision_days" }) decisionDays: number;
  @Column("integer") revision: number;
  /** Null until it is decided or withdrawn. */
  @Column("text", { nullable: true }) outcome: AppealOutcome | null;
  /** The milder step put in the place of the first; null otherwise. */
  @Column("text", { nullable: true }) step: string | null;
  @Column("text", { nullable: true }) reasons: string | null;
  @Column("jsonb", { nullable: true }) panel: PanelRecord[] | null;
  @Column("timestamptz", { name: "decided_at", nullable: true }) decidedAt: Date | null;
  @Column("text", { name: "decided_by", nullable: true }) decidedBy: string | null;
}
