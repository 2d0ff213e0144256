import { useTranslation } from "react-i18next";

/** Writes a period such as `2026-H1` in words. */
export function usePeriod(): (code: string) => string {
  const { t } = useTranslation("assessments");
  return (code) => {
    const [year, half] = code.split("-");
    return half === undefined ? t("period.year", { year }) : t(`period.${half}`, { year });
  };
}
