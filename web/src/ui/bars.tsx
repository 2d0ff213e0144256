import type { ReactNode } from "react";
import "./bars.css";

export interface Bar {
  key: string;
  name: ReactNode;
  note?: ReactNode;
  /** How long, of 100, as a decimal text; null draws an empty, hatched bar. */
  share: string | null;
  /** The figure at its end. */
  figure: ReactNode;
  /** What there is to say below. */
  more?: ReactNode;
}

/** Bars under one another, each with its figure in words, so that nothing hangs on the picture. */
export const Bars = ({ of, label }: { of: readonly Bar[]; label: string }) => (
  <ul className="hall-bars" aria-label={label}>
    {of.map(({ key, name, note, share, figure, more }) => (
      <li key={key}>
        <div className="hall-bars-name">
          {name}
          {note !== undefined && <small>{note}</small>}
        </div>
        <div className={share === null ? "hall-bar hall-bar-none" : "hall-bar"} aria-hidden="true">
          {share !== null && <span style={{ width: `${share}%` }} />}
        </div>
        <div className="hall-bars-figure">{figure}</div>
        {more !== undefined && <div className="hall-bars-more">{more}</div>}
      </li>
    ))}
  </ul>
);

/** The one figure a page is about. */
export const Headline = ({ figure, children }: { figure: ReactNode; children?: ReactNode }) => (
  <p className="hall-headline">
    <strong>{figure}</strong>
    {children !== undefined && <span>{children}</span>}
  </p>
);
