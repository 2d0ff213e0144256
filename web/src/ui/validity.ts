import { useTranslation } from "react-i18next";
import type { FieldError } from "./form-context.ts";

const kinds = [
  "valueMissing",
  "typeMismatch",
  "patternMismatch",
  "tooShort",
  "tooLong",
  "rangeUnderflow",
  "rangeOverflow",
  "stepMismatch",
  "badInput",
] as const;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What the browser itself finds wrong in a form, in our words rather than the browser's, one error a field. */
export function useValidity(): (form: HTMLFormElement) => FieldError[] {
  const { t } = useTranslation("ui");
  return (form) => {
    const found = new Map<string, FieldError>();
    for (const control of form.elements) {
      const wanting = control instanceof HTMLFieldSetElement ? sentenceOfGroup(control) : undefined;
      if (wanting !== undefined) found.set(wanting.field, wanting);
      if (!isControl(control) || found.has(control.name)) continue;
      const kind = kindOf(control);
      if (kind === null) continue;
      const words = kind === "valueMissing" && isChoice(control) ? "choiceMissing" : kind;
      found.set(control.name, { field: control.name, sentence: ownSentence(control, kind) ?? t(`validity.${words}`, limitsOf(control)) });
    }
    return [...found.values()];
  };
}

/** Null when nothing is wrong. */
const kindOf = ({ validity }: Control) => (validity.valid ? null : (kinds.find((candidate) => validity[candidate]) ?? "badInput"));

/** A group of boxes of which one must be ticked, and none is. */
function sentenceOfGroup(group: HTMLFieldSetElement): FieldError | undefined {
  const { wanting } = group.dataset;
  return wanting === undefined || group.querySelector(":checked") ? undefined : { field: group.name, sentence: wanting };
}

function isControl(element: Element): element is Control {
  const isOne = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
  return isOne && element.willValidate && element.name !== "";
}

const isChoice = (control: Control) => control.type === "radio" || control instanceof HTMLSelectElement;

/** What a field says itself of a wrong value; of a missing one only a box that must be ticked. */
const ownSentence = (control: Control, kind: (typeof kinds)[number]) =>
  kind === "valueMissing" && control.type !== "checkbox" ? undefined : control.dataset["invalid"];

const limitsOf = (control: Control) => ({
  min: control.getAttribute("min") ?? control.getAttribute("minlength"),
  max: control.getAttribute("max") ?? control.getAttribute("maxlength"),
});
