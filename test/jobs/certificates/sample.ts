import { certificateNumber } from "../../../server/kernel/certificate-number.ts";
import type { Language } from "../../../server/kernel/language.ts";
import { certificateFormat, type CertificateFacts } from "../../../server/modules/certificates/certificate-facts.rules.ts";

const holders = {
  "zh-Hant": { name: "永豐行貿易股份有限公司", otherName: "Wing Fung Hong Trading Co., Ltd.", creditCode: "91440300MA5EXAMPLE" },
  "zh-Hans": { name: "广州市诚信达批发有限公司", otherName: null, creditCode: "91440101MA59ABCD12" },
  en: { name: "廣州市誠信達批發有限公司", otherName: "Guangzhou Chengxinda Wholesale & Supply Co., Ltd.", creditCode: "91440101MA59ABCD12" },
} as const;

/** A certificate of each language, with everything it can state. */
export function certificateIn(language: Language, changes: Partial<CertificateFacts> = {}): CertificateFacts {
  const number = certificateNumber({ prefix: "GH", year: 2026, serial: 123 });
  return {
    format: certificateFormat,
    kind: "COMPLIANCE_GRADE",
    number,
    language,
    association: { name: { "zh-Hant": "華南批發行業協會", "zh-Hans": "华南批发行业协会", en: "South China Wholesale Trade Association" } },
    holder: holders[language],
    scope: {
      "zh-Hant": "服務質量：訂單、庫存、配送、售後、人員、設施、客戶關係",
      "zh-Hans": "服务质量：订单、库存、配送、售后、人员、设施、客户关系",
      en: "Service quality: orders, stock, delivery, after-sales, staff, facilities, customers",
    },
    period: { from: "2025-01-01", to: "2025-12-31" },
    grade: "AA",
    score: "86.4",
    scheme: { name: { "zh-Hant": "批發服務質量評估方案", "zh-Hans": "批发服务质量评估方案", en: "Service quality of wholesalers" }, version: 1 },
    issuedOn: "2026-03-01",
    expiresOn: "2027-02-28",
    verifyUrl: `https://guild.example/verify/${number}`,
    ...changes,
  };
}
