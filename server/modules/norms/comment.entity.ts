import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a member says of one article while a consultation is open; never changed. */
@Entity("norm_comment")
export class NormComment {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "version_id" }) versionId: string;
  /** Which consultation on this version it was filed in. */
  @Column("integer") round: number;
  /** The code of the article. */
  @Column("text") article: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("text", { name: "user_id" }) userId: string;
  @Column("text") text: string;
  @Column("timestamptz", { name: "filed_at" }) filedAt: Date;
}

/** The association's answer to a comment: every member reads it, and nobody reads from it who asked. */
@Entity("norm_answer")
export class NormAnswer {
  @PrimaryColumn("text", { name: "comment_id" }) commentId: string;
  @Column("text", { name: "version_id" }) versionId: string;
  @Column("integer") round: number;
  @Column("text") article: string;
  @Column("text") text: string;
  @Column("text", { name: "user_id" }) userId: string;
  @Column("timestamptz", { name: "answered_at" }) answeredAt: Date;
}
