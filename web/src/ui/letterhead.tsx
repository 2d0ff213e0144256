import type { Fact } from "./facts.tsx";
import { Mark } from "./mark.tsx";
import "./letterhead.css";

interface LetterheadProps {
  /** Who wrote the paper. */
  of: string;
  title: string;
  /** What tells this paper from every other: its number, its day. */
  facts: readonly Fact[];
}

/** The head of a page that is a document on paper; on the screen the frame says all of it. */
export const Letterhead = ({ of, title, facts }: LetterheadProps) => (
  <header className="hall-letterhead">
    <Mark />
    <div>
      <strong>{of}</strong>
      <span>{title}</span>
    </div>
    <dl>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </header>
);
