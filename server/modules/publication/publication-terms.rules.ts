import { dayAfter, termEnd } from "../../kernel/days.ts";
import type { Localized } from "../../kernel/language.ts";

/** How grave a published decision is, which bounds how long it is public. */
export type Publicity = "MINOR" | "ORDINARY" | "SERIOUS";

/** What is no longer shown of a decision once it was repaired. */
export type Withheld = "STEP" | "CLAUSES" | "REASONS";

/** How long decisions are public and how they are repaired, as the association has decided it. */
export interface PublicationTerms {
  id: string;
  version: number;
  effectiveFrom: string;
  note: Localized;
  classes: readonly { code: Publicity; name: Localized; minMonths: number; maxMonths: number }[];
  /** Clocks in working days from the day of filing; `retryDays` in days of the calendar after a refusal. */
  repair: { decisionWorkingDays: number; feedbackWorkingDays: number; retryDays: number };
  /** How many months from the day of repair it is shown that something was repaired, and what is left out. */
  afterRepair: { shownMonths: number; withheld: readonly Withheld[] };
  /** What the firm gives its word for in applying. */
  commitment: Localized;
}

/** A decision as far as its publication depends on it. */
export interface Publishable {
  /** Null: it is never public. */
  publicity: Publicity | null;
  inForceOn: string;
  /** As the panel decided it, mitigation counted; 0: it is never public. */
  publishedDays: number;
}

/** Days of a publication; both ends are public. */
export interface PublicationWindow {
  fromOn: string;
  repairFromOn: string;
  /** Null for what is never public. */
  untilOn: string | null;
}

/**
 * The days of a publication: as long as the panel decided, and never longer than its class allows. Repair can be asked for once the class's shortest time has
 * passed; at once for what is never public.
 */
export function windowOf({ classes }: PublicationTerms, { publicity, inForceOn, publishedDays }: Publishable): PublicationWindow {
  const bounds = classes.find(({ code }) => code === publicity);
  if (bounds === undefined || publishedDays <= 0) return { fromOn: inForceOn, repairFromOn: inForceOn, untilOn: null };
  const [decided, longest] = [dayAfter(inForceOn, publishedDays - 1), termEnd(inForceOn, bounds.maxMonths)];
  return { fromOn: inForceOn, repairFromOn: dayAfter(termEnd(inForceOn, bounds.minMonths), 1), untilOn: decided < longest ? decided : longest };
}

/** What becomes of the display of a decision repaired on a day. */
export const afterRepair = ({ afterRepair: { shownMonths, withheld } }: PublicationTerms, day: string) => ({ shownUntil: dayAfter(termEnd(day, shownMonths), 1), withheld });
