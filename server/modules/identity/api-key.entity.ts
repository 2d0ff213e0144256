import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Permission } from "./permissions.ts";

/** A key with which a program acts for a person, within the key's scopes. */
@Entity("api_key")
export class ApiKey {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "user_id" }) userId: string;
  @Column("text") name: string;

  /** The first letters of the key, to tell keys apart. */
  @Column("text", { name: "token_start" }) tokenStart: string;

  @Column("text", { name: "token_digest" }) tokenDigest: string;
  @Column("text", { array: true }) scopes: Permission[];
  @Column("timestamptz", { name: "created_at" }) createdAt: Date;
  @Column("timestamptz", { name: "expires_at" }) expiresAt: Date;
  @Column("timestamptz", { name: "last_used_at", nullable: true }) lastUsedAt: Date | null;
  @Column("timestamptz", { name: "revoked_at", nullable: true }) revokedAt: Date | null;
}
