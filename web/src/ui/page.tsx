import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { WholeCodes } from "./whole-codes.tsx";
import "./page.css";

export interface Crumb {
  to: string;
  label: string;
}

interface PageProps {
  title: string;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** The pages above this one, from the top. */
  above?: readonly Crumb[];
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** Marks a page that stands where another was asked for, so that it can be told from it in any language. */
  trouble?: "not-found" | "not-open" | "broken";
  children: ReactNode;
}

/** One page: its path, its title (also the window's), what can be done, and the matter itself. */
export function Page({ title, lead, above = [], actions, trouble, children }: PageProps) {
  const heading = useHeading(title);
  return (
    <article className="hall-page" data-trouble={trouble}>
      {above.length > 0 && <Breadcrumb above={above} title={title} />}
      <header className="hall-page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            <WholeCodes>{title}</WholeCodes>
          </h1>
          {lead !== undefined && <p className="hall-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="hall-page-actions hall-screen-only">{actions}</div>}
      </header>
      {children}
    </article>
  );
}

interface SectionProps {
  title: string;
  actions?: ReactNode;
  /** Of buttons and links alone, which say nothing on paper. */
  screenOnly?: boolean;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, actions, screenOnly = false, children }: SectionProps) {
  return (
    <section className={screenOnly ? "hall-section hall-screen-only" : "hall-section"}>
      <header className="hall-section-head">
        <h2><WholeCodes>{title}</WholeCodes></h2>
        {actions}
      </header>
      {children}
    </section>
  );
}

function Breadcrumb({ above, title }: { above: readonly Crumb[]; title: string }) {
  const { t } = useTranslation("ui");
  return (
    <nav aria-label={t("breadcrumb")} className="hall-breadcrumb hall-screen-only">
      <ol>
        {above.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}><WholeCodes>{label}</WholeCodes></Link>
          </li>
        ))}
        <li aria-current="page"><WholeCodes>{title}</WholeCodes></li>
      </ol>
    </nav>
  );
}

/** Names the window after the page and, after a change of page, takes the reader to its title. */
function useHeading(title: string) {
  const { t } = useTranslation("ui");
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${t("house")}`;
  }, [title, t]);
  useEffect(() => {
    // The first page of a visit ("default") keeps the browser's own starting point.
    if (key !== "default") heading.current?.focus({ preventScroll: true });
    // Only another page moves the reader, not another filter of the same page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);
  return heading;
}
