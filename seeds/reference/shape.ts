import { z } from "zod";

import { isDecimalText } from "../../server/kernel/decimal.ts";
import { grades } from "../../server/kernel/grade.ts";
import { isDay } from "../../server/kernel/period.ts";

/** The atoms every reference file is made of. */
export const text = z.string().trim().min(1);
export const localized = z.strictObject({ "zh-Hant": text, "zh-Hans": text, en: text });
export const day = z.string().refine(isDay, "must be a day, YYYY-MM-DD");
export const percent = z.string().refine((value) => isDecimalText(value) && Number(value) >= 0 && Number(value) <= 100, "must be a decimal from 0 to 100, in quotes");
export const constant = z.string().regex(/^[A-Z][A-Z_]*$/, "must be in CAPITALS");

/** Stands wherever the source document leaves a value open. */
export const decided = { associationDecision: z.literal(true) };

/** What every versioned file begins with. */
export const edition = {
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.int().positive(),
  effectiveFrom: day,
  source: z.strictObject({ document: text, section: text }),
};

export const bands = z.strictObject({ ...decided, note: localized, floors: z.array(z.strictObject({ grade: z.enum(grades), floor: percent })).min(1) });
