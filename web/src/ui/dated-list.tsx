import { useEffect, useRef, type ReactNode } from "react";
import { Link } from "react-router";
import type { Tone } from "./tone.tsx";
import { WholeCodes } from "./whole-codes.tsx";
import "./notice.css";
import "./dated-list.css";

export interface DatedLine {
  key: string;
  /** The day in words; null where there is none. */
  day: string | null;
  sign: ReactNode;
  tone: Tone;
  words: string;
  /** Where it leads; undefined where it leads nowhere. */
  to?: string | undefined;
  /** A line of small print: how much time is left, or what kind of thing it is. */
  note?: ReactNode;
}

interface DatedListProps {
  label: string;
  of: readonly DatedLine[];
  /** Takes the reader to its beginning when it appears, since they asked for it. */
  asked?: boolean;
}

/** One dated line after another, each with a sign and a colour that agree with it. */
export function DatedList({ label, of, asked = false }: DatedListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (asked) list.current?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <ol className="hall-dated" aria-label={label} ref={list} tabIndex={-1}>
      {of.map(({ key, day, sign, tone, words, to, note }) => (
        <li key={key} className={`hall-tone-${tone}`}>
          <span className="hall-dated-day">{day}</span>
          <span className="hall-tone-mark" aria-hidden="true">{sign}</span>
          <div>{to === undefined ? <WholeCodes>{words}</WholeCodes> : <Link to={to}><WholeCodes>{words}</WholeCodes></Link>}</div>
          {note !== undefined && <small>{note}</small>}
        </li>
      ))}
    </ol>
  );
}
