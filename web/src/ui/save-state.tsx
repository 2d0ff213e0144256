import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format.ts";
import "./form.css";

interface SaveStateProps {
  busy: boolean;
  /** When the server last kept it; null before the first time. */
  savedAt: string | null;
  /** Stays in sight at the foot of the window while a long page is filled in. */
  floating?: boolean;
}

/** Says beside a form whether what was typed is kept. */
export function SaveState({ busy, savedAt, floating = false }: SaveStateProps) {
  const { t } = useTranslation("ui");
  const { time } = useFormat();
  return <small role="status" className={floating ? "hall-save-state" : ""}>{busy ? t("saving") : savedAt === null ? t("unsaved") : t("saved", { time: time(savedAt) })}</small>;
}
