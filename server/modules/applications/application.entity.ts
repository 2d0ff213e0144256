import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Language, Localized } from "../../kernel/language.ts";
import type { ContactDetails, ProductLine, SiteDetails, SizeClass } from "../members/index.ts";
import type { ApplicationState, ApplicationStepKind } from "./application-state.rules.ts";

export const ApplicationEvidenceKind = { BUSINESS_LICENCE: "BUSINESS_LICENCE", OTHER: "OTHER" } as const;
export type ApplicationEvidenceKind = keyof typeof ApplicationEvidenceKind;

/** Whom the association speaks to about the application, and who becomes the firm's first administrator. */
export type GivenContact = Omit<ContactDetails, "duty">;

/** Which words were declared, by whom and when; the text stands in the association's decision of that version. */
export interface Declaration {
  termsVersion: number;
  textDigest: string;
  language: Language;
  name: string;
  at: string;
}

/** A firm that asks to be admitted. Its particulars are blank once they are erased. */
@Entity("application")
export class Application {
  @PrimaryColumn("text") id: string;
  /** Of the secret link, which nobody but the applicant holds. */
  @Column("text", { name: "token_digest" }) tokenDigest: string;
  @Column("text") state: ApplicationState;
  /** Goes up with each change; an act names the one it was decided on. */
  @Column("integer") revision: number;
  /** The language it is made in, and in which the firm's papers will be. */
  @Column("text") language: Language;
  /** Empty in the languages it was not given in. */
  @Column("jsonb") name: Localized;
  @Column("text", { name: "credit_code" }) creditCode: string;
  @Column("text", { nullable: true }) region: string | null;
  @Column("text", { name: "size_class", nullable: true }) sizeClass: SizeClass | null;
  @Column("text", { name: "product_lines", array: true }) productLines: ProductLine[];
  @Column("jsonb") sites: SiteDetails[];
  @Column("jsonb") contact: GivenContact;
  @Column("jsonb", { nullable: true }) declaration: Declaration | null;
  @Column("timestamptz", { name: "begun_at" }) begunAt: Date;
  /** When it was first handed in; null while it never was. */
  @Column("timestamptz", { name: "submitted_at", nullable: true }) submittedAt: Date | null;
  /** The last day the applicant has; null while it is not in their hands. */
  @Column("date", { name: "lapses_on", nullable: true }) lapsesOn: string | null;
  /** The day its particulars are erased; null while it has not ended, and once they are. */
  @Column("date", { name: "erase_on", nullable: true }) eraseOn: string | null;
  @Column("timestamptz", { name: "erased_at", nullable: true }) erasedAt: Date | null;
  /** The member it became; null unless admitted. */
  @Column("text", { name: "member_id", nullable: true }) memberId: string | null;
  /** Whether the first administrator's access was made. */
  @Column("boolean", { name: "access_made" }) accessMade: boolean;
}

/** One step of an application; never changed. */
@Entity("application_step")
export class ApplicationStep {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "application_id" }) applicationId: string;
  @Column("text") kind: ApplicationStepKind;
  @Column("timestamptz") at: Date;
  /** The officer who took it; null when it was the applicant, or the house itself. */
  @Column("text", { name: "officer_id", nullable: true }) officerId: string | null;
  /** Of the reason with the step's id; stays when the words are erased. */
  @Column("text", { name: "reason_digest", nullable: true }) reasonDigest: string | null;
}

/** The words of a reason, as long as they are kept. */
@Entity("application_reason")
export class ApplicationReason {
  @PrimaryColumn("text", { name: "step_id" }) stepId: string;
  @Column("text", { name: "application_id" }) applicationId: string;
  @Column("text") text: string;
}

/** A file that stands behind an application. */
@Entity("application_evidence")
export class ApplicationEvidence {
  @PrimaryColumn("text", { name: "file_id" }) fileId: string;
  @Column("text", { name: "application_id" }) applicationId: string;
  @Column("text") kind: ApplicationEvidenceKind;
  @Column("timestamptz", { name: "added_at" }) addedAt: Date;
  /** When the applicant took off what an officer had seen; null while it counts. */
  @Column("timestamptz", { name: "removed_at", nullable: true }) removedAt: Date | null;
}
