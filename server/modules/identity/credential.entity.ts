import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a person proves who they are with; no scope but the house's own reads it. */
@Entity("credential")
export class Credential {
  @PrimaryColumn("text", { name: "user_id" }) userId: string;
  @Column("text", { name: "password_hash" }) passwordHash: string;
  @Column("timestamptz", { name: "password_changed_at" }) passwordChangedAt: Date;

  /** Sealed; null until a second factor is enrolled. */
  @Column("text", { name: "totp_secret", nullable: true }) totpSecret: string | null;

  /** Sealed; shown to the person and not yet confirmed with a code. */
  @Column("text", { name: "totp_offered_secret", nullable: true }) totpOfferedSecret: string | null;

  /** The time step of the last code accepted: neither it nor an earlier one counts again. */
  @Column("bigint", { name: "totp_last_step", nullable: true }) totpLastStep: number | null;
}

/** One way back in when the second factor is lost; each opens once. */
@Entity("recovery_code")
export class RecoveryCode {
  @PrimaryColumn("text", { name: "user_id" }) userId: string;
  @PrimaryColumn("text") digest: string;
  @Column("timestamptz", { name: "used_at", nullable: true }) usedAt: Date | null;
}
