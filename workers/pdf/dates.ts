import type { Language } from "../../server/kernel/language.ts";
import type { Period } from "../../server/kernel/period.ts";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A calendar day `YYYY-MM-DD` in words. */
export function longDay(day: string, language: Language): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return language === "en" ? `${date} ${months[month - 1] ?? ""} ${year}` : `${year} 年 ${month} 月 ${date} 日`;
}

/** A month `YYYY-MM` in words. */
export function longMonth(month: string, language: Language): string {
  const [year, place] = month.split("-").map(Number) as [number, number];
  return language === "en" ? `${months[place - 1] ?? ""} ${year}` : `${year} 年 ${place} 月`;
}

export const longPeriod = ({ from, to }: Period, language: Language): string =>
  `${longDay(from, language)}${language === "en" ? " \u2013 " : " 至 "}${longDay(to, language)}`;

/** An instant in the association's zone, with the zone's distance from UTC. */
export function longInstant(at: string, timeZone: string, language: Language): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZoneName: "longOffset",
  });
  const parts = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const day = longDay(`${part("year")}-${part("month")}-${part("day")}`, language);
  return `${day}${language === "en" ? ", " : " "}${part("hour")}:${part("minute")}:${part("second")} (${part("timeZoneName").replace("GMT", "UTC")})`;
}
