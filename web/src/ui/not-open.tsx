import { useTranslation } from "react-i18next";
import { ButtonLink } from "./button.tsx";
import { Page } from "./page.tsx";

/** The page is there, and is for other roles than the reader's. */
export function NotOpen() {
  const { t } = useTranslation("ui");
  return (
    <Page title={t("notOpen.title")} lead={t("notOpen.lead")} trouble="not-open">
      <div>
        <ButtonLink to="/">{t("toHome")}</ButtonLink>
      </div>
    </Page>
  );
}
