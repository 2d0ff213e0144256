import { useTranslation } from "react-i18next";
import { isConflict, type Problem } from "../../lib/problem.ts";
import { Notice } from "../../ui/notice.tsx";

/** Says that an act of review was decided on what no longer stands: nothing was done, and the page shows what stands now. */
export function StaleNotice({ of }: { of: readonly Problem[] }) {
  const { t } = useTranslation("assessments");
  return of.some(isConflict) && <Notice tone="bad" title={t("stale.title")}>{t("stale.lead")}</Notice>;
}
