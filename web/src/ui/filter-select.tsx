import { useId } from "react";
import "./form.css";

interface FilterSelectProps {
  label: string;
  /** The first option, which does not narrow. */
  all: string;
  options: readonly { value: string; label: string }[];
  chosen: string | null;
  onChoose: (value: string | null) => void;
}

/** Narrows a list at once to one of many; the choice belongs in the address (`useFilter`). */
export function FilterSelect({ label, all, options, chosen, onChoose }: FilterSelectProps) {
  const id = useId();
  return (
    <div className="hall-field hall-screen-only">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="hall-select hall-width-middle" value={chosen ?? ""} onChange={({ target }) => onChoose(target.value || null)}>
        <option value="">{all}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
