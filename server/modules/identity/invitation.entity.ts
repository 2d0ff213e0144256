import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Language } from "../../kernel/language.ts";
import type { Role } from "./permissions.ts";

/** A link that lets one person in, once and until it expires. */
@Entity("invitation")
export class Invitation {
  @PrimaryColumn("text") id: string;
  @Column("text") email: string;
  @Column("text") role: Role;
  @Column("text", { name: "member_id", nullable: true }) memberId: string | null;
  @Column("text") language: Language;
  @Column("text", { name: "token_digest" }) tokenDigest: string;

  /** Null when the house itself invited, at installation. */
  @Column("text", { name: "sent_by", nullable: true }) sentBy: string | null;

  @Column("timestamptz", { name: "sent_at" }) sentAt: Date;
  @Column("timestamptz", { name: "expires_at" }) expiresAt: Date;
  @Column("timestamptz", { name: "accepted_at", nullable: true }) acceptedAt: Date | null;
  @Column("text", { name: "accepted_by", nullable: true }) acceptedBy: string | null;
  @Column("timestamptz", { name: "revoked_at", nullable: true }) revokedAt: Date | null;
}
