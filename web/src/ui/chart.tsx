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

/** A chart with its figures in a table beneath; the library is fetched when the first one comes into view. */
export function Chart({ title, option, table, height = 320 }: ChartProps) {
  const { t } = useTranslation("ui");
  const { dark } = useAppearance();
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(place);
  return (
    <figure className="hall-chart">
      <figcaption>{title}</figcaption>
      <div ref={place} style={{ height }}>
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

/** Whether a place has come into view yet. */
function useSeen(place: { current: Element | null }): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (place.current === null || isSeen) return;
    const watch = new IntersectionObserver((entries) => setSeen(entries.some(({ isIntersecting }) => isIntersecting)));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [place, isSeen]);
  return isSeen;
}
