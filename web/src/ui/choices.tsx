import type { ReactNode } from "react";
import "./parts.css";

interface Choice {
  key: string;
  title: string;
  note?: string;
  text?: ReactNode;
  action: ReactNode;
}

/** A short list of things to pick from, each with a word on what it is. */
export const Choices = ({ of }: { of: readonly Choice[] }) => (
  <ul className="hall-choices">
    {of.map(({ key, title, note, text, action }) => (
      <li key={key}>
        <div>
          <strong>{title}</strong> {note !== undefined && <small>{note}</small>}
          {text !== undefined && <p>{text}</p>}
        </div>
        {action}
      </li>
    ))}
  </ul>
);
