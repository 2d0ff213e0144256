import { useTranslation } from "react-i18next";

const units = [
  { name: "day", seconds: 86_400 },
  { name: "hour", seconds: 3_600 },
  { name: "minute", seconds: 60 },
] as const;

/** Writes a number of seconds in the largest unit it fills, in the reader's language. */
export function useDuration(): (seconds: number) => string {
  const { i18n } = useTranslation();
  return (seconds) => {
    const unit = units.find((each) => seconds >= each.seconds) ?? { name: "second", seconds: 1 };
    return new Intl.NumberFormat(i18n.language, { style: "unit", unit: unit.name, unitDisplay: "long" }).format(Math.floor(seconds / unit.seconds));
  };
}
