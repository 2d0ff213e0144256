import { useTranslation } from "react-i18next";

/** Writes a period such as `2026-H1` or `2025` in words. */
export function usePeriod(): (code: string) => string {
  const { t } = useTranslation("ui");
  return (code) => {
    const [year, half] = code.split("-");
    return half === undefined ? t("period.year", { year }) : t(`period.${half}`, { year });
  };
}
