import { z } from "zod";
import { isDecimalText } from "../../server/kernel/decimal.ts";
import { grades } from "../../server/kernel/grade.ts";
import { languages, type Localized } from "../../server/kernel/language.ts";
import { CriterionCode, EffectCode, RewardKind, type RewardLadder as LadderInForce } from "../../server/modules/rewards/index.ts";
import { type Fault, repeated } from "./sense.ts";
import { decided, edition, localized } from "./shape.ts";

/** The ladder of rewards: what each asks, for how long it holds and what it brings. */
export const rewardLadderShape = z.strictObject({
  ...edition,
  ...decided,
  /** How many days a deed may lie back when it is proposed. */
  deedWithinDays: z.int().min(1).max(3660),
  note: localized,
  kinds: z
    .array(
      z.strictObject({
        code: z.enum(RewardKind),
        name: localized,
        purpose: localized,
        given: z.enum(["ACT", "ROUND"]),
        months: z.int().min(1).max(120),
        criteria: z.array(z.strictObject({ code: z.enum(CriterionCode), atLeast: z.string().optional(), words: localized })).min(1),
        effects: z.array(z.strictObject({ code: z.enum(EffectCode), value: z.int().min(0).nullable(), words: localized })),
      }),
    )
    .length(Object.keys(RewardKind).length),
}) satisfies z.ZodType<LadderInForce>;

export type RewardLadder = z.infer<typeof rewardLadderShape>;
type Step = RewardLadder["kinds"][number];

const isWhole = (text: string) => /^\d{1,3}$/.test(text);
/** What may stand as the bound of a criterion; the others have none. */
const bounds: Partial<Record<CriterionCode, (text: string) => boolean>> = {
  MEMBER_MONTHS: isWhole,
  MINIMUM_GRADE: (text) => (grades as readonly string[]).includes(text),
  MINIMUM_SERVICE_SCORE: (text) => isDecimalText(text) && Number(text) >= 0 && Number(text) <= 100,
  NO_OPEN_FINDING: (text) => ["CRITICAL", "MAJOR", "MINOR"].includes(text),
};

/** Every kind and, within it, every criterion and effect stands once; a commendation is one act; bounds and values are such, and the words tell them. */
export const rewardLadderFaults = ({ kinds }: RewardLadder): Fault[] => [
  ...repeated(kinds.map(({ code }) => code), "kinds"),
  ...kinds.flatMap((step) => stepFaults(step)),
];

function stepFaults({ code, given, criteria, effects }: Step): Fault[] {
  const at = `kinds.${code}`;
  return [
    ...((given === "ACT") === (code === "COMMENDATION") ? [] : [{ path: `${at}.given`, fault: "a commendation is one act, everything else a yearly round" }]),
    ...repeated(criteria.map((one) => one.code), `${at}.criteria`),
    ...repeated(effects.map((one) => one.code), `${at}.effects`),
    ...criteria.filter(({ code: which, atLeast }) => (bounds[which] ? !bounds[which](atLeast ?? "") : atLeast !== undefined))
      .map(({ code: which }) => ({ path: `${at}.criteria.${which}.atLeast`, fault: "is no bound of this criterion" })),
    ...criteria.flatMap(({ code: which, words }) => foreignGaps(words, "atLeast", bounds[which] !== undefined).map((fault) => ({ path: `${at}.criteria.${which}.words`, fault }))),
    ...effects.filter((effect) => (effect.value === null) !== (effect.code === "FAST_LANE") || (effect.code === "INSPECTION_SHARE" && (effect.value ?? 0) > 100))
      .map((effect) => ({ path: `${at}.effects.${effect.code}.value`, fault: "is no value of this effect" })),
    ...effects.flatMap(({ code: which, value, words }) => foreignGaps(words, "value", value !== null).map((fault) => ({ path: `${at}.effects.${which}.words`, fault }))),
  ];
}

/** Placeholders that nothing fills. */
const foreignGaps = (words: Localized, name: string, isFilled: boolean): string[] =>
  languages.flatMap((language) => [...words[language].matchAll(/\{(\w+)\}/g)].flatMap(([gap, found]) => (found === name && isFilled ? [] : [`nothing fills ${gap}`])));
