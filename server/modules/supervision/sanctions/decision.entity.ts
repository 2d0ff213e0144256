import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Charge } from "../cases/case.rules.ts";
import type { Publicity, SanctionSeverity } from "./ladder.rules.ts";

/** Who decided: name and vote as they were then. */
export interface PanelRecord {
  userId: string;
  name: string;
  choice: string;
}

/** What a panel decided about a case, or put in a decision's place on appeal. Its words are never changed; only its dates are told as they come. */
@Entity("sanction_decision")
export class SanctionDecision {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "case_id" }) caseId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  /** The appeal that put it in another's place; null for the first. */
  @Column("text", { name: "appeal_id", nullable: true }) appealId: string | null;
  @Column("text") outcome: "SANCTION" | "DISMISSED";
  /** The step imposed, everything that speaks for the member counted; null for a dismissal. */
  @Column("text", { nullable: true }) step: string | null;
  @Column("text", { nullable: true }) severity: SanctionSeverity | null;
  @Column("text", { nullable: true }) publicity: Publicity | null;
  @Column("integer", { name: "published_days" }) publishedDays: number;
  @Column("integer", { nullable: true }) months: number | null;
  @Column("numeric", { nullable: true }) amount: string | null;
  @Column("text", { name: "legal_basis", nullable: true }) legalBasis: string | null;
  @Column("jsonb") mitigations: string[];
  /** Those that were proved. */
  @Column("jsonb") charges: Charge[];
  @Column("text") reasons: string;
  @Column("integer", { name: "ladder_version" }) ladderVersion: number;
  @Column("jsonb") panel: PanelRecord[];
  /** SHA-256 over what was decided, in hexadecimal. */
  @Column("text") digest: string;
  @Column("timestamptz", { name: "decided_at" }) decidedAt: Date;
  @Column("text", { name: "decided_by" }) decidedBy: string;
  @Column("date", { name: "served_on", nullable: true }) servedOn: string | null;
  /** The last day for an appeal; null before it is served, and for what cannot be appealed. */
  @Column("date", { name: "appeal_until", nullable: true }) appealUntil: string | null;
  @Column("date", { name: "in_force_on", nullable: true }) inForceOn: string | null;
  /** The last day of a sanction with a term; null for one without. */
  @Column("date", { name: "ends_on", nullable: true }) endsOn: string | null;
  @Column("date", { name: "set_aside_on", nullable: true }) setAsideOn: string | null;
}
