import type { ReactNode } from "react";
import "./parts.css";

/** Something to read on demand, behind a line that says what it is. */
export const Disclosure = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="hall-disclosure">
    <summary>{label}</summary>
    <div>{children}</div>
  </details>
);
