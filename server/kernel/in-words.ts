import type { Language } from "./language.ts";

const locales = { "zh-Hant": "zh-Hant-TW", "zh-Hans": "zh-Hans-CN", en: "en-GB" } as const satisfies Record<Language, string>;

/** A day of the calendar, `YYYY-MM-DD`, as people write it: 31 March 2026, 2026年3月31日. */
export const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** An instant to the second in a zone, with the zone named. */
export function instantInWords(at: Date, language: Language, zone: string): string {
  const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options });
  const day = written({ dateStyle: "long" }).format(at);
  const time = written({ timeStyle: "medium", hourCycle: "h23" }).format(at);
  const name = written({ timeZoneName: "shortOffset" }).formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return `${day} ${time} ${name}`;
}

const halves: Record<Language, Record<"H1" | "H2", (year: string) => string>> = {
  "zh-Hant": { H1: (year) => `${year}年上半年`, H2: (year) => `${year}年下半年` },
  "zh-Hans": { H1: (year) => `${year}年上半年`, H2: (year) => `${year}年下半年` },
  en: { H1: (year) => `the first half of ${year}`, H2: (year) => `the second half of ${year}` },
};

/** A period such as `2026-H1` or `2026`, as it stands inside a sentence. A code of another kind stays as it is. */
export function periodInWords(period: string, language: Language): string {
  const [, year, half] = /^(\d{4})(?:-(H1|H2))?$/.exec(period) ?? [];
  if (year === undefined) return period;
  if (half === "H1" || half === "H2") return halves[language][half](year);
  return language === "en" ? `the year ${year}` : `${year}年`;
}

/** A decimal text, grouped, with every digit it has. */
export const figureInWords = (figure: string, language: Language): string => figureOf(figure, locales[language], {});

/** A decimal text that counts per cent. */
export const percentInWords = (figure: string, language: Language): string => figureOf(figure, locales[language], { style: "unit", unit: "percent" });

/** So many days. */
export const daysInWords = (days: string, language: Language): string =>
  language === "en" ? figureOf(days, locales.en, { style: "unit", unit: "day", unitDisplay: "long" }) : `${figureInWords(days, language)} ${language === "zh-Hant" ? "日" : "天"}`;

/** What a text says at the beginning of a line: English leaves the article and begins with a capital. */
export const atBeginning = (words: string): string => words.replace(/^the /, "").replace(/^[a-z]/, (letter) => letter.toUpperCase());

const figureOf = (figure: string, locale: string, style: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: Math.min(20, figure.split(".")[1]?.length ?? 0), maximumFractionDigits: 20 }).format(figure as Intl.StringNumericLiteral);
