import { useTranslation } from "react-i18next";
import { ButtonLink } from "./button.tsx";
import { Page } from "./page.tsx";

/** There is no such page or record, or not one this person may see: the two are never told apart. */
export function NotFound() {
  const { t } = useTranslation("ui");
  return (
    <Page title={t("notFound.title")} lead={t("notFound.lead")} trouble="not-found">
      <div>
        <ButtonLink to="/">{t("toHome")}</ButtonLink>
      </div>
    </Page>
  );
}
