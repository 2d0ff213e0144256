import type { Measured } from "./measure.ts";

/** The figures as one table; ratios say what share of the limit was reached in the same round. */
export function table(measured: readonly Measured[]): string {
  const rows = measured.map(({ workload, contender, unit, rate, ratio }) => [
    workload, contender, `${rate.toFixed(rate < 100 ? 1 : 0)} ${unit}`, ratio.median.toFixed(2), `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}`,
  ]);
  const all = [["workload", "", "median here", "of the limit", "spread"], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => `| ${row.map((cell, column) => (column > 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(" | ")} |`)
    .toSpliced(1, 0, `|${widths.map((width, column) => (column > 1 ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`).join("\n");
}
