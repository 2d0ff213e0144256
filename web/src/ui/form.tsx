import { useId, useState, type ReactNode, type SyntheticEvent } from "react";
import { fieldOf, type Problem } from "../lib/problem.ts";
import { Button } from "./button.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FormContext, type FieldError, type Values } from "./form-context.ts";
import { useOthers, useSentence } from "./sentence.ts";
import { usePause } from "./use-pause.ts";
import { useValidity } from "./validity.ts";
import "./form.css";

interface FormProps {
  children: ReactNode;
  onSubmit: (values: Values, form: HTMLFormElement) => unknown;
  /** From `useAction`: each is shown at the field its path names, and all of them in the summary on top. */
  problems?: readonly Problem[];
  /** What was found while the person is still typing: shown at the fields alone, so that nothing takes the focus away. */
  remarks?: readonly Problem[];
  /** Called when the person has paused after editing: save a draft here. */
  onPause?: (values: Values) => unknown;
  /** Called with every edit, for what is shown beside the fields; several boxes of one name are read from the form itself. */
  onEdit?: (values: Values, form: HTMLFormElement) => unknown;
}

/** A form that checks what the browser can check, then asks the server; errors are listed on top and stand at their fields. */
export function Form({ children, onSubmit, problems = [], remarks = [], onPause, onEdit }: FormProps) {
  const id = useId();
  const sentence = useSentence();
  const others = useOthers();
  const errorsIn = useValidity();
  const [unsent, setUnsent] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const paused = usePause(onPause);

  const inWords = (found: readonly Problem[]): FieldError[] =>
    found.map((problem) => ({ field: fieldOf(problem), sentence: sentence(problem), ways: others(problem).flatMap(({ name, to }) => (to === undefined ? [] : [{ name, to }])) }));
  const errors = unsent.length > 0 ? unsent : inWords(problems);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const found = errorsIn(form);
    setAttempt(attempt + 1);
    setUnsent(found);
    paused.cancel();
    if (found.length === 0) void onSubmit(valuesOf(form), form);
  };
  const edited = ({ currentTarget }: { currentTarget: HTMLFormElement }) => {
    onEdit?.(valuesOf(currentTarget), currentTarget);
    paused.restart(() => valuesOf(currentTarget));
  };
  return (
    <FormContext value={{ id, errors: [...errors, ...inWords(remarks)] }}>
      <form className="hall-form" noValidate onSubmit={submit} onChange={edited}>
        <ErrorSummary key={attempt} of={errors} />
        {children}
      </form>
    </FormContext>
  );
}

/** The one main button of a form. */
export const Submit = ({ children, busy = false, wide = false }: { children: ReactNode; busy?: boolean; wide?: boolean }) => (
  <Button kind="main" type="submit" busy={busy} wide={wide}>
    {children}
  </Button>
);

/** What stands in the named fields of a form. */
export const valuesOf = (form: HTMLFormElement): Values =>
  Object.fromEntries([...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
