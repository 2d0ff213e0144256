import { Input } from "antd";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { Small, type Option } from "./fields.tsx";
import { useField } from "./form-context.ts";
import { usePause } from "./use-pause.ts";

interface PickFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** Names the box in which one looks. */
  search: string;
  /** The first of those that fit; null while they are looked for. */
  found: readonly Option[] | null;
  /** What to say when none fits. */
  none: string;
  /** Called with what is looked for, when the typing rests. */
  onLook: (text: string) => void;
}

const rest = 250;

/** One of very many: what is typed is looked for, and one of what was found is picked and stays while one looks on. */
export function PickField({ name, label, hint, required = false, search, found, none, onLook }: PickFieldProps) {
  const field = useField(name, hint);
  const paused = usePause(onLook, rest);
  const [picked, setPicked] = useState<Option | null>(null);
  const isPicked = ({ value }: Option) => value === picked?.value;
  const shown = picked === null || found?.some(isPicked) ? found : [picked, ...(found ?? [])];
  return (
    <fieldset className="hall-field" id={field.id} aria-describedby={field.describedBy}>
      <legend id={`${field.id}-label`}>{label}</legend>
      <Small {...field} hint={hint} />
      <Input type="search" aria-label={search} autoComplete="off" onChange={({ target }) => paused.restart(() => target.value)} onKeyDown={keepTheForm} />
      {shown?.map((option) => (
        <label key={option.value} className="hall-choice">
          <input type="radio" name={name} value={option.value} required={required} checked={isPicked(option)} onChange={() => setPicked(option)} />
          <span>
            {option.label}
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
      <span role="status">{found?.length === 0 && none}</span>
    </fieldset>
  );
}

/** Enter, in a box in which one looks, does not send the form. */
const keepTheForm = (event: KeyboardEvent) => {
  if (event.key === "Enter") event.preventDefault();
};
