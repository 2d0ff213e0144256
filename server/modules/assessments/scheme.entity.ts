import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Scheme } from "./scheme.rules.ts";

/** One version of how service quality is judged. Never changed. */
@Entity("service_quality_scheme")
export class ServiceQualityScheme {
  @PrimaryColumn("integer") version: number;
  @Column("date", { name: "effective_from" }) effectiveFrom: string;
  /** SHA-256 of the definition's canonical JSON. */
  @Column("text") digest: string;
  @Column("jsonb") definition: Scheme;
}

/** What the association asks of its members for one period. */
@Entity("assessment_round")
export class AssessmentRound {
  /** A year `2025` or a half-year `2026-H1`. */
  @PrimaryColumn("text") period: string;
  @Column("date", { name: "period_from" }) from: string;
  @Column("date", { name: "period_to" }) to: string;
  @Column("integer", { name: "scheme_version" }) schemeVersion: number;
  @Column("date", { name: "opens_on" }) opensOn: string;
  @Column("date", { name: "due_on" }) dueOn: string;
}
