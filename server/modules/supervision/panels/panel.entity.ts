import { Column, Entity, PrimaryColumn } from "typeorm";

/** A firm somebody who sits on panels works for, owns or advises. */
@Entity("panel_affiliation")
export class PanelAffiliation {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "user_id" }) userId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text") nature: string;
  @Column("date") since: string;
  /** The last day; null while it lasts. */
  @Column("date", { nullable: true }) until: string | null;
  @Column("text", { name: "declared_by" }) declaredBy: string;
  @Column("timestamptz", { name: "declared_at" }) declaredAt: Date;
}

/** A seat on the panel for a case or an appeal. */
@Entity("panel_seat")
export class PanelSeat {
  @PrimaryColumn("text", { name: "subject_id" }) subjectId: string;
  @PrimaryColumn("text", { name: "user_id" }) userId: string;
  /** The member the matter is about. */
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("timestamptz", { name: "seated_at" }) seatedAt: Date;
  @Column("text", { name: "seated_by" }) seatedBy: string;
  /** When it was said whether there is an interest; null before. */
  @Column("timestamptz", { name: "declared_at", nullable: true }) declaredAt: Date | null;
  @Column("boolean", { nullable: true }) interested: boolean | null;
  @Column("text", { nullable: true }) declaration: string | null;
  /** When the seat was given up; null while it is held. */
  @Column("timestamptz", { name: "recused_at", nullable: true }) recusedAt: Date | null;
  @Column("text", { name: "recused_by", nullable: true }) recusedBy: string | null;
  @Column("text", { nullable: true }) recusal: string | null;
}

/** A vote on one revision of what is to be decided; never changed. */
@Entity("panel_vote")
export class PanelVote {
  @PrimaryColumn("text", { name: "subject_id" }) subjectId: string;
  @PrimaryColumn("integer") revision: number;
  @PrimaryColumn("text", { name: "user_id" }) userId: string;
  @Column("text") choice: string;
  @Column("text") reason: string;
  @Column("timestamptz", { name: "cast_at" }) castAt: Date;
}
