import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkAreaComponent, TooltipComponent } from "echarts/components";
import { init, use as register, type EChartsCoreOption } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

// What a further chart needs beyond lines over bands is registered here, so that no more than is drawn is fetched.
register([LineChart, AriaComponent, GridComponent, MarkAreaComponent, TooltipComponent, CanvasRenderer]);

/** The colours and letters of the page, as a drawing needs them. */
export interface Ink {
  text: string;
  /** What stands behind, in a lighter hand. */
  quiet: string;
  family: string;
}

/** What is drawn, in the page's own ink. */
export type PlotOption = (ink: Ink) => EChartsCoreOption;

interface PlotProps {
  /** Names the drawing for who cannot see it; its figures stand in the table beside it. */
  title: string;
  option: PlotOption;
  dark: boolean;
}

/** Draws a chart as large as its place; patterns tell series apart besides colour. */
export function Plot({ title, option, dark }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const chart = init(place.current, dark ? "dark" : null);
    const style = getComputedStyle(place.current);
    const of = (name: string) => style.getPropertyValue(`--ant-color-${name}`).trim();
    const ink = { text: of("text"), quiet: of("text-secondary"), family: style.fontFamily };
    const palette = [of("primary"), of("error"), of("warning"), of("success"), of("text-tertiary")];
    const page = { backgroundColor: "transparent", color: palette, textStyle: { fontFamily: ink.family, color: ink.text } };
    chart.setOption({ ...page, aria: { enabled: true, label: { description: title }, decal: { show: true } }, ...option(ink) });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [title, option, dark]);
  return <div ref={place} style={{ height: "100%" }} />;
}
