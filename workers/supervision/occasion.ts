import type { Language } from "../../server/kernel/language.ts";
import { dayIn } from "../../server/kernel/zone.ts";
import { longDay, longMonth } from "../pdf/dates.ts";
import { filled } from "../pdf/words.ts";
import { auditReportWords } from "./audit-report.words.ts";

/** The day on which an officer ordered a run beside the calendar; null for an occasion of the calendar. */
export function orderedOn(occasion: string, zone: string): string | null {
  const [, instant] = /^now-(.+)$/.exec(occasion) ?? [];
  return instant === undefined ? null : dayIn(zone, new Date(instant));
}

/** An occasion in words: the period of the calendar, or that an officer ordered it, and when. */
export function occasionInWords(occasion: string, zone: string, language: Language): string {
  const day = orderedOn(occasion, zone);
  if (day !== null) return filled(auditReportWords.orderedNow[language], { day: longDay(day, language) });
  const [, year = occasion, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(\d{2}))?$/.exec(occasion) ?? [];
  if (quarter !== undefined) return filled(auditReportWords.quarter[language], { year, quarter });
  return month === undefined ? year : longMonth(occasion, language);
}
