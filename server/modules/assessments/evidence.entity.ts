import { Column, Entity, PrimaryColumn } from "typeorm";

/** A file that backs the answer to one indicator. */
@Entity("evidence")
export class Evidence {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "assessment_id" }) assessmentId: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text") indicator: string;
  @Column("text", { name: "file_id" }) fileId: string;
  @Column("text") note: string;
  @Column("timestamptz", { name: "attached_at" }) attachedAt: Date;
  @Column("text", { name: "attached_by", nullable: true }) attachedBy: string | null;
  /** When the member took it off again; null while it counts. */
  @Column("timestamptz", { name: "detached_at", nullable: true }) detachedAt: Date | null;
}
