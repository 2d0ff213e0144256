import { createContext } from "react";

/** What a person calls a field, and the page it stands on where that is another one. */
export interface FieldName {
  name: string;
  to?: string;
}

/** Names the fields that problems point at by their paths; null for a path it does not know. */
export type NameField = (path: string) => FieldName | null;

/** Provided by a page whose fields are held against one another, perhaps across pages. */
export const FieldNames = createContext<NameField>(() => null);
