import { useSyncExternalStore } from "react";
import { copyPrefix } from "../../lib/session-end.ts";
import type { Values } from "../../ui/form-context.ts";

/** What was typed on one page and is not known to be stored: the copy on this device. */
export interface LocalDraft {
  /** What was stored when it was typed. */
  base: Values;
  values: Values;
}

/** The place of one page's copy, apart for each person who uses this browser. */
export const draftKey = (userId: string, assessmentId: string, group: string) => `${copyPrefix}${userId}.${assessmentId}.${group}`;

const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

export function readDraft(key: string): LocalDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as LocalDraft | null;
    return typeof kept?.base === "object" && typeof kept.values === "object" ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps nothing where the browser keeps nothing: private windows, full storage. */
export function keepDraft(key: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    return;
  }
  tell();
}

/** Forgets the copy once the same text is stored; what was typed meanwhile stays. */
export function forgetDraft(key: string, stored?: Values): void {
  const kept = readDraft(key);
  if (!kept || (stored !== undefined && JSON.stringify(kept.values) !== JSON.stringify(stored))) return;
  localStorage.removeItem(key);
  tell();
}

/** Which of these groups have figures on this device that are not stored. */
export function useUnstoredGroups(userId: string, assessmentId: string, groups: readonly string[]): readonly string[] {
  const found = useSyncExternalStore(subscribe, () => groups.filter((group) => readDraft(draftKey(userId, assessmentId, group)) !== null).join(" "));
  return found === "" ? [] : found.split(" ");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
