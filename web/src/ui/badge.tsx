import type { ReactNode } from "react";
import { ToneMark, type Tone } from "./tone.tsx";
import "./notice.css";

/** A state in a word, with a sign and a colour that agree with it. */
export const Badge = ({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`hall-badge hall-tone-${tone}`}>
    <ToneMark tone={tone} />
    {children}
  </span>
);
