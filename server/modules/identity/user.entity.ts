import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Language } from "../../kernel/language.ts";
import type { Role } from "./permissions.ts";

/** A person who may sign in. */
@Entity("user_account")
export class User {
  @PrimaryColumn("text") id: string;

  /** In lower case, so that one address is one person. */
  @Column("text") email: string;

  @Column("text") name: string;
  @Column("text") language: Language;
  @Column("text", { array: true }) roles: Role[];

  /** The member this person acts for; null on the house's side. */
  @Column("text", { name: "member_id", nullable: true }) memberId: string | null;

  @Column("timestamptz", { name: "totp_enrolled_at", nullable: true }) totpEnrolledAt: Date | null;
  @Column("timestamptz", { name: "disabled_at", nullable: true }) disabledAt: Date | null;
  @Column("timestamptz", { name: "joined_at" }) joinedAt: Date;
}
