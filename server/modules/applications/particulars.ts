import { languages, type Localized } from "../../kernel/language.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import {
  contactFaults, creditCodeFault, isRegion, type ProductLine, type SiteDetails, siteFaults, type SizeClass, writtenContact, writtenCreditCode, writtenSite,
} from "../members/index.ts";
import type { GivenContact } from "./application.entity.ts";

/** What a firm states of itself. */
export interface Particulars {
  /** Empty in the languages it was not given in. */
  name: Localized;
  creditCode: string;
  region: string | null;
  sizeClass: SizeClass | null;
  productLines: ProductLine[];
  sites: SiteDetails[];
  contact: GivenContact;
}

export interface ParticularsFault {
  code: ProblemCode;
  /** The field, dotted: `sites.0.address`. */
  path: string;
}

/** What an application needs before it can be handed in. */
export const ApplicationPart = {
  NAME: "NAME", CREDIT_CODE: "CREDIT_CODE", REGION: "REGION", SIZE_CLASS: "SIZE_CLASS", PRODUCT_LINES: "PRODUCT_LINES", SITES: "SITES", CONTACT: "CONTACT",
  BUSINESS_LICENCE: "BUSINESS_LICENCE",
} as const;
export type ApplicationPart = keyof typeof ApplicationPart;

const LONGEST_NAME = 200;
const MOST_SITES = 50;

export const blankName: Localized = { "zh-Hant": "", "zh-Hans": "", en: "" };

/** Of a firm that has stated nothing yet, and of one whose particulars were erased. */
export const blank: Particulars = { name: blankName, creditCode: "", region: null, sizeClass: null, productLines: [], sites: [], contact: { name: "", phone: "", email: "" } };

const writing: { [Field in keyof Particulars]: (value: Particulars[Field]) => Particulars[Field] } = {
  name: (name) => ({ "zh-Hant": name["zh-Hant"].trim(), "zh-Hans": name["zh-Hans"].trim(), en: name.en.trim() }),
  creditCode: writtenCreditCode,
  region: (region) => region || null,
  sizeClass: (sizeClass) => sizeClass,
  productLines: (lines) => [...new Set(lines)],
  sites: (sites) => sites.map(({ name, use, region, address, openedOn }) => writtenSite({ name, use, region, address, openedOn })),
  contact: (contact) => {
    const { duty: _, ...written } = writtenContact({ duty: "GENERAL", ...contact });
    return written;
  },
};

/** What was given, as it is stored; a field that is null is cleared, one that is absent stays away. */
export function writtenParticulars(given: { [Field in keyof Particulars]?: Particulars[Field] | null | undefined }): Partial<Particulars> {
  const fields = (Object.keys(writing) as (keyof Particulars)[]).filter((field) => given[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, (writing[field] as (value: unknown) => unknown)(given[field] ?? blank[field])]));
}

const faultsIn: { [Field in keyof Particulars]: (value: Particulars[Field], today: string) => ParticularsFault[] } = {
  name: (name) => fault("name", languages.some((language) => name[language].length > LONGEST_NAME), "TOO_LONG"),
  creditCode: (code) => fault("creditCode", code !== "" && creditCodeFault(code) !== null, "CREDIT_CODE_WRONG"),
  region: (region) => fault("region", region !== null && !isRegion(region), "INVALID"),
  sizeClass: () => [],
  productLines: () => [],
  sites: (sites, today) => [
    ...fault("sites", sites.length > MOST_SITES, "TOO_MANY"),
    ...sites.flatMap((site, place) => siteFaults(site, today).map(({ code, path }) => ({ code, path: `sites.${place}.${path}` }))),
  ],
  contact: (contact) => (isBlank(contact) ? [] : [
    ...contactFaults({ duty: "GENERAL", ...contact }).map(({ code, path }) => ({ code, path: `contact.${path}` })),
    ...fault("contact.email", contact.email === "" && contact.phone !== "", "REQUIRED"),
  ]),
};

/** What is wrong with what was given; what is still missing is no fault of a draft. `today` is the association's. */
export const particularsFaults = (given: Partial<Particulars>, today: string): ParticularsFault[] =>
  (Object.keys(given) as (keyof Particulars)[]).flatMap((field) => (faultsIn[field] as (value: unknown, day: string) => ParticularsFault[])(given[field], today));

/** What is still missing before it can be handed in. */
export function missingParts({ name, creditCode, region, sizeClass, productLines, sites, contact }: Particulars, evidence: readonly { kind: string }[]): ApplicationPart[] {
  const checks: [boolean, ApplicationPart][] = [
    [languages.every((language) => name[language] === ""), "NAME"],
    [creditCode === "", "CREDIT_CODE"],
    [region === null, "REGION"],
    [sizeClass === null, "SIZE_CLASS"],
    [productLines.length === 0, "PRODUCT_LINES"],
    [sites.length === 0, "SITES"],
    [contact.name === "" || contact.email === "", "CONTACT"],
    [!evidence.some(({ kind }) => kind === "BUSINESS_LICENCE"), "BUSINESS_LICENCE"],
  ];
  return checks.filter(([isMissing]) => isMissing).map(([, part]) => part);
}

/** A part as a problem points at it. */
export const missingProblem = (part: ApplicationPart): ParticularsFault =>
  part === "BUSINESS_LICENCE" ? { code: "LICENCE_MISSING", path: "evidence" } : { code: "REQUIRED", path: part.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) };

const isBlank = ({ name, phone, email }: GivenContact): boolean => name === "" && phone === "" && email === "";
const fault = (path: string, holds: boolean, code: ProblemCode): ParticularsFault[] => (holds ? [{ code, path }] : []);
