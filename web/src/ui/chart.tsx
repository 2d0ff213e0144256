import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAppearance } from "./appearance.ts";
import { Loading } from "./loading.tsx";
import type { PlotOption } from "./plot.tsx";
import "./parts.css";

const Plot = lazy(async () => ({ default: (await import("./plot.tsx")).Plot }));

interface ChartProps {
  title: string;
  /** Keep it the same object between renders (`useMemo`): a new one draws anew. */
  option: PlotOption;
  /** The same figures as a `Table`. */
  table: ReactNode;
  /** Height in pixels. */
  height?: number;
}

/** A chart with its figures in a table beneath; the library is fetched when the first one comes into view, or once the page has nothing else to do. */
export function Chart({ title, option, table, height = 320 }: ChartProps) {
  const { t } = useTranslation("ui");
  const { dark } = useAppearance();
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(place);
  return (
    <figure className="hall-chart">
      <figcaption>{title}</figcaption>
      <div ref={place} className={isSeen ? undefined : "hall-screen-only"} style={{ height }}>
        {isSeen && (
          <Suspense fallback={<Loading />}>
            <Plot title={title} option={option} dark={dark} />
          </Suspense>
        )}
      </div>
      <details>
        <summary>{t("chart.asTable")}</summary>
        {table}
      </details>
    </figure>
  );
}

/** Long enough for the page itself to be there and read. */
const IDLE_MS = 2_000;

/** Whether a place has come into view, or its turn has come all the same: who prints a page need not have scrolled through it. */
function useSeen(place: { current: Element | null }): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (place.current === null || isSeen) return;
    const see = () => setSeen(true);
    const watch = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && see());
    watch.observe(place.current);
    const timer = setTimeout(see, IDLE_MS);
    window.addEventListener("beforeprint", see);
    return () => {
      watch.disconnect();
      clearTimeout(timer);
      window.removeEventListener("beforeprint", see);
    };
  }, [place, isSeen]);
  return isSeen;
}
