import { indicatorsOf, type Inputs, type Scheme } from "../../server/modules/assessments/index.ts";

interface EvidenceFile {
  key: string;
  name: string;
  indicators: readonly string[];
  bytes: Buffer;
}

const documents = [
  { key: "orders", name: "2026年上半年订单系统导出表.csv", indicators: ["I-1.1", "I-1.2", "I-1.3", "I-2.3"] },
  { key: "stock", name: "2026年6月30日库存盘点表.csv", indicators: ["I-2.1", "I-2.2"] },
  { key: "delivery", name: "2026年上半年配送签收与费用明细.csv", indicators: ["I-3.1", "I-3.2", "I-3.3"] },
  { key: "complaints", name: "2026年上半年投诉登记册与满意度问卷.csv", indicators: ["I-4.1", "I-4.2", "I-4.3"] },
  { key: "training", name: "2026年上半年培训与考核记录.csv", indicators: ["I-5.1", "I-5.2", "I-5.3"] },
  { key: "equipment", name: "设备台账.csv", indicators: ["I-6.1", "I-6.2", "I-6.3"] },
  { key: "customers", name: "客户资料抽查与联络记录.csv", indicators: ["I-7.1", "I-7.2", "I-7.3"] },
] as const;

/** The documents behind these figures: each a table that names what was counted. */
export const evidenceFiles = (scheme: Scheme, figures: Record<string, Inputs>): EvidenceFile[] =>
  documents.map(({ key, name, indicators }) => {
    const rows = indicatorsOf(scheme)
      .filter(({ id }) => (indicators as readonly string[]).includes(id))
      .flatMap(({ id, name: indicator, inputs }) => inputs.map((input) => [id, indicator["zh-Hans"], input.name["zh-Hans"], figures[id]?.[input.code] ?? ""]));
    const text = [["编号", "指标", "项目", "数值"], ...rows].map((row) => row.join(",")).join("\r\n");
    return { key, name, indicators, bytes: Buffer.from(`\uFEFF${text}\r\n`) };
  });
