import { useEffect, useRef } from "react";

const pauseInMilliseconds = 1200;

/** Waits until nothing was edited for a moment, then hands over what stands in the form. */
export function usePause<Value>(onPause: ((value: Value) => unknown) | undefined, milliseconds = pauseInMilliseconds) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onPause);
  useEffect(() => {
    latest.current = onPause;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    restart: (read: () => Value) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void latest.current?.(read()), milliseconds);
    },
    cancel: () => clearTimeout(timer.current),
  };
}
