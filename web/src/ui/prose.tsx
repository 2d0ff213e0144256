import { useEffect, useRef, type ReactNode } from "react";
import "./records.css";

interface ProseProps {
  /** Names the text for who reads by ear. */
  label: string;
  children: ReactNode;
  /** Makes the text scroll in a frame of its own and is called once its end has been on the screen. */
  onReadToEnd?: () => void;
}

/** A long text to be read: measured lines, and on demand the knowledge that its end was reached. */
export function Prose({ label, children, onReadToEnd }: ProseProps) {
  const frame = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const reached = useRef(onReadToEnd);
  useEffect(() => {
    reached.current = onReadToEnd;
  });
  useEffect(() => {
    if (end.current === null) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && reached.current?.(), { root: frame.current });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  const isFramed = onReadToEnd !== undefined;
  return (
    <div ref={frame} className={isFramed ? "hall-prose hall-prose-framed" : "hall-prose"} role="region" aria-label={label} {...(isFramed && { tabIndex: 0 })}>
      {children}
      <div ref={end} className="hall-prose-end" />
    </div>
  );
}
