import { useEffect, useRef, type ReactNode } from "react";
import type { Values } from "./form-context.ts";
import { valuesOf } from "./form.tsx";

interface WatchedProps {
  /** Called with every letter, with all that stands in the form. */
  onTyped: (values: Values) => void;
  children: ReactNode;
}

/** A form whose every change is told at once, so that not a letter is lost when the page is closed. */
export function Watched({ onTyped, children }: WatchedProps) {
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(onTyped);
  useEffect(() => {
    latest.current = onTyped;
  });
  useEffect(() => {
    const watched = frame.current;
    const tell = () => {
      const form = watched?.querySelector("form");
      if (form) latest.current(valuesOf(form));
    };
    watched?.addEventListener("input", tell);
    return () => watched?.removeEventListener("input", tell);
  }, []);
  return <div ref={frame}>{children}</div>;
}
