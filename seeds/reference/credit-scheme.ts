import { z } from "zod";
import { grades } from "../../server/kernel/grade.ts";
import { AreaFacts, EntryEffect, EntrySeverity, type FactsScheme as FactsInForce, type LedgerScheme as LedgerInForce } from "../../server/modules/credit/index.ts";

import { bands, constant, decided, edition, localized, percent } from "./shape.ts";

const weights = z.strictObject({ ...decided, total: z.literal("100"), note: localized });
const requiredFacts = z.strictObject({ ...decided, areas: z.int().positive(), weight: percent, note: localized });

/** What an area is judged on; without any of it the area is not rated and leaves the denominator. */
const area = { code: constant, name: localized, weight: percent, facts: z.enum(AreaFacts) };

/** The first version: facts gathered at each audit. */
export const factsSchemeShape = z.strictObject({
  ...edition,
  title: localized,
  decimals: z.int().min(0).max(6),
  weights,
  areas: z.array(z.strictObject(area)).min(1),
  /** Points of 100 for the pledge, by what the member has signed. */
  pledge: z.strictObject({ ...decided, signedCurrent: percent, signedEarlier: percent, unsigned: percent }),
  /** Points of 100 a standing finding takes from its area. */
  deductions: z.strictObject({ ...decided, note: localized, CRITICAL: percent, MAJOR: percent, MINOR: percent }),
  requiredFacts,
  bands,
}) satisfies z.ZodType<FactsInForce>;

const months = z.int().min(0).max(600);
const severity = z.enum(EntrySeverity);

/** From the second version on: entries of the ledger. */
export const ledgerSchemeShape = z.strictObject({
  ...edition,
  title: localized,
  decimals: z.int().min(0).max(6),
  weights,
  areas: z
    .array(
      z.strictObject({
        ...area,
        /** Whether what costs points here is enough to rate the area. */
        ratedByCosts: z.boolean(),
        /** What can be earned, together exactly 100. */
        positives: z.array(z.strictObject({ kind: constant, points: percent, by: z.enum(["PRESENCE", "VALUE"]) })).min(1),
        bonusLimit: percent,
        /** Below so many points, no better grade than this. */
        minimum: z.strictObject({ points: percent, grade: z.enum(grades) }),
      }),
    )
    .min(1),
  /** The closed list of entries. */
  kinds: z
    .array(
      z.strictObject({
        code: constant,
        area: constant,
        effect: z.enum(EntryEffect),
        name: localized,
        words: localized,
        points: z.strictObject({ CRITICAL: percent.optional(), MAJOR: percent.optional(), MINOR: percent.optional(), ANY: percent.optional() }).optional(),
        ageing: z.strictObject({ from: z.enum(["OCCURRED", "DECIDED", "SETTLED"]), fullMonths: months, fadeMonths: months, settledShare: percent }).optional(),
        settledBy: z.array(constant).min(1).optional(),
        liftedBy: z.array(constant).min(1).optional(),
        proof: z.strictObject({ SELF_DECLARED: percent, DOCUMENT_BACKED: percent, VERIFIED: percent }).optional(),
        ...decided,
      }),
    )
    .min(1),
  caps: z.array(z.strictObject({ ...decided, kind: constant, severities: z.array(severity).min(1), grade: z.enum(grades), note: localized })),
  minimums: z.strictObject({ ...decided, note: localized }),
  requiredFacts,
  bands,
}) satisfies z.ZodType<LedgerInForce>;

export type FactsScheme = z.infer<typeof factsSchemeShape>;
export type LedgerScheme = z.infer<typeof ledgerSchemeShape>;
export type CreditScheme = FactsScheme | LedgerScheme;
