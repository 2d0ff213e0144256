import type { Localized } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { defineLoader } from "../../platform/loaders.ts";
import { documentInForce } from "../../platform/published-document.ts";
import { workingCalendar, type WorkingCalendar } from "../calendar/index.ts";

/** How applications are dealt with: the association's decision, versioned. Days are of the calendar unless they say otherwise. */
export interface ApplicationTerms {
  version: number;
  /** Working days from the hand-in to the decision. */
  decisionDays: number;
  /** With so many working days left, or fewer, an application is due soon. */
  warnDays: number;
  draftDays: number;
  amendDays: number;
  retentionDays: number;
  /** Months for which a firm that was expelled cannot apply; absent in the first version, by which no firm that had left could. */
  expelledBarMonths?: number;
  /** How many files an application may have, and bytes of all of them; and bytes of all drafts together. */
  evidence: { files: number; bytes: number; draftBytesInAll: number };
  strangers: { draftsPerNetworkDaily: number; draftsDaily: number };
  declaration: Localized;
}

/** The terms in force. Throws when the reference data was never applied. */
export async function applicationTerms(ctx: Context): Promise<ApplicationTerms> {
  const terms = await documentInForce<ApplicationTerms>(ctx, "application-terms");
  if (!terms) throw new Error("Nothing is decided about applications: apply the reference data first.");
  return terms;
}

const calendars = defineLoader<string, WorkingCalendar | null>(async (ctx) => new Map([["", await workingCalendar(ctx)]]), null);

/** The working calendar, read once however many clocks a request reads. */
export async function calendarOf(ctx: Context): Promise<WorkingCalendar> {
  const calendar = await ctx.load(calendars, "");
  if (calendar === null) throw new Error("There is always a calendar.");
  return calendar;
}
