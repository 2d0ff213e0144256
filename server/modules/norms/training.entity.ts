import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a member says of training its people on one version; never changed. */
@Entity("norm_training")
export class NormTraining {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "version_id" }) versionId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("date", { name: "held_on" }) heldOn: string;
  /** How many took part. */
  @Column("integer") people: number;
  @Column("numeric") hours: string;
  /** Who taught. */
  @Column("text", { name: "given_by" }) givenBy: string;
  @Column("text", { name: "recorded_by" }) recordedBy: string;
  @Column("timestamptz", { name: "recorded_at" }) recordedAt: Date;
}

/** Why a member takes such a record back; from then on it counts nowhere. */
@Entity("norm_training_withdrawal")
export class NormTrainingWithdrawal {
  @PrimaryColumn("text", { name: "training_id" }) trainingId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text") reason: string;
  @Column("text", { name: "withdrawn_by" }) withdrawnBy: string;
  @Column("timestamptz", { name: "withdrawn_at" }) withdrawnAt: Date;
}
