import { creditCodeCheck } from "../../server/modules/members/index.ts";

const regions = ["110000", "310000", "330000", "440000", "510000"];
const sizes = ["MICRO", "SMALL", "MEDIUM", "LARGE"];
const lines = ["FRESH_PRODUCE", "GRAIN_OIL", "MEAT_AQUATIC"];

/** As many firms as asked for, each with a valid credit code; the same for the same count. */
export function memberRows(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(6, "0");
    const stem = `91${regions[index % regions.length] ?? ""}MA${number}X`;
    return {
      id: `mem_${number.padStart(26, "0")}`,
      credit_code: `${stem}${creditCodeCheck(stem)}`,
      name: { "zh-Hant": `第${number}號批發行`, "zh-Hans": `第${number}号批发行`, en: `Wholesale House ${number}` },
      region: regions[index % regions.length],
      size_class: sizes[index % sizes.length],
      product_lines: [lines[index % lines.length]],
      admitted_on: "2024-03-01",
      language: "zh-Hant",
    };
  });
}
