import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Localized } from "../../kernel/language.ts";
import type { Chapter, ExternalNorm, TextState } from "./norm.rules.ts";
import type { PriceHit } from "./price-fixing.rules.ts";

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
  /** Whether it came with the reference data, adopted already, or is made in the portal step by step. */
  @Column("text") origin: "REFERENCE" | "PORTAL";
  /** Null for what came with the norm's own title. */
  @Column("jsonb", { nullable: true }) title: Localized | null;
  /** Null until it is adopted. */
  @Column("date", { name: "in_force_on", nullable: true }) inForceOn: string | null;
  @Column("date", { name: "review_due_on", nullable: true }) reviewDueOn: string | null;
  /** SHA-256 of the whole definition, so that no version is changed unnoticed. */
  @Column("text") digest: string;
  @Column("jsonb") preamble: Localized;
  @Column("jsonb", { name: "external_norms" }) externalNorms: ExternalNorm[];
  /** Counted up with every save, so that nobody overwrites another's words unseen. */
  @Column("integer") revision: number;
  /** What is being written; null for what came adopted. Adopted chapters stand in rows of their own. */
  @Column("jsonb", { nullable: true }) chapters: Chapter[] | null;
  /** Every code ever given in it, those removed again included. */
  @Column("text", { array: true }) codes: string[];
  /** Everybody who wrote on it. */
  @Column("text", { array: true }) editors: string[];
  /** How often it was laid before the members. */
  @Column("integer") round: number;
  /** The last day of the present or the last consultation. */
  @Column("date", { name: "consultation_closes_on", nullable: true }) consultationClosesOn: string | null;
  @Column("date", { name: "adopted_on", nullable: true }) adoptedOn: string | null;
  @Column("timestamptz", { name: "adopted_at", nullable: true }) adoptedAt: Date | null;
  @Column("text", { name: "adopted_by", nullable: true }) adoptedBy: string | null;
  /** What the check found at adoption. */
  @Column("jsonb", { name: "price_hits", nullable: true }) priceHits: PriceHit[] | null;
}

/** A second person's reasons why a text may be adopted although the check found something in it. */
@Entity("norm_price_opinion")
export class NormPriceOpinion {
  @PrimaryColumn("text") id: string;
  @Column("text", { name: "version_id" }) versionId: string;
  /** Of the text that was judged; other words need another opinion. */
  @Column("text") digest: string;
  @Column("jsonb") hits: PriceHit[];
  @Column("text") reason: string;
  @Column("text", { name: "user_id" }) userId: string;
  @Column("timestamptz", { name: "given_at" }) givenAt: Date;
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
