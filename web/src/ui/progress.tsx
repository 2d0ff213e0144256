import { useId } from "react";
import { useTranslation } from "react-i18next";
import "./progress.css";

interface LiveProgressProps {
  label: string;
  done: number;
  /** Zero while the whole is not known yet. */
  total: number;
  /** A share says more than the figures do. */
  inPercent?: boolean;
}

/** How far a piece of work has come; feed it by polling, it announces every tenth. */
export function LiveProgress({ label, done, total, inPercent = false }: LiveProgressProps) {
  const { t } = useTranslation("ui");
  const labelId = useId();
  const reached = inPercent ? t("progress.share", { percent: Math.floor((100 * done) / Math.max(total, 1)) }) : t("progress.of", { done, total });
  const tenths = total === 0 ? 0 : Math.floor((10 * done) / total);
  return (
    <div className="hall-progress">
      <div className="hall-section-head">
        <span id={labelId}>{label}</span>
        <span>{total === 0 ? t("progress.starting") : reached}</span>
      </div>
      <progress aria-labelledby={labelId} max={total === 0 ? 1 : total} {...(total > 0 && { value: done })} />
      <span className="hall-hidden" role="status">
        {t("progress.announced", { percent: 10 * tenths })}
      </span>
    </div>
  );
}
