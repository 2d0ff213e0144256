import { Column, Entity, PrimaryColumn } from "typeorm";

/** A link by which one person comes in anew. There is one at most for each; the row goes when it was used. */
@Entity("access_renewal")
export class AccessRenewal {
  @PrimaryColumn("text", { name: "user_id" }) userId: string;
  @Column("text", { name: "token_digest" }) tokenDigest: string;

  /** Null when it was made at a terminal, in the name of the house. */
  @Column("text", { name: "sent_by", nullable: true }) sentBy: string | null;

  @Column("timestamptz", { name: "sent_at" }) sentAt: Date;
  @Column("timestamptz", { name: "expires_at" }) expiresAt: Date;
}
