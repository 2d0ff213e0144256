import { useEffect, useRef } from "react";

/** A place in a text that is told once when it comes onto the screen: what stands before it was in view to its end. */
export function Seen({ onSeen }: { onSeen: () => void }) {
  const place = useRef<HTMLSpanElement>(null);
  const latest = useRef(onSeen);
  useEffect(() => {
    latest.current = onSeen;
  });
  useEffect(() => {
    if (place.current === null) return;
    const watch = new IntersectionObserver(([seen]) => {
      if (!seen?.isIntersecting) return;
      latest.current();
      watch.disconnect();
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return <span ref={place} aria-hidden="true" />;
}
