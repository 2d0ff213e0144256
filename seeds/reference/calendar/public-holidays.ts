import { createRequire } from "node:module";
import type * as ChineseDays from "chinese-days";
import type { Localized } from "../../../server/kernel/language.ts";

/** A day that is not as its weekday says: a public holiday, or a day worked instead of one. */
export interface PublicDay {
  day: string;
  working: boolean;
  name: Localized;
}

/** Its CommonJS names nothing that an import could ask for. */
const { getDayDetail } = createRequire(import.meta.url)("chinese-days") as typeof ChineseDays;

const FIRST_YEAR = 2020;
const DAY_MS = 86_400_000;

const traditional: Record<string, string> = {
  元旦: "元旦", 春节: "春節", 清明: "清明", 劳动节: "勞動節", 端午: "端午", 中秋: "中秋", 国庆节: "國慶節",
};

/** The public holidays of the mainland since 2020 by year, with the days worked instead, as far as the library knows them; years not announced yet are absent. */
export function publicHolidays(): Map<number, PublicDay[]> {
  const years = new Map<number, PublicDay[]>();
  for (let year = FIRST_YEAR; ; year += 1) {
    const days = daysOf(year);
    if (days.length === 0) return years;
    years.set(year, days);
  }
}

function daysOf(year: number): PublicDay[] {
  const days: PublicDay[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY_MS) {
    const date = new Date(at);
    const day = date.toISOString().slice(0, 10);
    const { work, name } = getDayDetail(day);
    const isWeekday = date.getUTCDay() % 6 !== 0;
    if (work !== isWeekday) days.push({ day, working: work, name: named(name) });
  }
  return days;
}

/** The library's `Spring Festival,春节,4`. */
function named(text: string): Localized {
  const [en = "", hans = ""] = text.split(",");
  return { "zh-Hant": traditional[hans] ?? hans, "zh-Hans": hans, en };
}
