import { Column, Entity, PrimaryColumn } from "typeorm";

/** One version of something the association has decided besides its norms; it is read by the module it is about. */
@Entity("published_document")
export class PublishedDocument {
  /** What it decides about, such as `sanction-ladder`. */
  @PrimaryColumn("text") code: string;
  @PrimaryColumn("integer") version: number;
  @Column("date", { name: "effective_from" }) effectiveFrom: string;
  /** SHA-256 of the whole definition, so that no version is changed unnoticed. */
  @Column("text") digest: string;
  @Column("jsonb") definition: object;
}
