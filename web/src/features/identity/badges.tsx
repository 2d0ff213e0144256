import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/badge.tsx";

/** Whether somebody may come in. */
export function AccessBadge({ disabledAt }: { disabledAt: string | null | undefined }) {
  const { t } = useTranslation("identity");
  return disabledAt ? <Badge tone="bad">{t("people.out")}</Badge> : <Badge tone="good">{t("people.in")}</Badge>;
}

/** Whether somebody signs in with a second factor. */
export function TwoStepBadge({ enrolledAt }: { enrolledAt: string | null | undefined }) {
  const { t } = useTranslation("identity");
  return enrolledAt ? <Badge tone="good">{t("twoStep.on")}</Badge> : <Badge>{t("twoStep.off")}</Badge>;
}
