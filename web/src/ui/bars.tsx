import type { ReactNode } from "react";
import type { Tone } from "./tone.tsx";
import "./bars.css";

export interface Bar {
  key: string;
  label: ReactNode;
  /** The amount in words, at the end of the bar. */
  figure: ReactNode;
  /** The amount that gives the bar its length, against the largest of all. */
  value: number;
  tone?: Tone;
  note?: ReactNode;
}

interface BarsProps {
  label: string;
  of: readonly Bar[];
  total?: { label: string; figure: ReactNode };
}

/** Amounts on one scale, each with its figure in words, so that nothing hangs on the picture. */
export function Bars({ label, of, total }: BarsProps) {
  const largest = Math.max(1, ...of.map(({ value }) => value));
  return (
    <ul className="hall-bars" aria-label={label}>
      {of.map(({ key, label: name, figure, value, tone = "note", note }) => (
        <li key={key} className={`hall-tone-${tone}`}>
          <div className="hall-bars-name">
            {name}
            {note !== undefined && <small>{note}</small>}
          </div>
          <strong className="hall-bars-figure">{figure}</strong>
          <div className="hall-bar" aria-hidden="true">
            <span style={{ width: `${(100 * value) / largest}%` }} />
          </div>
        </li>
      ))}
      {total !== undefined && (
        <li className="hall-bars-total">
          <span>{total.label}</span>
          <strong className="hall-bars-figure">{total.figure}</strong>
        </li>
      )}
    </ul>
  );
}
