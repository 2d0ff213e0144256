import type { Values } from "../../ui/form-context.ts";

/** What was typed on one page and is not known to be stored: the copy on this device. */
export interface LocalDraft {
  /** The revision it was typed against. */
  revision: number;
  values: Values;
}

/** The place of one page's copy, apart for each person who uses this browser. */
export const draftKey = (userId: string, assessmentId: string, group: string) => `guildhall.draft.${userId}.${assessmentId}.${group}`;

export function readDraft(key: string): LocalDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as LocalDraft | null;
    return typeof kept?.revision === "number" && typeof kept.values === "object" ? kept : null;
  } catch {
    return null;
  }
}

/** Answers false where the browser keeps nothing: private windows, full storage. */
export function keepDraft(key: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets the copy once the same text is stored; what was typed meanwhile stays. */
export function forgetDraft(key: string, stored?: Values): void {
  const kept = readDraft(key);
  if (kept && (stored === undefined || JSON.stringify(kept.values) === JSON.stringify(stored))) localStorage.removeItem(key);
}
