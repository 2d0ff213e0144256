import { useSyncExternalStore } from "react";

type Answer = (granted: boolean) => void;

let pending: { promise: Promise<boolean>; answer: Answer } | null = null;
const listeners = new Set<() => void>();

/** Asks the person to confirm who they are; several acts waiting at once share one question. */
export function askStepUp(): Promise<boolean> {
  pending ??= question();
  notify();
  return pending.promise;
}

/** The open question's answer, for the dialog that asks it; null while nothing is asked. */
export const useStepUpQuestion = (): Answer | null => useSyncExternalStore(subscribe, () => pending?.answer ?? null);

function question() {
  let settle: Answer = () => undefined;
  const promise = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  const answer: Answer = (granted) => {
    pending = null;
    notify();
    settle(granted);
  };
  return { promise, answer };
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const notify = () => listeners.forEach((listener) => listener());
