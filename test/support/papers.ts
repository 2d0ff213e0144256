import { readFileSync } from "node:fs";
import { certificateNumber } from "../../server/kernel/certificate-number.ts";
import type { Language, Localized } from "../../server/kernel/language.ts";
import { sha256 } from "../../server/kernel/digest.ts";
import { certificateFormat, type CertificateFacts, namesOn } from "../../server/modules/certificates/certificate-facts.rules.ts";
import { type Clause, pledgeText } from "../../server/modules/norms/pledge.rules.ts";
import type { ReceiptFacts } from "../../server/modules/norms/receipt.service.ts";
import type { AuditReportFacts, AuditedRule } from "../../workers/supervision/audit-report.pdf.ts";

const wingFung = {
  name: { "zh-Hant": "永豐行貿易股份有限公司", "zh-Hans": "永丰行贸易股份有限公司", en: "Wing Fung Hong Trading Co., Ltd." }, creditCode: "91440300MA5EXAMPLE",
};
const chengxinda = {
  name: { "zh-Hant": "廣州市誠信達批發有限公司", "zh-Hans": "广州市诚信达批发有限公司", en: "Guangzhou Chengxinda Wholesale & Supply Co., Ltd." }, creditCode: "91440101MA59ABCD12",
};
const firms = { "zh-Hant": wingFung, "zh-Hans": chengxinda, en: chengxinda };
const nameOf = (language: Language) => firms[language].name[language];

const association = { "zh-Hant": "華南批發行業協會", "zh-Hans": "华南批发行业协会", en: "South China Wholesale Trade Association" };

const reference = <T>(path: string) => JSON.parse(readFileSync(new URL(`../../seeds/reference/${path}`, import.meta.url), "utf8")) as T;
const scheme = reference<{ version: number; title: Localized }>("schemes/service-quality.v1.json");

/** A certificate under the association's own scheme in each language, with everything it can state. */
export function certificateIn(language: Language, changes: Partial<CertificateFacts> = {}): CertificateFacts {
  const number = certificateNumber({ prefix: "GH", year: 2026, serial: 123 });
  return {
    format: certificateFormat,
    kind: "SERVICE_QUALITY",
    number,
    language,
    association: { name: association },
    holder: { ...namesOn(language, firms[language].name), creditCode: firms[language].creditCode },
    scope: {
      "zh-Hant": "服務質量：訂單、庫存、配送、售後、人員、設施、客戶關係",
      "zh-Hans": "服务质量：订单、库存、配送、售后、人员、设施、客户关系",
      en: "Service quality: orders, stock, delivery, after-sales, staff, facilities, customers",
    },
    period: { from: "2025-01-01", to: "2025-12-31" },
    grade: "AA",
    score: "86.4",
    scheme: { name: scheme.title, version: scheme.version },
    issuedOn: "2026-03-01",
    expiresOn: "2027-02-28",
    verifyUrl: `https://guild.example/verify/${number}`,
    ...changes,
  };
}

/** The record of a signature under the association's own pledge. */
export function pledgeReceiptIn(language: Language, changes: Partial<ReceiptFacts> = {}): ReceiptFacts {
  const pledge = reference<{ version: number; title: Localized; preamble: Localized; clauses: (Clause & { id: string })[]; consent: Localized }>("norms/2026/pledge.json");
  const { consent, ...text } = pledgeText({ ...pledge, clauses: pledge.clauses.map((clause) => ({ ...clause, code: clause.id })) }, language);
  return {
    number: "PL-2026-000007", language, association: { name: association, zone: "Asia/Shanghai" },
    memberName: nameOf(language), creditCode: firms[language].creditCode, signatoryName: "陳慧敏", signatoryTitle: "總經理",
    consentText: consent, signedAt: "2026-03-01T02:03:04.000Z", address: "203.0.113.7", textDigest: sha256("text"), seal: sha256("seal"), text, ...changes,
  };
}

/** The report of an audit under the association's own rules, with as many findings as asked for. */
export function auditReportIn(language: Language, findings: number): AuditReportFacts {
  const { rules, ...ruleSet } = reference<{ version: number; title: Localized; rules: (Pick<AuditedRule, "code" | "title" | "article" | "severity"> & { words: Localized })[] }>("audit-rules.v1.json");
  const found = Array.from({ length: findings }, (_, index) => ({ member: `${nameOf(language)} ${index + 1}`, rule: rules[(index * index) % rules.length] ?? rules[0] }));
  return {
    number: "run_01KEXAMPLE", language, association: { name: association, zone: "Asia/Shanghai" },
    plan: { title: { "zh-Hant": "會員季度檢查", "zh-Hans": "会员季度检查", en: "Quarterly audit of members" }, occasion: "2026-Q1" },
    ruleSet: { title: ruleSet.title, version: ruleSet.version },
    asOf: "2026-03-31T15:59:59.000Z", startedAt: "2026-04-01T01:00:00.000Z", finishedAt: "2026-04-01T01:02:30.000Z",
    population: { eligible: 12, examined: 12 },
    rules: rules.map(({ code, title, article, severity }) => {
      const count = found.filter(({ rule }) => rule?.code === code).length;
      return { code, title, article, severity, examined: 12, noData: 1, findings: count, members: Math.min(12, count) };
    }),
    grades: [{ grade: "AAA", members: 2 }, { grade: "AA", members: 4 }, { grade: "A", members: 3 }, { grade: "BBB", members: 1 }, { grade: "NR", members: 2 }],
    membersConcerned: Math.min(12, findings), findingsTotal: findings,
    findings: found.flatMap(({ member, rule }) => (rule ? [{ member, rule: rule.code, severity: rule.severity, subject: "2026-Q1", sentence: rule.words[language] }] : [])),
  };
}
