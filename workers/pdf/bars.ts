import { palette } from "./ornament.ts";
import type { Style } from "./paper.ts";
import type { Report } from "./report.ts";

export interface Bar {
  label: string;
  /** Counts, one for each part of the chart. */
  parts: readonly number[];
  /** What stands after the bar. */
  value: string;
}

export interface BarChart {
  /** The chart in words, for those who cannot see it. */
  description: string;
  /** Colours, with names where a legend is wanted. */
  parts: readonly { color: string; name?: string }[];
  bars: readonly Bar[];
}

const label: Style = { size: 8.5, color: palette.ink };
const step = 17;
const mostTogether = 36;

/** Points the chart takes, or the first page of a long one. */
export const heightOfBars = ({ parts, bars }: BarChart): number => heightOfLegend(parts) + Math.min(bars.length, mostTogether) * step;

const heightOfLegend = (parts: BarChart["parts"]): number => (parts.some(({ name }) => name !== undefined) ? 20 : 0);

/** Draws horizontal bars, the parts of each side by side. */
export function drawBars(report: Report, { description, parts, bars }: BarChart): void {
  const longest = Math.max(1, ...bars.map((bar) => sum(bar.parts)));
  const legendHeight = heightOfLegend(parts);
  for (let from = 0; from < bars.length; from += mostTogether) {
    const together = bars.slice(from, from + mostTogether);
    report.ensure(legendHeight + together.length * step);
    report.paper.figure(description, () => {
      if (legendHeight > 0) drawLegend(report, parts);
      report.y += legendHeight;
      together.forEach((bar, index) => drawBar(report, parts, bar, longest, report.y + index * step));
    });
    report.y += together.length * step + 8;
  }
}

function drawLegend({ paper, left, y }: Report, parts: BarChart["parts"]): void {
  let x = left;
  for (const { color, name = "" } of parts) {
    paper.document.fillColor(color).rect(x, y + 2, 8, 8).fill();
    paper.text(name, { x: x + 12, y, width: 150 }, label);
    x += 30 + paper.widthOf(name, label);
  }
}

function drawBar({ paper, left, width }: Report, parts: BarChart["parts"], bar: Bar, longest: number, y: number): void {
  const pen = paper.document;
  const axis = left + width * 0.38;
  paper.text(bar.label, { x: left, y: y + 1.5, width: width * 0.37 }, paper.fitting(bar.label, width * 0.37, label, 6));
  let x = axis;
  bar.parts.forEach((count, index) => {
    const length = (width * 0.44 * count) / longest;
    if (count > 0) pen.fillColor(parts[index]?.color ?? palette.soft).rect(x, y + 2, length, 10).fill();
    x += length;
  });
  pen.lineWidth(0.4).strokeColor(palette.soft).moveTo(axis, y - 1).lineTo(axis, y + step - 2).stroke();
  paper.text(bar.value, { x: x + 5, y: y + 1.5, width: width * 0.18 }, label);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
