import type { ReactNode } from "react";
import { Link } from "react-router";
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
    {to === undefined ? name : <Link to={to}>{name}</Link>}
    {note !== undefined && <small>{note}</small>}
  </span>
);
