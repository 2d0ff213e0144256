import type { ReactNode } from "react";
import { Link } from "react-router";
import { WholeCodes } from "./whole-codes.tsx";
import "./records.css";

interface NamedProps {
  name: ReactNode;
  /** What tells it apart from others of the same name. */
  note?: ReactNode;
  to?: string;
}

/** The name of a record, leading to it where it has a page, with a line of small print. */
export const Named = ({ name, note, to }: NamedProps) => (
  <span className="hall-named">
    {to === undefined ? whole(name) : <Link to={to}>{whole(name)}</Link>}
    {note !== undefined && <small>{whole(note)}</small>}
  </span>
);

const whole = (words: ReactNode) => (typeof words === "string" ? <WholeCodes>{words}</WholeCodes> : words);
