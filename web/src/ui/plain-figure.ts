import type { FocusEvent } from "react";

/** Full-width figures and the marks that group thousands are a way of writing; they become plain when the field is left. */
export function writePlainly({ currentTarget: field }: FocusEvent<HTMLInputElement>): void {
  const plain = field.value.normalize("NFKC").replace(/[\s,'_]/g, "");
  if (plain === field.value) return;
  // The kit holds the value in its own state and hears of it by the event alone.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, plain);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
