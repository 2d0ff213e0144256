import { type DocumentNode, visit } from "graphql";
import { isStorable } from "../../kernel/plain-text.ts";

/** What the caller reads whose text cannot be kept. */
export const unstorableSentence = "A text holds a character that no text can hold: U+0000, or half of a pair.";

/** Whether every text of a value can be kept, keys too. Walks without recursion, however deep the value is. */
export function areStorable(value: unknown): boolean {
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === "string" && !isStorable(next)) return false;
    if (typeof next === "object" && next !== null) for (const [key, held] of Object.entries(next)) left.push(key, held);
  }
  return true;
}

/** The same for the texts written in a document itself. */
export function areLiteralsStorable(document: DocumentNode): boolean {
  let storable = true;
  visit(document, { StringValue: ({ value }) => void (storable &&= isStorable(value)) });
  return storable;
}
