import { useTranslation } from "react-i18next";
import { Files } from "../../ui/files.tsx";

/** Files handed in with an answer or an appeal, each to be fetched. */
export function HandedFiles({ of }: { of: readonly { id: string; name: string; size: number }[] }) {
  const { t } = useTranslation("supervision");
  return <Files label={t("files.title")} of={of.map((file) => ({ key: file.id, file: { ...file, mediaType: "" } }))} />;
}
