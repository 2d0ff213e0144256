import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format.ts";

/** Says which occasion a run had: a period of its plan's calendar, or somebody's order. */
export function useOccasion(): (occasion: string) => string {
  const { t } = useTranslation("supervision");
  const format = useFormat();
  return (occasion) => {
    const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(\d{2}))?$/.exec(occasion) ?? [];
    if (year === undefined) return t("occasion.now", { day: format.dayOf(occasion.replace(/^now-/, "")) });
    if (quarter !== undefined) return t("occasion.quarter", { year: format.year(year), quarter });
    return month === undefined ? format.year(year) : format.month(occasion);
  };
}
