import { z } from "zod";

import { bands, constant, decided, edition, localized, percent } from "./shape.ts";

export const creditSchemeShape = z.strictObject({
  ...edition,
  title: localized,
  decimals: z.int().min(0).max(6),
  weights: z.strictObject({ ...decided, total: z.literal("100"), note: localized }),
  areas: z
    .array(
      z.strictObject({
        code: constant,
        name: localized,
        weight: percent,
        /** What the area is judged on; without any of it the area is not rated and leaves the denominator. */
        facts: z.enum([
          "PLEDGE_SIGNATURE",
          "CONFIRMED_ASSESSMENT",
          "AUDIT_FINDINGS",
          "COMPLAINT_CASES",
          "PRICE_CASES",
          "TRACE_AND_TESTS",
          "GREEN_RECORDS",
          "TRAINING_RECORDS",
        ]),
      }),
    )
    .min(1),
  /** Points of 100 for the pledge, by what the member has signed. */
  pledge: z.strictObject({ ...decided, signedCurrent: percent, signedEarlier: percent, unsigned: percent }),
  /** Points of 100 a standing finding takes from its area. */
  deductions: z.strictObject({ ...decided, note: localized, CRITICAL: percent, MAJOR: percent, MINOR: percent }),
  requiredFacts: z.strictObject({ ...decided, areas: z.int().positive(), weight: percent, note: localized }),
  bands,
});

export type CreditScheme = z.infer<typeof creditSchemeShape>;
