import type { Localized } from "../../server/kernel/language.ts";

/** The words of a certificate of service quality. */
export const certificateWords = {
  title: { "zh-Hant": "服務質量等級證書", "zh-Hans": "服务质量等级证书", en: "Certificate of Service Quality" },
  certify: { "zh-Hant": "茲證明", "zh-Hans": "兹证明", en: "This is to certify that" },
  creditCode: { "zh-Hant": "統一社會信用代碼", "zh-Hans": "统一社会信用代码", en: "Unified social credit code" },
  assessed: {
    "zh-Hant": "經本會依評估辦法評定，其服務質量等級為",
    "zh-Hans": "经本会按评估办法评定，其服务质量等级为",
    en: "has been assessed under the scheme named below and holds the service quality grade",
  },
  score: { "zh-Hant": "得分 {score}，滿分 100", "zh-Hans": "得分 {score}，满分 100", en: "{score} points of 100" },
  scope: { "zh-Hant": "評估範圍", "zh-Hans": "评估范围", en: "Scope" },
  period: { "zh-Hant": "評估期間", "zh-Hans": "评估期间", en: "Period assessed" },
  scheme: { "zh-Hant": "評估辦法", "zh-Hans": "评估办法", en: "Scheme" },
  number: { "zh-Hant": "證書編號", "zh-Hans": "证书编号", en: "Certificate no." },
  issued: { "zh-Hant": "簽發日期", "zh-Hans": "签发日期", en: "Issued on" },
  expires: { "zh-Hant": "有效期至", "zh-Hans": "有效期至", en: "Valid through" },
  verify: {
    "zh-Hant": "掃描二維碼，或於查驗頁輸入證書編號，即可核對真偽與現行狀態。",
    "zh-Hans": "扫描二维码，或在查验页面输入证书编号，即可核对真伪和当前状态。",
    en: "Scan the code, or enter the number on the verification page, to see whether this certificate is genuine and still in force.",
  },
  signed: {
    "zh-Hant": "本件附電子簽章，內容如經更動即可查出。",
    "zh-Hans": "本文件附有电子签名，内容一经改动即可查出。",
    en: "Signed electronically; any change to this file can be detected.",
  },
  issuer: { "zh-Hant": "簽發", "zh-Hans": "签发", en: "Issued by" },
  own: {
    "zh-Hant": "本等級由本會依行業自律規範評定，為本會自有等級，並非任何公共機關之評級、許可或認證。",
    "zh-Hans": "本等级由本会依据行业自律规范评定，是本会自己的等级，不是任何公共机关的评级、许可或认证。",
    en: "This grade is the association's own, given in self-regulation of the trade. It is not a rating, licence or approval by any public authority.",
  },
  qr: { "zh-Hant": "查驗網址的二維碼：{url}", "zh-Hans": "查验网址的二维码：{url}", en: "QR code leading to {url}" },
} as const satisfies Record<string, Localized>;
