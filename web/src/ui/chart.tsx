import { lazy, Suspense, type ReactNode } from "react";
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

/** A chart with its figures in a table beneath; the library is fetched when the first one is shown. */
export function Chart({ title, option, table, height = 320 }: ChartProps) {
  const { t } = useTranslation("ui");
  const { dark } = useAppearance();
  return (
    <figure className="hall-chart">
      <figcaption>{title}</figcaption>
      <Suspense fallback={<Loading />}>
        <Plot option={option} dark={dark} height={height} />
      </Suspense>
      <details>
        <summary>{t("chart.asTable")}</summary>
        {table}
      </details>
    </figure>
  );
}
