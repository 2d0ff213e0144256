import { useEffect, useRef, useState, type ReactNode } from "react";
import { LiveProgress } from "./progress.tsx";
import "./records.css";

interface ProseProps {
  /** Names the text for who reads by ear. */
  label: string;
  children: ReactNode;
  /** Makes the text scroll in a frame of its own and is called once its end has been on the screen. */
  onReadToEnd?: () => void;
  /** What the bar under a framed text says; without it there is none. */
  progress?: string;
}

/** A long text to be read: measured lines, and on demand the knowledge that its end was reached. */
export function Prose({ label, children, onReadToEnd, progress }: ProseProps) {
  const frame = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const reached = useRef(onReadToEnd);
  const [furthest, setFurthest] = useState(0);
  useEffect(() => {
    reached.current = onReadToEnd;
  });
  useEffect(() => {
    if (end.current === null || frame.current === null) return;
    setFurthest(shareSeen(frame.current));
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return;
        setFurthest(100);
        reached.current?.();
      },
      { root: frame.current },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  const isFramed = onReadToEnd !== undefined;
  const text = (
    <div
      ref={frame}
      className={isFramed ? "hall-prose hall-prose-framed" : "hall-prose"}
      role="region"
      aria-label={label}
      {...(isFramed && { tabIndex: 0, onScroll: ({ currentTarget }) => setFurthest((before) => Math.max(before, shareSeen(currentTarget))) })}
    >
      {children}
      <div ref={end} className="hall-prose-end" />
    </div>
  );
  if (progress === undefined) return text;
  return (
    <div className="hall-reading">
      {text}
      <LiveProgress label={progress} done={furthest} total={100} inPercent />
    </div>
  );
}

/** How much of a scrolling frame has been on the screen, in per cent; the last per cent is the end itself. */
const shareSeen = ({ scrollTop, clientHeight, scrollHeight }: HTMLElement) => Math.min(99, Math.floor((100 * (scrollTop + clientHeight)) / scrollHeight));
