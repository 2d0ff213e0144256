import { z } from "zod";

import { day, decided, edition, localized, text } from "./shape.ts";

const code = z.string().regex(/^[a-z][a-z_]*$/);

const article = z.strictObject({ id: z.string().regex(/^N\d+\.\d+$/, "must look like N1.1"), title: localized, text: localized });

export const normShape = z.strictObject({
  ...edition,
  title: localized,
  preamble: localized,
  /** The day by which the norm must be looked at again. */
  reviewDue: z.strictObject({ ...decided, on: day }),
  /** Linked by number, never copied. */
  externalNorms: z.array(z.strictObject({ number: text, title: localized })),
  chapters: z.array(z.strictObject({ id: z.string().regex(/^N\d+$/), code, title: localized, articles: z.array(article).min(1) })).min(1),
});

export const pledgeShape = z.strictObject({
  ...edition,
  title: localized,
  preamble: localized,
  /** Members bound to an earlier version sign this one by then. */
  resignBy: z.strictObject({ ...decided, on: day }),
  clauses: z
    .array(
      z.strictObject({
        id: z.string().regex(/^C\d+$/, "must look like C1"),
        code,
        title: localized,
        duty: localized,
        prohibited: z.array(localized),
        checkedBy: localized,
      }),
    )
    .min(1),
  consent: localized,
});

/** When members are reminded to sign; days count from the day to sign by. */
export const pledgeChasingShape = z.strictObject({
  ...edition,
  ...decided,
  reminderDays: z.array(z.int().min(-365).max(365)).min(1),
  newcomerDays: z.int().min(0).max(365),
  note: localized,
});

export type PledgeChasing = z.infer<typeof pledgeChasingShape>;
export type Norm = z.infer<typeof normShape>;
export type Pledge = z.infer<typeof pledgeShape>;
