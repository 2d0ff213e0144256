import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format.ts";
import "./form.css";

interface SaveStateProps {
  busy: boolean;
  /** When the server last kept it; null before the first time. */
  savedAt: string | null;
  /** What keeps it from being saved; said instead. */
  hindered?: string | undefined;
  /** Stays in sight at the foot of the window while a long page is filled in. */
  floating?: boolean;
}

/** Says beside a form whether what was typed is kept. */
export function SaveState({ busy, savedAt, hindered, floating = false }: SaveStateProps) {
  const { t } = useTranslation("ui");
  const { time } = useFormat();
  const said = hindered ?? (savedAt === null ? t("unsaved") : t("saved", { time: time(savedAt) }));
  const looks = [floating && "hall-save-state", hindered !== undefined && "hall-save-state-hindered"].filter(Boolean);
  return <small role="status" className={looks.join(" ")}>{busy ? t("saving") : said}</small>;
}
