import type { Language } from "../../kernel/language.ts";

const locales = { "zh-Hant": "zh-Hant-TW", "zh-Hans": "zh-Hans-CN", en: "en-GB" } as const;

/** A day of the calendar, `YYYY-MM-DD`, as the reader writes it; no zone can move it. */
export const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** An instant to the second in the association's zone, with the zone named. */
export function instantInWords(at: Date, language: Language, zone: string): string {
  const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options });
  const day = written({ dateStyle: "long" }).format(at);
  const time = written({ timeStyle: "medium", hourCycle: "h23" }).format(at);
  const name = written({ timeZoneName: "shortOffset" }).formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return `${day} ${time} ${name}`;
}
