import type { ReactNode } from "react";
import type { Tone } from "./tone.tsx";
import "./bars.css";

export interface Bar {
  key: string;
  label: ReactNode;
  /** The figure in words; it stands beside the label, for the bar alone says nothing to who cannot see it. */
  figure: ReactNode;
  /** How much of the scale is filled. */
  value: number;
  /** How much of the scale the bar could fill; all of it unless said. Zero draws a broken line: it does not count. */
  reach?: number;
  note?: ReactNode;
  tone?: Tone;
}

interface BarsProps {
  /** What is compared, for who cannot see the heading above. */
  label: string;
  of: readonly Bar[];
  /** What they come to together. */
  total?: { label: ReactNode; figure: ReactNode };
}

/** Amounts one under another on one scale, which ends at the largest of them. */
export function Bars({ label, of, total }: BarsProps) {
  const end = Math.max(...of.map(({ value, reach = 0 }) => Math.max(value, reach)), Number.EPSILON);
  const share = (amount: number) => ({ inlineSize: `${(100 * amount) / end}%` });
  return (
    <ul className="hall-bars" aria-label={label}>
      {of.map(({ key, label: name, figure, value, reach = end, note, tone = "note" }) => (
        <li key={key} className={`hall-tone-${tone}`}>
          <div>{name}</div>
          <strong className="hall-bars-figure">{figure}</strong>
          <div className={reach === 0 ? "hall-bar hall-bar-broken" : "hall-bar"} aria-hidden="true">
            <span style={share(reach)} />
            {value > 0 && <span style={share(value)} />}
          </div>
          {note !== undefined && <small>{note}</small>}
        </li>
      ))}
      {total !== undefined && (
        <li className="hall-bars-total">
          <div>{total.label}</div>
          <strong className="hall-bars-figure">{total.figure}</strong>
        </li>
      )}
    </ul>
  );
}
