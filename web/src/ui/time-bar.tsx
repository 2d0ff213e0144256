import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format.ts";
import type { Tone } from "./tone.tsx";
import "./notice.css";
import "./time-bar.css";

/** A stretch of days, both ends included; the last may have no end. */
export interface Stretch {
  from: string;
  to: string | null;
  tone: Tone;
  label: string;
}

interface TimeBarProps {
  /** One after another without a gap, as days such as `2026-03-01`. */
  of: readonly Stretch[];
  /** The day to be marked. */
  now: string;
  /** The last day shown, where the last stretch has no end. */
  through: string;
}

const DAY_MS = 86_400_000;
const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Time drawn to scale, coloured by what it was; says the same as the list it stands above, and so is hidden from who cannot see it. */
export function TimeBar({ of, now, through }: TimeBarProps) {
  const { t } = useTranslation("ui");
  const { date } = useFormat();
  const begins = of[0]?.from ?? now;
  const shown = of.filter(({ from }) => from <= through);
  const length = Math.max(1, number(through) - number(begins) + 1);
  return (
    <div className="hall-time" aria-hidden="true">
      <div className="hall-time-bar">
        {shown.map(({ from, to, tone, label }) => (
          <span
            key={from}
            className={`hall-tone-${tone}`}
            style={{ flex: number(to === null || to > through ? through : to) - number(from) + 1 }}
            title={`${label}: ${date(from)} – ${to === null ? t("openEnd") : date(to)}`}
          />
        ))}
        {now >= begins && now <= through && <i className="hall-time-now" style={{ insetInlineStart: `${(100 * (number(now) - number(begins))) / length}%` }} />}
      </div>
      <div className="hall-time-ends">
        <span>{date(begins)}</span>
        <span>{date(through)}</span>
      </div>
    </div>
  );
}
