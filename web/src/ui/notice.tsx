import type { ReactNode } from "react";
import { ToneMark, type Tone } from "./tone.tsx";
import "./notice.css";

interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
}

/** Something the reader should know before going on; what went wrong is announced at once. */
export function Notice({ tone = "note", title, children }: NoticeProps) {
  return (
    <div className={`hall-notice hall-tone-${tone}`} role={tone === "bad" ? "alert" : "status"}>
      <ToneMark tone={tone} />
      <div>
        {title !== undefined && <p className="hall-notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
