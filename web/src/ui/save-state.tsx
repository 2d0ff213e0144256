import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format.ts";

interface SaveStateProps {
  busy: boolean;
  /** When the server last kept it; null before the first time. */
  savedAt: string | null;
}

/** Says beside a form whether what was typed is kept. */
export function SaveState({ busy, savedAt }: SaveStateProps) {
  const { t } = useTranslation("ui");
  const { time } = useFormat();
  return <small role="status">{busy ? t("saving") : savedAt === null ? t("unsaved") : t("saved", { time: time(savedAt) })}</small>;
}
