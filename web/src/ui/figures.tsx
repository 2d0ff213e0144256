import type { ReactNode } from "react";
import { ToneMark, type Tone } from "./tone.tsx";
import "./figures.css";

export interface Figure {
  key: string;
  label: string;
  value: ReactNode;
  note?: ReactNode;
  /** Says by sign and colour whether it wants attention; none when it is neither good nor bad. */
  tone?: Tone;
}

/** A few figures to be seen at a glance. */
export const Figures = ({ of }: { of: readonly Figure[] }) => (
  <dl className="hall-figures">
    {of.map(({ key, label, value, note, tone }) => (
      <div key={key} className={tone === undefined ? "" : `hall-tone-${tone}`}>
        <dt>{label}</dt>
        <dd>
          {tone !== undefined && <ToneMark tone={tone} />}
          {value}
        </dd>
        {note !== undefined && <dd className="hall-figure-note">{note}</dd>}
      </div>
    ))}
  </dl>
);
