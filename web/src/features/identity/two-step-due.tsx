import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";

/** Reminds a person who signs in by password alone that a second step would guard the account. */
export function TwoStepDue() {
  const { t } = useTranslation("identity");
  return (
    <Notice tone="wait" title={t("due.title")}>
      <Stack gap="small">
        <p>{t("due.why")}</p>
        <div>
          <ButtonLink to="/two-step">{t("due.act")}</ButtonLink>
        </div>
      </Stack>
    </Notice>
  );
}
