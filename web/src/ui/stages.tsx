import { CheckOutlined, MinusOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./stages.css";

/** `SKIPPED` is a stage that was never reached and never will be. */
export type StageState = "DONE" | "NOW" | "AHEAD" | "SKIPPED";

export interface Stage {
  key: string;
  label: string;
  state: StageState;
  /** When it was reached, or what is awaited. */
  note?: ReactNode;
}

/** A course that is always gone through in the same order, and how far it has come; side by side where there is room. */
export function Stages({ label, of }: { label: string; of: readonly Stage[] }) {
  const { t } = useTranslation("ui");
  return (
    <ol className="hall-stages" aria-label={label}>
      {of.map(({ key, label: name, state, note }, place) => (
        <li key={key} className={`hall-stage-${state.toLowerCase()}`} {...(state === "NOW" && { "aria-current": "step" as const })}>
          <span className="hall-stage-mark" aria-hidden="true">{marks[state] ?? place + 1}</span>
          <span>
            <strong>{name}</strong>
            <span className="hall-hidden"> {t(`stage.${state}`)}</span>
            {note !== undefined && <small>{note}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}

const marks: Partial<Record<StageState, ReactNode>> = { DONE: <CheckOutlined />, SKIPPED: <MinusOutlined /> };
