import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Language, Localized } from "../../kernel/language.ts";
import type { ProductLine, SizeClass } from "./member.rules.ts";

/** A firm of the association. */
@Entity("member")
export class Member {
  @PrimaryColumn("text") id: string;
  /** Given in the order of admission and never again. */
  @Column("integer") number: number;
  @Column("text", { name: "credit_code" }) creditCode: string;
  @Column("jsonb") name: Localized;
  /** The province's code in GB/T 2260. */
  @Column("text") region: string;
  @Column("text", { name: "size_class" }) sizeClass: SizeClass;
  @Column("text", { name: "product_lines", array: true }) productLines: ProductLine[];
  /** The last time, where it was admitted more than once. */
  @Column("date", { name: "admitted_on" }) admittedOn: string;
  /** The language of its papers. */
  @Column("text") language: Language;
}
