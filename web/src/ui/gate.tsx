import type { ReactNode } from "react";
import "./gate.css";

interface GateProps {
  isOpen: boolean;
  children: ReactNode;
}

/** Part of a form that cannot be used yet: it is there to be seen, and opens when its time has come. */
export const Gate = ({ isOpen, children }: GateProps) => (
  <fieldset className="hall-gate" disabled={!isOpen}>
    {children}
  </fieldset>
);
