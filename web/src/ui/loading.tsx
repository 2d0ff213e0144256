import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";

/** The shape of a page that is on its way. */
export function Loading() {
  const { t } = useTranslation("ui", { useSuspense: false });
  return (
    <div role="status" aria-busy="true">
      <span className="hall-hidden">{t("loading")}</span>
      <Skeleton active title={{ width: "14rem" }} paragraph={{ rows: 5 }} />
    </div>
  );
}
