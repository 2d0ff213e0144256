import { useEffect, useSyncExternalStore } from "react";

const storageKey = "guildhall.shortcuts";
const listeners = new Set<() => void>();

/** Whether single keys do something on this browser; a person can turn them off (WCAG 2.1.4). */
export const useShortcutsOn = () => useSyncExternalStore(subscribe, shortcutsOn);

export function turnShortcuts(on: boolean) {
  localStorage.setItem(storageKey, on ? "on" : "off");
  listeners.forEach((listener) => listener());
}

/** Runs the act of a single key, unless the person is typing or has turned shortcuts off. */
export function useShortcuts(acts: Readonly<Record<string, () => void>>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = acts[event.key];
      if (act === undefined || !shortcutsOn() || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [acts]);
}

/** Takes the reader to the search field of the page, if it has one. */
export const focusSearch = () => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus();

const shortcutsOn = () => localStorage.getItem(storageKey) !== "off";

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
