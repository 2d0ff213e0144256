import { digestOf } from "../../server/kernel/digest.ts";
import type { Context } from "../../server/platform/context.ts";
import { done, type Outcome, refused } from "../../server/platform/outcome.ts";
import { each, type ReferencePart } from "./part.ts";

export const auditRulesPart: ReferencePart = {
  name: "audit rules",
  enter: (tx, { auditRules }) => each(auditRules, (rules) => enterVersion(tx, "audit_rule_set", rules)),
};

export const creditSchemesPart: ReferencePart = {
  name: "credit schemes",
  enter: (tx, { creditSchemes }) => each(creditSchemes, (scheme) => enterVersion(tx, "credit_scheme", scheme)),
};

/** Enters a version that is new; one that stands there with other words is refused. */
async function enterVersion(tx: Context, table: "audit_rule_set" | "credit_scheme", definition: { version: number; effectiveFrom: string }): Promise<Outcome<null>> {
  const digest = digestOf(definition);
  const known = await tx.row<{ digest: string }>(`select digest from ${table} where version = $1`, [definition.version]);
  if (known) return known.digest === digest ? done(null) : refused("VERSION_DIFFERS", `version ${definition.version}`);
  await tx.rows(`insert into ${table} (version, effective_from, digest, definition) values ($1, $2, $3, $4::jsonb)`, [
    definition.version, definition.effectiveFrom, digest, JSON.stringify(definition),
  ]);
  return done(null);
}
