import { isDay } from "../../kernel/period.ts";
import { isLanguage, type Language, languages, type Localized } from "../../kernel/language.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import { creditCodeFault, writtenCreditCode } from "./credit-code.rules.ts";
import { isRegion } from "./region.rules.ts";

export const MemberStatus = { ACTIVE: "ACTIVE", GRACE: "GRACE", SUSPENDED: "SUSPENDED", LAPSED: "LAPSED", EXPELLED: "EXPELLED", WITHDRAWN: "WITHDRAWN" } as const;
export type MemberStatus = keyof typeof MemberStatus;

/** By the bureau of statistics' four classes of enterprises. */
export const SizeClass = { MICRO: "MICRO", SMALL: "SMALL", MEDIUM: "MEDIUM", LARGE: "LARGE" } as const;
export type SizeClass = keyof typeof SizeClass;

/** What a wholesaler deals in; together with region and size it makes the peer groups. */
export const ProductLine = {
  GRAIN_OIL: "GRAIN_OIL", FRESH_PRODUCE: "FRESH_PRODUCE", MEAT_AQUATIC: "MEAT_AQUATIC", FOOD_DRINK: "FOOD_DRINK", DAILY_GOODS: "DAILY_GOODS",
  TEXTILES: "TEXTILES", HEALTH_GOODS: "HEALTH_GOODS", BUILDING_MATERIALS: "BUILDING_MATERIALS", HARDWARE: "HARDWARE", ELECTRONICS: "ELECTRONICS",
} as const;
export type ProductLine = keyof typeof ProductLine;

/** What is known of a firm when it is admitted. */
export interface Admission {
  name: Localized;
  creditCode: string;
  region: string;
  sizeClass: SizeClass;
  productLines: readonly ProductLine[];
  admittedOn: string;
  /** The language of its papers, certificates first. */
  language: Language;
}

export interface AdmissionFault {
  code: ProblemCode;
  path: keyof Admission;
}

const LONGEST_NAME = 200;

/** The credit code as stored, product lines once each. */
export const writtenAdmission = (admission: Admission): Admission => ({
  ...admission,
  creditCode: writtenCreditCode(admission.creditCode),
  productLines: [...new Set(admission.productLines)],
});

/** Everything that speaks against entering a firm in the list of members. */
export function admissionFaults({ name, creditCode, region, productLines, admittedOn, language }: Admission): AdmissionFault[] {
  const names = languages.map((each) => name[each].trim());
  const checks: [boolean, ProblemCode, keyof Admission][] = [
    [names.includes(""), "REQUIRED", "name"],
    [names.some((text) => text.length > LONGEST_NAME), "TOO_LONG", "name"],
    [creditCodeFault(creditCode) !== null, "CREDIT_CODE_WRONG", "creditCode"],
    [!isRegion(region), "INVALID", "region"],
    [productLines.length === 0, "REQUIRED", "productLines"],
    [!isDay(admittedOn), "INVALID", "admittedOn"],
    [!isLanguage(language), "INVALID", "language"],
  ];
  return checks.filter(([holds]) => holds).map(([, code, path]) => ({ code, path }));
}
