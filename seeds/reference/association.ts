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

/** How applications for membership are dealt with; days are of the calendar unless they say otherwise. */
export const applicationTermsShape = z.strictObject({
  ...edition,
  ...decided,
  /** Working days from the hand-in to the decision. */
  decisionDays: z.int().min(1).max(250),
  /** With so many working days left, or fewer, an application is due soon. */
  warnDays: z.int().min(0).max(250),
  /** A draft that is left so long lapses. */
  draftDays: z.int().min(1).max(366),
  /** How long an applicant has to amend what was returned. */
  amendDays: z.int().min(1).max(366),
  /** How long the particulars of an application that led to no membership are kept. */
  retentionDays: z.int().min(1).max(3_660),
  /** For how many months a firm that was expelled cannot apply; the first version did not decide it. */
  expelledBarMonths: z.int().min(0).max(1_200).optional(),
  /** How many files an application may have, and bytes of all of them; and bytes of all drafts together. */
  evidence: z.strictObject({ files: z.int().min(1).max(100), bytes: z.int().positive(), draftBytesInAll: z.int().positive() }),
  /** How many drafts strangers may begin in a day, from one network and in all. */
  strangers: z.strictObject({ draftsPerNetworkDaily: z.int().positive(), draftsDaily: z.int().positive() }),
  /** What whoever hands in declares. */
  declaration: localized,
  note: localized,
});

export const rolesShape = z.strictObject({
  ...edition,
  roles: z.array(z.strictObject({ code: constant, name: localized, purpose: localized })).min(1),
});

export type Association = z.infer<typeof associationShape>;
export type WorkingDays = z.infer<typeof workingDaysShape>;
export type MembershipTerms = z.infer<typeof membershipTermsShape>;
export type ApplicationTerms = z.infer<typeof applicationTermsShape>;
export type Roles = z.infer<typeof rolesShape>;
