import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkAreaComponent, TooltipComponent } from "echarts/components";
import { init, use as register, type EChartsCoreOption } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

// What a further chart needs beyond lines over bands is registered here, so that no more than is drawn is fetched.
register([LineChart, AriaComponent, GridComponent, MarkAreaComponent, TooltipComponent, CanvasRenderer]);

export type { EChartsCoreOption as PlotOption };

interface PlotProps {
  /** Names the drawing for who cannot see it; its figures stand in the table beside it. */
  title: string;
  option: EChartsCoreOption;
  dark: boolean;
}

/** Draws a chart as large as its place; patterns tell series apart besides colour. */
export function Plot({ title, option, dark }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const chart = init(place.current, dark ? "dark" : null);
    const paint = inkOf(place.current);
    chart.setOption({ ...paint, aria: { enabled: true, label: { description: title }, decal: { show: true } }, ...option });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [title, option, dark]);
  return <div ref={place} style={{ height: "100%" }} />;
}

/** The colours and letters of the page, as the canvas needs them. */
function inkOf(element: HTMLElement): EChartsCoreOption {
  const style = getComputedStyle(element);
  const ink = (name: string) => style.getPropertyValue(`--ant-color-${name}`).trim();
  return {
    backgroundColor: "transparent",
    color: [ink("primary"), ink("error"), ink("warning"), ink("success"), ink("text-tertiary")],
    textStyle: { fontFamily: style.fontFamily, color: ink("text") },
  };
}
