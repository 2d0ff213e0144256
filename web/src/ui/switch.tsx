import type { ReactNode } from "react";
import "./switch.css";

interface SwitchProps {
  on: boolean;
  /** What it says beside it: the state, in a word. */
  children: ReactNode;
  /** Names what is switched, where several switches stand on a page. */
  label: string;
  onSwitch: (on: boolean) => unknown;
  busy?: boolean;
  /** The state can be seen, not changed. */
  disabled?: boolean;
}

/** Something that is on or off, changed at once. */
export const Switch = ({ on, children, label, onSwitch, busy = false, disabled = false }: SwitchProps) => (
  <button type="button" role="switch" className="hall-switch" aria-checked={on} aria-label={label} aria-busy={busy} disabled={disabled || busy} onClick={() => void onSwitch(!on)}>
    <span aria-hidden="true" />
    {children}
  </button>
);
