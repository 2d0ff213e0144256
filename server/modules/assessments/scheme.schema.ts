import { z } from "zod";

import { isDecimalText } from "../../kernel/decimal.ts";
import { grades } from "../../kernel/grade.ts";
import { isDay } from "../../kernel/period.ts";
import { schemeFaults, type SchemeFault } from "./scheme-faults.rules.ts";
import { InputType, ProofLevel } from "./scheme.rules.ts";
import type { Answers, Scheme } from "./scheme.rules.ts";

const text = z.string().trim().min(1);
const localized = z.strictObject({ "zh-Hant": text, "zh-Hans": text, en: text });
const decimal = z.string().refine(isDecimalText, "must be a plain decimal in quotes");
const share = decimal.refine((value) => Number(value) >= 0 && Number(value) <= 100, "must lie between 0 and 100");
const code = z.string().regex(/^[a-z][a-z0-9_]*$/, "must be lower_snake_case");
const indicatorId = z.string().regex(/^I-\d+\.\d+$/, "must look like I-1.1");
const reference = z.string().regex(/^(I-\d+\.\d+\.)?[a-z][a-z0-9_]*$/, "must look like I-1.1.total_orders");
const day = z.string().refine(isDay, "must be a day, YYYY-MM-DD");
const decided = { associationDecision: z.literal(true) };

const formula = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["SHARE", "MEAN", "RATE", "COST_PER_UNIT"]), numerator: z.array(code).min(1), denominator: z.array(code).min(1) }),
  z.strictObject({ kind: z.literal("TURNOVER"), costOfSales: code, average: code, opening: code, closing: code }),
  z.strictObject({ kind: z.literal("SCORE"), score: code, count: code }),
  z.strictObject({ kind: z.literal("WEIGHTED_SCORE"), ...decided, parts: z.array(z.strictObject({ input: code, weight: share })).min(1), count: code }),
]);

const figure = z.strictObject({
  code,
  name: localized,
  unit: code,
  formula: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("ANNUALISED") }),
    z.strictObject({ kind: z.literal("INDEX"), base: reference }),
    z.strictObject({ kind: z.literal("SHARE"), numerator: reference, denominator: reference }),
  ]),
});

const scoring = z.discriminatedUnion("direction", [
  z.strictObject({ ...decided, on: code, direction: z.enum(["HIGHER", "LOWER"]), zeroAt: decimal, fullAt: decimal }),
  z.strictObject({ ...decided, on: code, direction: z.literal("BAND"), zeroBelow: decimal, fullFrom: decimal, fullTo: decimal, zeroAbove: decimal }),
]);

const indicator = z.strictObject({
  id: indicatorId,
  code,
  name: localized,
  formulaText: localized,
  formula,
  unit: code,
  inputs: z
    .array(z.strictObject({ code, name: localized, unit: code, type: z.enum(InputType), minimum: decimal, maximum: decimal, required: z.boolean(), help: localized.nullable() }))
    .min(1),
  figures: z.array(figure),
  scoring,
  weight: share,
  minimumCount: z.int().positive().nullable(),
  mayBeNotApplicable: z.boolean(),
  sensitive: z.boolean(),
  evidence: localized,
  notes: localized,
  shownWith: z.array(indicatorId),
  alsoKnownAs: z.array(z.strictObject({ id: indicatorId, code, name: localized })),
});

const check = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("EQUAL"), inputs: z.array(reference).min(2) }),
  z.strictObject({ kind: z.literal("AT_MOST"), part: reference, whole: reference }),
  z.strictObject({ kind: z.literal("REMAINDER_AT_MOST"), part: reference, partOf: reference, whole: reference, wholeOf: reference }),
  z.strictObject({ kind: z.literal("ANY_OF"), sets: z.array(z.array(reference).min(1)).min(1) }),
  z.strictObject({ kind: z.literal("ALL_OR_NONE"), inputs: z.array(reference).min(2) }),
  z.strictObject({ kind: z.literal("WITHIN_PERIOD"), input: reference }),
]);

const schemeShape: z.ZodType<Scheme> = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.int().positive(),
  effectiveFrom: day,
  title: localized,
  source: z.strictObject({ document: text, section: text }),
  currency: z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code"),
  decimals: z.int().min(0).max(6),
  units: z.record(code, localized),
  weights: z.strictObject({ ...decided, total: z.literal("100"), note: localized }),
  proofLimits: z.strictObject({ ...decided, note: localized, points: z.record(z.enum(ProofLevel), share) }),
  requiredFacts: z.strictObject({ ...decided, indicators: z.int().positive(), weight: share.refine((value) => Number(value) > 0, "must be above 0"), note: localized }),
  bands: z.strictObject({ ...decided, note: localized, floors: z.array(z.strictObject({ grade: z.enum(grades), floor: share })).min(1) }),
  groups: z.array(z.strictObject({ id: z.string().regex(/^G\d+$/), code, name: localized, weight: share, indicators: z.array(indicator).min(1) })).min(1),
  checks: z.array(check),
});

const inputs = z.record(z.string(), z.string().max(40).nullable());

/** The shape of answers from outside: figures as plain decimals in quotes. Says nothing yet of their validity under a scheme. */
export const answersShape: z.ZodType<Answers> = z.record(
  z.string(),
  z.strictObject({
    inputs,
    notApplicable: z.strictObject({ reason: z.string().max(2000) }).exactOptional(),
    proof: z.enum(ProofLevel),
    adjusted: z.strictObject({ inputs, reason: z.string().max(2000), by: text, at: z.iso.datetime() }).exactOptional(),
  }),
);

/** A scheme from a file or the database, or all that is wrong with it: its shape first, then its sense. */
export function readScheme(json: unknown): { scheme: Scheme } | { faults: SchemeFault[] } {
  const read = schemeShape.safeParse(json);
  if (!read.success) return { faults: read.error.issues.map((issue) => ({ path: issue.path.join("."), fault: issue.message })) };
  const faults = schemeFaults(read.data);
  return faults.length > 0 ? { faults } : { scheme: read.data };
}
