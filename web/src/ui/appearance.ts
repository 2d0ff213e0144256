import { useSyncExternalStore } from "react";

export const appearances = ["system", "light", "dark"] as const;
export type Appearance = (typeof appearances)[number];

const storageKey = "guildhall.appearance";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

systemIsDark.addEventListener("change", show);
show();

/** Light or dark as this person chose it, or as their system has it. */
export function useAppearance() {
  const chosen = useSyncExternalStore(subscribe, chosenAppearance);
  const dark = useSyncExternalStore(subscribe, isDark);
  return { chosen, dark, choose };
}

function chosenAppearance(): Appearance {
  const kept = localStorage.getItem(storageKey);
  return appearances.find((appearance) => appearance === kept) ?? "system";
}

function isDark(): boolean {
  return chosenAppearance() === "system" ? systemIsDark.matches : chosenAppearance() === "dark";
}

function choose(appearance: Appearance) {
  localStorage.setItem(storageKey, appearance);
  show();
}

function show() {
  document.documentElement.dataset["appearance"] = isDark() ? "dark" : "light";
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
