import { createContext, useContext, type ReactNode } from "react";

/** Text of each named field; a box that is not ticked is absent. */
export type Values = Readonly<Record<string, string>>;

export interface FieldError {
  /** Empty when the error belongs to no field of this form. */
  field: string;
  sentence: string;
  /** Other pages on which it can be put right as well. */
  ways?: readonly { name: string; to: string }[];
}

export const FormContext = createContext<{ id: string; errors: readonly FieldError[] }>({ id: "", errors: [] });

/** Ids and error of one field, wired so that label, hint and error are read together. */
export function useField(name: string, hint: ReactNode) {
  const { id: form, errors } = useContext(FormContext);
  const id = fieldId(form, name);
  const { sentence: error = null, ways = [] } = errors.find(({ field }) => field === name) ?? {};
  const described = [hint === undefined ? null : `${id}-hint`, error === null ? null : `${id}-error`].filter((part) => part !== null);
  return { id, error, ways, describedBy: described.length > 0 ? described.join(" ") : undefined };
}

/** Where the links of the error summary lead. */
export function useFieldTarget() {
  const { id: form } = useContext(FormContext);
  return (name: string) => fieldId(form, name);
}

const fieldId = (form: string, name: string) => `${form}-${name}`;
