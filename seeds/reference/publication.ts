import { z } from "zod";

import { decided, edition, localized } from "./shape.ts";
import { type Fault, repeated } from "./sense.ts";

const days = z.int().min(1).max(366);

/** How long decisions are public and how they are repaired; months run from the day a decision comes in force. */
export const publicationTermsShape = z.strictObject({
  ...edition,
  ...decided,
  note: localized,
  classes: z.array(z.strictObject({ code: z.enum(["MINOR", "ORDINARY", "SERIOUS"]), name: localized, minMonths: z.int().min(0).max(120), maxMonths: z.int().min(1).max(120) })).length(3),
  repair: z.strictObject({ decisionWorkingDays: days, feedbackWorkingDays: days, retryDays: z.int().min(0).max(366) }),
  afterRepair: z.strictObject({ shownMonths: z.int().min(0).max(120), withheld: z.array(z.enum(["STEP", "CLAUSES", "REASONS"])) }),
  commitment: localized,
});

/** Each class is there once, and its longest time is not shorter than its shortest. */
export const publicationFaults = ({ classes, repair }: PublicationTerms): Fault[] => [
  ...repeated(classes.map(({ code }) => code), "classes"),
  ...classes.filter(({ minMonths, maxMonths }) => maxMonths < minMonths).map(({ code }) => ({ path: `classes.${code}`, fault: "ends before repair can be asked for" })),
  ...(repair.feedbackWorkingDays < repair.decisionWorkingDays ? [{ path: "repair", fault: "feedback is due before the decision" }] : []),
];

export type PublicationTerms = z.infer<typeof publicationTermsShape>;
