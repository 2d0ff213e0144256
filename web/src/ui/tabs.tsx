import "./parts.css";

interface TabsProps {
  /** What is being chosen between. */
  label: string;
  of: readonly { value: string; label: string; count?: number }[];
  chosen: string;
  onChoose: (value: string) => void;
}

/** Views of one list side by side; the choice belongs in the address (`useFilter`). */
export const Tabs = ({ label, of, chosen, onChoose }: TabsProps) => (
  <div className="hall-tabs hall-screen-only" role="group" aria-label={label}>
    {of.map(({ value, label: text, count }) => (
      <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
        {text}
        {count !== undefined && <span>{count}</span>}
      </button>
    ))}
  </div>
);
