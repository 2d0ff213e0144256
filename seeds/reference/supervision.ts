import { z } from "zod";
import { type AuditRuleSet, FactKind, type ProceduralLadder, Publicity, type SanctionLadder as LadderInForce } from "../../server/modules/supervision/index.ts";

import { constant, decided, edition, localized, percent } from "./shape.ts";

const days = z.int().min(0);

/** Mildest first. A step that is not enabled cannot be imposed; `publishedDays` is how long it stays public. */
const step = { code: constant, name: localized, enabled: z.boolean(), basisRequired: z.boolean(), namedInSource: z.boolean(), publishedDays: days, ...decided };
const named = z.strictObject({ code: constant, name: localized });
const ladder = {
  ...edition,
  title: localized,
  note: localized,
  periods: z.strictObject({ ...decided, answerDays: days, appealDays: days, appealDecisionDays: days }),
  supervisionForms: z.array(named).min(1),
};

/** The first version: steps and periods, and no way to conduct a case. */
export const firstLadderShape = z.strictObject({ ...ladder, steps: z.array(z.strictObject(step)).min(1) }) satisfies z.ZodType<LadderInForce>;

export const proceduralLadderShape = z.strictObject({
  ...ladder,
  steps: z
    .array(
      z.strictObject({
        ...step,
        severity: z.enum(["CRITICAL", "MAJOR", "MINOR"]),
        publicity: z.enum(Object.values(Publicity)).nullable(),
        legalBasisRequired: z.boolean(),
        appealSuspends: z.boolean(),
        standing: z.enum(["NONE", "SUSPENDED", "EXPELLED"]),
        months: z.strictObject({ least: z.int().positive(), most: z.int().positive() }).nullable(),
      }),
    )
    .min(1),
  mitigations: z.strictObject({
    ...decided, mostStepsDown: days, list: z.array(z.strictObject({ code: constant, name: localized, stepsDown: days, publishedShare: percent })),
  }),
  panel: z.strictObject({ ...decided, quorum: z.int().positive() }),
  competitors: z.strictObject({ ...decided, sameRegion: z.boolean() }),
  appealGrounds: z.array(named).min(1),
}) satisfies z.ZodType<ProceduralLadder>;

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

export type SanctionLadder = z.infer<typeof firstLadderShape> | z.infer<typeof proceduralLadderShape>;
export type AuditRules = z.infer<typeof auditRulesShape>;
