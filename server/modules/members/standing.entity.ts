import { Column, Entity, PrimaryColumn } from "typeorm";
import type { StandingFactKind } from "./standing.rules.ts";

/** What a firm's standing follows from; never changed, only followed by the next. */
@Entity("standing_fact")
export class StandingFactEntry {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text") kind: StandingFactKind;
  @Column("date") day: string;
  @Column("date", { nullable: true }) through: string | null;
  @Column("date", { name: "grace_through", nullable: true }) graceThrough: string | null;
  @Column("date", { nullable: true }) until: string | null;
  @Column("text", { nullable: true }) reason: string | null;
  /** The decision of the panel it rests on; of a suspension or an expulsion never null. */
  @Column("text", { nullable: true }) basis: string | null;
  @Column("text", { name: "recorded_by", nullable: true }) recordedBy: string | null;
  @Column("timestamptz", { name: "recorded_at" }) recordedAt: Date;
}
