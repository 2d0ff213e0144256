import { z } from "zod";
import { type AuditRuleSet, FactKind, type SanctionLadder as LadderInForce } from "../../server/modules/supervision/index.ts";

import { constant, decided, edition, localized } from "./shape.ts";

const days = z.int().min(0);

export const sanctionLadderShape = z.strictObject({
  ...edition,
  title: localized,
  note: localized,
  /** Mildest first. A step that is not enabled cannot be imposed; `publishedDays` is how long it stays public. */
  steps: z
    .array(
      z.strictObject({
        code: constant,
        name: localized,
        enabled: z.boolean(),
        basisRequired: z.boolean(),
        namedInSource: z.boolean(),
        publishedDays: days,
        ...decided,
      }),
    )
    .min(1),
  periods: z.strictObject({ ...decided, answerDays: days, appealDays: days, appealDecisionDays: days }),
  supervisionForms: z.array(z.strictObject({ code: constant, name: localized })).min(1),
}) satisfies z.ZodType<LadderInForce>;

export const auditRulesShape = z.strictObject({
  ...edition,
  title: localized,
  rules: z
    .array(
      z.strictObject({
        code: constant,
        title: localized,
        /** The norm article or pledge clause a finding cites. */
        article: z.string().regex(/^(N\d+\.\d+|C\d+)$/),
        severity: z.enum(["CRITICAL", "MAJOR", "MINOR"]),
        parameters: z.record(z.string(), z.union([z.string(), z.number()])),
        /** What a check must tell of a breach, for the words. */
        facts: z.array(z.string()),
        /** How each fact and parameter is written; from the second set on. */
        kinds: z.record(z.string(), z.enum(Object.values(FactKind))).optional(),
        words: localized,
        /** Other words where a fact is wanting. */
        without: z.record(z.string(), localized).optional(),
        ...decided,
      }),
    )
    .min(1),
}) satisfies z.ZodType<AuditRuleSet>;

export type SanctionLadder = z.infer<typeof sanctionLadderShape>;
export type AuditRules = z.infer<typeof auditRulesShape>;
