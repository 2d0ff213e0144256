import { Column, Entity, Generated, PrimaryColumn } from "typeorm";
import type { CaseOutcome, CaseState, Charge, Proposal } from "./case.rules.ts";

/** What a member is held to have broken, and how far the matter has come. */
@Entity("sanction_case")
export class SanctionCase {
  @PrimaryColumn("text") id: string;
  @Column("integer") @Generated("increment") number: number;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text") title: string;
  /** What is held against the member, in words. */
  @Column("text") statement: string;
  @Column("date", { name: "occurred_on" }) occurredOn: string;
  /** The id of the finding it began with; null when it began otherwise. */
  @Column("text", { nullable: true }) source: string | null;
  @Column("jsonb") charges: Charge[];
  @Column("integer", { name: "ladder_version" }) ladderVersion: number;
  @Column("text") state: CaseState;
  /** Grows with every act of the house; whoever acts names the one they saw. */
  @Column("integer") revision: number;
  @Column("timestamptz", { name: "opened_at" }) openedAt: Date;
  @Column("text", { name: "opened_by" }) openedBy: string;
  @Column("date", { name: "notice_served_on", nullable: true }) noticeServedOn: string | null;
  @Column("integer", { name: "answer_days" }) answerDays: number;
  @Column("date", { name: "closed_on", nullable: true }) closedOn: string | null;
  @Column("text", { nullable: true }) outcome: CaseOutcome | null;
}

/** What a panel is asked to decide; the house's alone. */
@Entity("case_draft")
export class CaseDraft {
  @PrimaryColumn("text", { name: "case_id" }) caseId: string;
  @Column("jsonb") proposal: Proposal;
  /** Everybody who wrote on it, for good. */
  @Column("text", { array: true }) editors: string[];
  /** Of the case, when it was saved last. */
  @Column("integer") revision: number;
  @Column("timestamptz", { name: "saved_at" }) savedAt: Date;
}

/** What a member says to a case; never changed. */
@Entity("case_answer")
export class CaseAnswer {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "case_id" }) caseId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text", { name: "user_id" }) userId: string;
  @Column("text") text: string;
  @Column("text", { name: "file_ids", array: true }) fileIds: string[];
  /** Whether the member has said all it wants to, and the time to answer is over. */
  @Column("boolean") final: boolean;
  @Column("timestamptz", { name: "filed_at" }) filedAt: Date;
}

/** A time that does not count for the clock of a case or an appeal. */
@Entity("case_pause")
export class CasePause {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "subject_id" }) subjectId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("date", { name: "from_day" }) fromDay: string;
  /** The day that counts again; null while it lasts. */
  @Column("date", { name: "until_day", nullable: true }) untilDay: string | null;
  @Column("text") reason: string;
  @Column("text", { name: "paused_by" }) pausedBy: string;
}

/** One step in the life of a case; never changed. */
@Entity("case_event")
export class CaseEvent {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "case_id" }) caseId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text") kind: string;
  @Column("timestamptz") at: Date;
  /** Null for what came by itself on its day. */
  @Column("text", { name: "user_id", nullable: true }) userId: string | null;
  /** Why, where a reason was given. */
  @Column("text", { nullable: true }) note: string | null;
  @Column("jsonb") facts: Record<string, string | number | null>;
  /** Whether the member is told. */
  @Column("boolean") told: boolean;
}
