import { Column, Entity, PrimaryColumn } from "typeorm";

/** One article of one version read to its end by one person of a member; noted once. */
@Entity("norm_reading")
export class NormReading {
  @PrimaryColumn("text", { name: "version_id" }) versionId: string;
  @PrimaryColumn("text", { name: "member_id" }) memberId: string;
  @PrimaryColumn("text", { name: "user_id" }) userId: string;
  @PrimaryColumn("text") article: string;
  @Column("timestamptz", { name: "read_at" }) readAt: Date;
}
