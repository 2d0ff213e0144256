import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Localized } from "../../kernel/language.ts";
import type { ExternalNorm, TextState } from "./norm.rules.ts";

/** A body of rules for the members' trade, in versions. */
@Entity("norm")
export class Norm {
  @PrimaryColumn("text") id: string;
  @Column("text") code: string;
  @Column("jsonb") title: Localized;
}

@Entity("norm_version")
export class NormVersion {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "norm_id" }) normId: string;
  @Column("integer") number: number;
  @Column("text") state: TextState;
  /** Null until it is adopted. */
  @Column("date", { name: "in_force_on", nullable: true }) inForceOn: string | null;
  @Column("date", { name: "review_due_on", nullable: true }) reviewDueOn: string | null;
  /** SHA-256 of the whole definition, so that no version is changed unnoticed. */
  @Column("text") digest: string;
  @Column("jsonb") preamble: Localized;
  @Column("jsonb", { name: "external_norms" }) externalNorms: ExternalNorm[];
}

@Entity("norm_chapter")
export class NormChapter {
  @PrimaryColumn("text", { name: "version_id" }) versionId: string;
  @PrimaryColumn("text") code: string;
  @Column("integer") position: number;
  @Column("jsonb") title: Localized;
}

@Entity("norm_article")
export class NormArticle {
  @PrimaryColumn("text", { name: "version_id" }) versionId: string;
  @PrimaryColumn("text") code: string;
  @Column("text") chapter: string;
  @Column("integer") position: number;
  @Column("jsonb") title: Localized;
  @Column("jsonb") text: Localized;
}
