import { Column, Entity, PrimaryColumn } from "typeorm";

/** One signed-in browser. The row goes when the session ends, and with it the access. */
@Entity("session")
export class Session {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "user_id" }) userId: string;
  @Column("text", { name: "token_digest" }) tokenDigest: string;
  @Column("timestamptz", { name: "created_at" }) createdAt: Date;
  @Column("timestamptz", { name: "last_seen_at" }) lastSeenAt: Date;

  /** Until when grave acts are open; null when identity was not proved in this session. */
  @Column("timestamptz", { name: "stepped_up_until", nullable: true }) steppedUpUntil: Date | null;

  @Column("text", { nullable: true }) address: string | null;
  @Column("text", { name: "user_agent", nullable: true }) userAgent: string | null;
}
