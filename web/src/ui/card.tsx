import type { ReactNode } from "react";
import { Link } from "react-router";
import { WholeCodes } from "./whole-codes.tsx";
import "./parts.css";

interface CardProps {
  title?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part that stands by itself on the page. */
export const Card = ({ title, actions, children }: CardProps) => (
  <section className="hall-card">
    {(title !== undefined || actions !== undefined) && (
      <header className="hall-section-head">
        {title !== undefined && <h2><WholeCodes>{title}</WholeCodes></h2>}
        {actions}
      </header>
    )}
    {children}
  </section>
);

interface EntranceProps {
  to: string;
  /** Whether it leads out of the portal's own pages, to one that is open to everybody. */
  outside?: boolean;
  title: string;
  hint: string;
  icon: ReactNode;
}

/** A door to another page: the whole card can be pressed. */
export const Entrance = ({ to, outside = false, title, hint, icon }: EntranceProps) => (
  <div className="hall-entrance">
    <span aria-hidden="true">{icon}</span>
    <div>
      {outside ? <a href={to}>{title}</a> : <Link to={to}>{title}</Link>}
      <p>{hint}</p>
    </div>
  </div>
);
