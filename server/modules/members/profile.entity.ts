import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ContactDuty, SiteUse } from "./profile.rules.ts";

/** A place at which a firm trades or keeps its goods. */
@Entity("member_site")
export class MemberSite {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "member_id" }) memberId: string;
  /** Goes up with each change; a change names the one it was made from. */
  @Column("integer") revision: number;
  @Column("text") name: string;
  @Column("text") use: SiteUse;
  /** The province's code in GB/T 2260. */
  @Column("text") region: string;
  @Column("text") address: string;
  @Column("date", { name: "opened_on" }) openedOn: string;
  /** The first day on which it was no longer used; null while it is. */
  @Column("date", { name: "closed_on", nullable: true }) closedOn: string | null;
}

/** Whom the association speaks to about a matter; forgotten when it is taken off. */
@Entity("member_contact")
export class MemberContact {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "member_id" }) memberId: string;
  @Column("integer") revision: number;
  @Column("text") duty: ContactDuty;
  @Column("text") name: string;
  @Column("text") phone: string;
  @Column("text") email: string;
}
