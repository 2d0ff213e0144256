import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage, type Language, type Localized } from "./language.ts";

const locales = { "zh-Hant": "zh-Hant-TW", "zh-Hans": "zh-Hans-CN", en: "en-GB" } as const;

/** The association's time zone: deadlines and instants are read in it, wherever the reader sits. */
export const associationZone =
  document.querySelector<HTMLMetaElement>('meta[name="association-zone"]')?.content ?? "Asia/Shanghai";

/** The association's day now, as `2026-03-01`. */
export const today = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: associationZone }).format(new Date());

/** Writers of dates, instants, decimals, money and sizes in the reader's language. */
export function useFormat() {
  const { i18n } = useTranslation();
  return useMemo(() => formatIn(isLanguage(i18n.language) ? i18n.language : "zh-Hant"), [i18n.language]);
}

/** Decimals are texts and stay exact: they are never turned into floating point. */
export function formatIn(language: Language) {
  const locale = locales[language];
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", hourCycle: "h23", timeZone: associationZone });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: associationZone });
  const shortDay = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: associationZone });
  const month = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  const year = new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const percent = new Intl.NumberFormat(locale, { style: "unit", unit: "percent", maximumFractionDigits: 20 });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  // Day and time are written apart: together, browsers write the day of a Chinese reader in figures and slashes.
  const between = language === "en" ? "," : "";
  return {
    /** The reader's own of a text in three languages. */
    text: (value: Localized) => value[language],
    /** A calendar date such as `2026-03-01`; no zone can move it. */
    date: (value: string) => calendar.format(new Date(`${value}T00:00:00Z`)),
    /** A month of the calendar such as `2026-11`. */
    month: (value: string) => month.format(new Date(`${value}-01T00:00:00Z`)),
    /** A year such as `2026`. */
    year: (value: string) => year.format(new Date(`${value}-01-01T00:00:00Z`)),
    /** The day on which an instant falls in the association's zone. */
    dayOf: (value: string) => day.format(new Date(value)),
    /** As `dayOf`, where there is little room. */
    shortDay: (value: string) => shortDay.format(new Date(value)),
    /** An instant with hour and minute in the association's zone. */
    dateTime: (value: string) => `${day.format(new Date(value))}${between} ${clock.format(new Date(value))}`,
    /** Hour and minute of an instant in the association's zone. */
    time: (value: string) => clock.format(new Date(value)),
    number: (value: number) => number.format(value),
    /** Between a label and what it is. */
    colon: language === "en" ? ": " : "：",
    /** A decimal text, grouped, with every digit it has. */
    decimal: (value: string) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digitsAfterPoint(value), maximumFractionDigits: 20 }).format(value as Intl.StringNumericLiteral),
    /** A decimal text that already counts per cent: `97.5` is 97.5 %. */
    percent: (value: string) => percent.format(value as Intl.StringNumericLiteral),
    money: ({ amount, currency }: { amount: string; currency: string }) =>
      new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 20 }).format(amount as Intl.StringNumericLiteral),
    bytes: (value: number) => sizeIn(locale, value),
    /** One after another; where one of them has an "and" of its own, kept apart by a stronger sign. */
    list: (values: readonly string[]) => (language !== "en" ? values.join("、") : values.some((value) => value.includes(" and ")) ? values.join("; ") : list.format(values)),
  };
}

const digitsAfterPoint = (value: string) => value.split(".")[1]?.length ?? 0;

function sizeIn(locale: string, bytes: number): string {
  if (bytes < 1000) return new Intl.NumberFormat(locale, { style: "unit", unit: "byte", unitDisplay: "long" }).format(bytes);
  const units = ["kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), units.length);
  return new Intl.NumberFormat(locale, { style: "unit", unit: units[step - 1] ?? "kilobyte", maximumFractionDigits: 1 }).format(bytes / 1000 ** step);
}
