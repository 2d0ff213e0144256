import { useTranslation } from "react-i18next";
import { CopyText } from "../../ui/copy-text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";

/** A link to hand over, which is known this one time. */
export function LinkOnce({ link, children }: { link: string; children: string }) {
  const { t } = useTranslation("identity");
  return (
    <Notice tone="good" title={t("link.once")}>
      <Stack gap="small">
        <p>{children}</p>
        <CopyText label={t("link.label")} text={link} />
      </Stack>
    </Notice>
  );
}
