import type { ReactNode } from "react";
import "./parts.css";

interface DisclosureProps {
  label: string;
  /** Of what is to be tried out and says nothing on paper. */
  screenOnly?: boolean;
  children: ReactNode;
}

/** Something to read on demand, behind a line that says what it is. */
export const Disclosure = ({ label, screenOnly = false, children }: DisclosureProps) => (
  <details className={screenOnly ? "hall-disclosure hall-screen-only" : "hall-disclosure"}>
    <summary>{label}</summary>
    <div>{children}</div>
  </details>
);
