import { z } from "zod";

import { bands, constant, day, decided, edition, localized, percent } from "./shape.ts";

export const associationShape = z.strictObject({
  name: localized,
  numberPrefix: z.string().regex(/^[A-Z]{2,6}$/),
  /** How long a certificate holds. */
  certificateMonths: z.strictObject({ ...decided, months: z.int().min(1).max(120) }),
});

/** Which days count as working days; weekdays are 1 (Monday) to 7. */
export const workingDaysShape = z.strictObject({
  ...edition,
  ...decided,
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone), "must be an IANA time zone"),
  workingWeekdays: z.array(z.int().min(1).max(7)).min(1),
  holidays: z.array(day),
  extraWorkingDays: z.array(day),
  note: localized,
});

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

export type Association = z.infer<typeof associationShape>;
export type WorkingDays = z.infer<typeof workingDaysShape>;
export type CreditScheme = z.infer<typeof creditSchemeShape>;
