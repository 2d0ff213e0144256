import { Link } from "react-router";
import { useTranslation } from "react-i18next";
import { Badge } from "./badge.tsx";
import type { Tone } from "./tone.tsx";
import "./records.css";

/** `SEEN` is looked at but incomplete, which is not the same as untouched. */
export type TaskState = "NOT_STARTED" | "IN_PROGRESS" | "SEEN" | "COMPLETE" | "BLOCKED";

export interface Task {
  to: string;
  label: string;
  hint?: string;
  state: TaskState;
}

const tones: Record<TaskState, Tone> = { NOT_STARTED: "plain", IN_PROGRESS: "note", SEEN: "wait", COMPLETE: "good", BLOCKED: "plain" };

/** What is to be done, in any order, with the state of each. */
export function TaskList({ of }: { of: readonly Task[] }) {
  const { t } = useTranslation("ui");
  return (
    <ul className="hall-tasks">
      {of.map(({ to, label, hint, state }) => (
        <li key={to}>
          <div>
            {state === "BLOCKED" ? <span>{label}</span> : <Link to={to}>{label}</Link>}
            {hint !== undefined && <small>{hint}</small>}
          </div>
          <Badge tone={tones[state]}>{t(`task.${state}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}
