import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Localized } from "../../../kernel/language.ts";
import type { AuditCalendar, AuditRunState } from "./audit.rules.ts";

/** A standing order to audit all members by one rule set on a calendar. */
@Entity("audit_plan")
export class AuditPlan {
  @PrimaryColumn("text") id: string;
  @Column("jsonb") title: Localized;
  @Column("integer", { name: "rule_set_version" }) ruleSetVersion: number;
  @Column("text") calendar: AuditCalendar;

  /** The day of the period's first month from which it is due, in the association's zone. */
  @Column("integer", { name: "due_day" }) dueDay: number;
  @Column("boolean") active: boolean;
  @Column("text", { name: "created_by", nullable: true }) createdBy: string | null;
  @Column("timestamptz", { name: "created_at" }) createdAt: Date;
}

/** One audit of all members; its occasion is the calendar's period, or the moment someone asked for it. */
@Entity("audit_run")
export class AuditRun {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "plan_id" }) planId: string;
  @Column("integer", { name: "rule_set_version" }) ruleSetVersion: number;
  @Column("text") occasion: string;

  /** Every rule judges as things stood at this instant. */
  @Column("timestamptz", { name: "as_of" }) asOf: Date;
  @Column("text") state: AuditRunState;
  @Column("integer") population: number;
  @Column("integer") batches: number;
  @Column("integer", { name: "batches_done" }) batchesDone: number;
  @Column("integer") findings: number;
  @Column("text", { name: "ordered_by", nullable: true }) orderedBy: string | null;
  @Column("timestamptz", { name: "ordered_at" }) orderedAt: Date;
  @Column("timestamptz", { name: "started_at", nullable: true }) startedAt: Date | null;
  @Column("timestamptz", { name: "finished_at", nullable: true }) finishedAt: Date | null;
}
