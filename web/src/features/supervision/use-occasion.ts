import { useTranslation } from "react-i18next";

/** Says which occasion a run had: a period of its plan's calendar, or somebody's order. */
export function useOccasion(): (occasion: string) => string {
  const { t } = useTranslation("supervision");
  return (occasion) => {
    const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(\d{2}))?$/.exec(occasion) ?? [];
    if (year === undefined) return t("occasion.now");
    if (quarter !== undefined) return t("occasion.quarter", { year, quarter });
    return month === undefined ? t("occasion.year", { year }) : t("occasion.month", { year, month: Number(month) });
  };
}
