import { canonicalJson } from "../../kernel/canonical-json.ts";
import { readCertificateNumber } from "../../kernel/certificate-number.ts";
import { grades, type Grade } from "../../kernel/grade.ts";
import { isLanguage, type Language, type Localized } from "../../kernel/language.ts";
import { paperStatement } from "../../kernel/paper-statement.ts";
import { isDay, isPeriod, type Period } from "../../kernel/period.ts";

export const certificateFormat = "guildhall.certificate.v1";

/** Everything a certificate states; what is printed, attached and signed is drawn from this and from nothing else. */
export interface CertificateFacts {
  format: typeof certificateFormat;
  kind: "SERVICE_QUALITY";
  number: string;
  /** The language the paper is written in. */
  language: Language;
  association: { name: Localized };
  holder: {
    /** In the language of the paper. */
    name: string;
    /** In the other script: the Chinese name beside an English one, the English beside a Chinese; null where it would be the same. */
    otherName: string | null;
    /** Unified social credit code (GB 32100) or the number of another register. */
    creditCode: string;
  };
  /** What was assessed. */
  scope: Localized;
  period: Period;
  grade: Grade;
  /** Points out of 100 as a decimal text. */
  score: string;
  scheme: { name: Localized; version: number };
  /** Calendar days; the certificate holds through the day it expires. */
  issuedOn: string;
  expiresOn: string;
  /** Where anyone checks this certificate. */
  verifyUrl: string;
}

/** The one text of the facts, as attached to the paper. */
export const factsText = (facts: CertificateFacts): string => canonicalJson(facts);

/** What the signature of the paper states. */
export const factsStatement = (facts: CertificateFacts): string => paperStatement(facts.number, factsText(facts));

/** The names of a holder on its paper. Firms are registered in Chinese, so that an English paper never goes without that name. */
export function namesOn(language: Language, name: Localized): Pick<CertificateFacts["holder"], "name" | "otherName"> {
  const [own, other] = [name[language], language === "en" ? name["zh-Hans"] : name.en];
  return { name: own, otherName: other === own ? null : other };
}

/** What a certificate states, as anyone is told. */
export const standingOf = ({ holder, grade, score, scope, period, issuedOn, expiresOn }: CertificateFacts) => ({
  holder: holder.name, creditCode: holder.creditCode, grade, score, scope, periodFrom: period.from, periodTo: period.to, issuedOn, expiresOn,
});

/** Reads facts back from their text; null when the text is not the one text of a certificate's facts. */
export function readFacts(text: string): CertificateFacts | null {
  try {
    const facts = JSON.parse(text) as CertificateFacts;
    return isFacts(facts) && factsText(facts) === text ? facts : null;
  } catch {
    return null;
  }
}

function isFacts(facts: CertificateFacts): boolean {
  return [
    facts.format === certificateFormat,
    readCertificateNumber(facts.number) === facts.number,
    isLanguage(facts.language),
    grades.includes(facts.grade),
    isPeriod(facts.period),
    isDay(facts.issuedOn) && isDay(facts.expiresOn),
    [facts.holder.name, facts.holder.creditCode, facts.score, facts.verifyUrl].every((value) => typeof value === "string"),
    [facts.association.name, facts.scope, facts.scheme.name].every((value) => typeof value[facts.language] === "string"),
  ].every(Boolean);
}
