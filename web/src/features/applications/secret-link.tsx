import { useTranslation } from "react-i18next";
import { CopyText } from "../../ui/copy-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";

/** The one way back to an application, to be kept. */
export function SecretLink({ token }: { token: string }) {
  const { t } = useTranslation("applications");
  return (
    <Notice tone="note" title={t("link.title")}>
      <Stack gap="small">
        <p>{t("link.lead")}</p>
        <CopyText label={t("link.label")} text={`${window.location.origin}/app/application#${token}`} />
      </Stack>
    </Notice>
  );
}
