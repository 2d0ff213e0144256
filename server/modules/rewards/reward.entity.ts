import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Localized } from "../../kernel/language.ts";
import type { RewardKind } from "./reward-ladder.rules.ts";
import type { RoundState, StoredState } from "./reward.rules.ts";

/** Something a firm is honoured with, or is proposed to be: what it is for stays as proposed, only its state goes on. */
@Entity("reward")
export class Reward {
  @PrimaryColumn("text") id: string;
  @Column("text") kind: RewardKind;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text") state: StoredState;
  /** The version of the ladder it is given by. */
  @Column("integer", { name: "ladder_version" }) ladderVersion: number;
  /** The round that gave it, and its year; null for a commendation. */
  @Column("text", { name: "round_id", nullable: true }) roundId: string | null;
  @Column("integer", { nullable: true }) year: number | null;
  /** What it is for; null for what a round gave. */
  @Column("jsonb", { nullable: true }) deed: Localized | null;
  @Column("date", { name: "deed_on", nullable: true }) deedOn: string | null;
  @Column("text", { nullable: true }) clause: string | null;
  /** The version of the pledge or the norm whose clause it is. */
  @Column("text", { name: "clause_version", nullable: true }) clauseVersion: string | null;
  @Column("jsonb", { name: "clause_title", nullable: true }) clauseTitle: Localized | null;
  @Column("text", { nullable: true }) evidence: string | null;
  @Column("text", { name: "proposed_by" }) proposedBy: string;
  @Column("timestamptz", { name: "proposed_at" }) proposedAt: Date;
  /** Who confirmed or declined it; null while nobody did. */
  @Column("text", { name: "decided_by", nullable: true }) decidedBy: string | null;
  @Column("timestamptz", { name: "decided_at", nullable: true }) decidedAt: Date | null;
  /** The first and the last day it holds; null before it is given. */
  @Column("date", { name: "from_day", nullable: true }) fromDay: string | null;
  @Column("date", { name: "through_day", nullable: true }) throughDay: string | null;
}

/** A step in the life of a reward, kept for good. */
@Entity("reward_change")
export class RewardChange {
  @PrimaryColumn("text") id: string;

  /** The order of changes, given by the database. */
  @Column({ type: "bigint", generatedIdentity: "ALWAYS", insert: false, update: false, select: false }) place: number;
  @Column("text", { name: "reward_id" }) rewardId: string;
  @Column("text") state: StoredState;
  /** Null where none is asked for. */
  @Column("text", { nullable: true }) reason: string | null;
  @Column("text", { name: "changed_by" }) changedBy: string;
  @Column("timestamptz") at: Date;
}

/** The yearly giving of one kind of reward: who stood how when it was opened. */
@Entity("reward_round")
export class RewardRound {
  @PrimaryColumn("text") id: string;
  @Column("text") kind: RewardKind;
  @Column("integer") year: number;
  @Column("text") state: RoundState;
  @Column("integer", { name: "ladder_version" }) ladderVersion: number;
  /** Firms judged, and firms that met every criterion, at its opening. */
  @Column("integer") candidates: number;
  @Column("integer") qualified: number;
  @Column("text", { name: "opened_by" }) openedBy: string;
  @Column("timestamptz", { name: "opened_at" }) openedAt: Date;
  @Column("text", { name: "closed_by", nullable: true }) closedBy: string | null;
  @Column("timestamptz", { name: "closed_at", nullable: true }) closedAt: Date | null;
  /** Why it was dropped; null unless it was. */
  @Column("text", { nullable: true }) reason: string | null;
}
