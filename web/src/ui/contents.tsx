import "./contents.css";

interface ContentsProps {
  label: string;
  /** Places of this page by the ids of their headings. */
  of: readonly { to: string; label: string }[];
}

/** What a long page contains, each leading to its place. */
export const Contents = ({ label, of }: ContentsProps) => (
  <nav className="hall-contents hall-screen-only" aria-label={label}>
    <ol>
      {of.map(({ to, label: text }) => (
        <li key={to}>
          <a href={`#${to}`}>{text}</a>
        </li>
      ))}
    </ol>
  </nav>
);
