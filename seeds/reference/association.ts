import { z } from "zod";

import { constant, day, decided, edition, localized } from "./shape.ts";

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

/** How long a membership lasts; terms run from the day of admission. */
export const membershipTermsShape = z.strictObject({
  ...edition,
  ...decided,
  termMonths: z.int().min(1).max(120),
  /** Days after the term in which a firm is still a member. */
  graceDays: z.int().min(0).max(366),
  /** Days before the end of the term from which it can be renewed. */
  renewalOpensDays: z.int().min(0).max(366),
  note: localized,
});

export const rolesShape = z.strictObject({
  ...edition,
  roles: z.array(z.strictObject({ code: constant, name: localized, purpose: localized })).min(1),
});

export type Association = z.infer<typeof associationShape>;
export type WorkingDays = z.infer<typeof workingDaysShape>;
export type MembershipTerms = z.infer<typeof membershipTermsShape>;
export type Roles = z.infer<typeof rolesShape>;
