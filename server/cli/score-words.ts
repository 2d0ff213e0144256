import type { Localized } from "../kernel/language.ts";
import type { ProofLevel, ReasonCode } from "../modules/assessments/index.ts";

/** Why a point was lost, or nothing rated, with the `{figures}` of the reason. */
export const reasonWords: Record<ReasonCode, Localized> = {
  BELOW_TARGET: {
    "zh-Hant": "{value} 低於滿分線 {target}，失 {lost} 分。",
    "zh-Hans": "{value} 低于满分线 {target}，失 {lost} 分。",
    en: "{value} is below the target of {target}: {lost} points lost.",
  },
  ABOVE_TARGET: {
    "zh-Hant": "{value} 高於滿分線 {target}，失 {lost} 分。",
    "zh-Hans": "{value} 高于满分线 {target}，失 {lost} 分。",
    en: "{value} is above the target of {target}: {lost} points lost.",
  },
  BELOW_BAND: {
    "zh-Hant": "{value} 低於目標區間的下限 {target}，失 {lost} 分。",
    "zh-Hans": "{value} 低于目标区间的下限 {target}，失 {lost} 分。",
    en: "{value} lies below the target band, which begins at {target}: {lost} points lost.",
  },
  ABOVE_BAND: {
    "zh-Hant": "{value} 高於目標區間的上限 {target}，失 {lost} 分。",
    "zh-Hans": "{value} 高于目标区间的上限 {target}，失 {lost} 分。",
    en: "{value} lies above the target band, which ends at {target}: {lost} points lost.",
  },
  LIMITED_BY_PROOF: {
    "zh-Hant": "依證明程度最高 {limit} 分，失 {lost} 分；補上證明即可提高。",
    "zh-Hans": "按证明程度最高 {limit} 分，失 {lost} 分；补上证明即可提高。",
    en: "The proof allows at most {limit} points: {lost} lost. Better proof gives them back.",
  },
  ADJUSTED: {
    "zh-Hant": "經審核調整；會員自報 {declared}。",
    "zh-Hans": "经审核调整；会员自报 {declared}。",
    en: "Adjusted in review; the member's own value was {declared}.",
  },
  TOO_FEW_FACTS: {
    "zh-Hant": "可計分的指標不足。",
    "zh-Hans": "可计分的指标不足。",
    en: "Too few indicators are rated.",
  },
  NO_DATA: {
    "zh-Hant": "分母為零：沒有數據，既不是 0%，也不是 100%；不佔權重。",
    "zh-Hans": "分母为零：没有数据，既不是 0%，也不是 100%；不占权重。",
    en: "The denominator is zero: there are no data, which is neither 0% nor 100%, so it carries no weight.",
  },
  TOO_FEW: {
    "zh-Hant": "只有 {n} 份回答，至少要 {minimum} 份才計分。",
    "zh-Hans": "只有 {n} 份回答，至少要 {minimum} 份才计分。",
    en: "Only {n} answers; {minimum} are needed to count.",
  },
  NO_BASELINE: {
    "zh-Hant": "沒有自己的前期數字可比，暫不計分。",
    "zh-Hans": "没有自己的前期数字可比，暂不计分。",
    en: "There is no earlier figure of the firm’s own to compare with, so it is not rated yet.",
  },
  NOT_APPLICABLE: {
    "zh-Hant": "會員說明不適用；不佔權重。",
    "zh-Hans": "会员说明不适用；不占权重。",
    en: "The member says it does not apply; it carries no weight.",
  },
  UNANSWERED: {
    "zh-Hant": "未填齊。",
    "zh-Hans": "未填齐。",
    en: "Not complete.",
  },
};

/** How well a figure is proved. */
export const proofWords: Record<ProofLevel, Localized> = {
  SELF_DECLARED: {
    "zh-Hant": "自行申報",
    "zh-Hans": "自行申报",
    en: "Self-declared",
  },
  DOCUMENT_BACKED: {
    "zh-Hant": "有文件佐證",
    "zh-Hans": "有文件佐证",
    en: "Document-backed",
  },
  VERIFIED: {
    "zh-Hant": "已核實",
    "zh-Hans": "已核实",
    en: "Verified",
  },
};

/** The head of the table, and what stands for no grade. */
export const sheetWords = {
  notRated: { "zh-Hant": "未評級", "zh-Hans": "未评级", en: "not rated" },
  head: {
    "zh-Hant": ["編號", "數值", "樣本數", "得分", "權重", "貢獻", "名稱、證明程度、原因"],
    "zh-Hans": ["编号", "数值", "样本数", "得分", "权重", "贡献", "名称、证明程度、原因"],
    en: ["id", "value", "n", "points", "weight", "counts", "name, proof, why"],
  },
} as const;
