import type { Localized } from "../../server/kernel/language.ts";

/** The words of the paper that records a signed pledge. */
export const pledgeReceiptWords = {
  heading: { "zh-Hant": "自律公約簽署證明", "zh-Hans": "自律公约签署证明", en: "Record of a signed pledge" },
  signed: {
    "zh-Hant": "{member}已簽署「{pledge}」。簽署時所見全文如下。",
    "zh-Hans": "{member}已签署“{pledge}”。签署时所见全文如下。",
    en: "{member} has signed the “{pledge}”. The full text, as it was read at signing, follows.",
  },
  text: { "zh-Hant": "公約全文", "zh-Hans": "公约全文", en: "Text of the pledge" },
  prohibited: { "zh-Hant": "不得：", "zh-Hans": "不得：", en: "Never:" },
  checkedBy: { "zh-Hant": "核查方式：{how}", "zh-Hans": "核查方式：{how}", en: "Checked by: {how}" },
  consent: { "zh-Hant": "簽署人聲明", "zh-Hans": "签署人声明", en: "What the signatory declared" },
  record: { "zh-Hant": "簽署記錄", "zh-Hans": "签署记录", en: "Record of signing" },
  number: { "zh-Hant": "編號", "zh-Hans": "编号", en: "Number" },
  version: { "zh-Hant": "公約版本", "zh-Hans": "公约版本", en: "Version of the pledge" },
  versionNumber: { "zh-Hant": "第 {version} 版", "zh-Hans": "第 {version} 版", en: "{version}" },
  member: { "zh-Hant": "會員", "zh-Hans": "会员", en: "Member" },
  creditCode: { "zh-Hant": "統一社會信用代碼", "zh-Hans": "统一社会信用代码", en: "Unified social credit code" },
  signatory: { "zh-Hant": "簽署人", "zh-Hans": "签署人", en: "Signed by" },
  title: { "zh-Hant": "職務", "zh-Hans": "职务", en: "Position" },
  signedAt: { "zh-Hant": "簽署時間", "zh-Hans": "签署时间", en: "Signed at" },
  address: { "zh-Hant": "網絡地址", "zh-Hans": "网络地址", en: "Network address" },
  noAddress: { "zh-Hant": "未記錄", "zh-Hans": "未记录", en: "not recorded" },
  textDigest: { "zh-Hant": "全文摘要（SHA-256）", "zh-Hans": "全文摘要（SHA-256）", en: "Digest of the text (SHA-256)" },
  seal: { "zh-Hant": "記錄封存摘要（SHA-256）", "zh-Hans": "记录封存摘要（SHA-256）", en: "Seal of the record (SHA-256)" },
  note: {
    "zh-Hant": "公約由會員自願向{association}簽署，屬行業自律性質。封存摘要涵蓋上列全部事項；本件附電子簽章，內容如經更動即可查出。",
    "zh-Hans": "公约由会员自愿向{association}签署，属行业自律性质。封存摘要涵盖上列全部事项；本文件附有电子签名，内容一经改动即可查出。",
    en: "The member gives this pledge to the {association} of its own free will, in self-regulation of the trade. The seal covers everything stated above; the file is signed electronically, and any change to it can be detected.",
  },
} as const satisfies Record<string, Localized>;
