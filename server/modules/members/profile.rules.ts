import { isDay } from "../../kernel/period.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import { isRegion } from "./region.rules.ts";

export const SiteUse = { OFFICE: "OFFICE", MARKET_STALL: "MARKET_STALL", SHOP: "SHOP", WAREHOUSE: "WAREHOUSE", COLD_STORE: "COLD_STORE" } as const;
export type SiteUse = keyof typeof SiteUse;

/** The matters a firm names somebody for. */
export const ContactDuty = { GENERAL: "GENERAL", COMPLIANCE: "COMPLIANCE", COMPLAINTS: "COMPLAINTS", QUALITY: "QUALITY", PRICES: "PRICES" } as const;
export type ContactDuty = keyof typeof ContactDuty;

export interface SiteDetails {
  name: string;
  use: SiteUse;
  region: string;
  address: string;
  openedOn: string;
}

export interface ContactDetails {
  duty: ContactDuty;
  name: string;
  phone: string;
  email: string;
}

export interface Fault<Field> {
  code: ProblemCode;
  path: Field;
}

const LONGEST = { name: 120, address: 300, email: 254 };
/** Digits with the signs people put between them; an extension behind `#` or `x`. */
const phoneForm = /^\+?[0-9][0-9 ()-]{4,24}([#x][0-9]{1,6})?$/;
const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const writtenSite = (site: SiteDetails): SiteDetails => ({ ...site, name: site.name.trim(), address: site.address.trim() });

/** Full-width figures and signs become plain ones. */
export const writtenContact = ({ duty, name, phone, email }: ContactDetails): ContactDetails =>
  ({ duty, name: name.trim(), phone: phone.normalize("NFKC").replace(/[\p{Pd}]/gu, "-").trim(), email: email.trim() });

/** What is wrong with a site as it was given; `today` is the association's. */
export function siteFaults({ name, region, address, openedOn }: SiteDetails, today: string): Fault<keyof SiteDetails>[] {
  const checks: [boolean, ProblemCode, keyof SiteDetails][] = [
    [name === "", "REQUIRED", "name"], [name.length > LONGEST.name, "TOO_LONG", "name"],
    [address === "", "REQUIRED", "address"], [address.length > LONGEST.address, "TOO_LONG", "address"],
    [!isRegion(region), "INVALID", "region"],
    [!isDay(openedOn), "INVALID", "openedOn"], [isDay(openedOn) && openedOn > today, "OUT_OF_RANGE", "openedOn"],
  ];
  return checks.filter(([holds]) => holds).map(([, code, path]) => ({ code, path }));
}

/** What is wrong with a contact as it was given; one way to reach the person is enough. */
export function contactFaults({ name, phone, email }: ContactDetails): Fault<keyof ContactDetails>[] {
  const checks: [boolean, ProblemCode, keyof ContactDetails][] = [
    [name === "", "REQUIRED", "name"], [name.length > LONGEST.name, "TOO_LONG", "name"],
    [phone === "" && email === "", "REQUIRED", "phone"],
    [phone !== "" && !phoneForm.test(phone), "INVALID", "phone"],
    [email !== "" && !emailForm.test(email), "INVALID", "email"], [email.length > LONGEST.email, "TOO_LONG", "email"],
  ];
  return checks.filter(([holds]) => holds).map(([, code, path]) => ({ code, path }));
}
