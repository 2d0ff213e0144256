import { BarChart, LineChart, RadarChart, ScatterChart } from "echarts/charts";
import { AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, RadarComponent, TooltipComponent } from "echarts/components";
import { init, use as register, type EChartsCoreOption } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

register([BarChart, LineChart, RadarChart, ScatterChart, AriaComponent, DataZoomComponent, GridComponent, LegendComponent]);
register([MarkAreaComponent, MarkLineComponent, RadarComponent, TooltipComponent, CanvasRenderer]);

export type { EChartsCoreOption as PlotOption };

interface PlotProps {
  option: EChartsCoreOption;
  dark: boolean;
  /** Height in pixels; the width follows the page. */
  height: number;
}

/** Draws a chart and keeps it as wide as the page; patterns tell series apart besides colour. */
export function Plot({ option, dark, height }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const chart = init(place.current, dark ? "dark" : null);
    const paint = inkOf(place.current);
    chart.setOption({ ...paint, aria: { enabled: true, decal: { show: true } }, ...option });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option, dark]);
  return <div ref={place} style={{ height }} />;
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
