import { digestOf } from "../../kernel/digest.ts";
import { type Language, languages, type Localized } from "../../kernel/language.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import type { TextState } from "./norm.rules.ts";

/** What a member promises under one heading, what it must not do, and how that is checked. */
export interface Clause {
  code: string;
  title: Localized;
  duty: Localized;
  /** Empty: the clause names no act as forbidden. */
  prohibited: readonly Localized[];
  checkedBy: Localized;
}

/** One version of the pledge as the association adopts it. */
export interface PledgeDefinition {
  version: number;
  state: TextState;
  inForceOn: string;
  /** Members are to have signed by this day. */
  signBy: string;
  title: Localized;
  preamble: Localized;
  clauses: readonly Clause[];
  /** What the signatory declares in signing. */
  consent: Localized;
}

/** A clause of a version by its code; null when it has none of that code. */
export const clauseOf = (version: { clauses: readonly Clause[] } | null, code: string): Clause | null => version?.clauses.find((clause) => clause.code === code) ?? null;

/** Everything a reader of one language has before them, as a value with one digest. */
export const pledgeText = ({ version, title, preamble, clauses, consent }: Omit<PledgeDefinition, "state" | "inForceOn" | "signBy">, language: Language) => ({
  version,
  language,
  title: title[language],
  preamble: preamble[language],
  clauses: clauses.map((clause) => ({
    code: clause.code,
    title: clause.title[language],
    duty: clause.duty[language],
    prohibited: clause.prohibited.map((act) => act[language]),
    checkedBy: clause.checkedBy[language],
  })),
  consent: consent[language],
});

export const textDigests = (definition: PledgeDefinition): Record<Language, string> =>
  Object.fromEntries(languages.map((language) => [language, digestOf(pledgeText(definition, language))])) as Record<Language, string>;

/** The language somebody read, told by the digest of what they read; null when it is no text of this version. */
export const languageRead = (digests: Record<Language, string>, digest: string): Language | null =>
  languages.find((language) => digests[language] === digest) ?? null;

/** What the signatory says of the reading and of themself. */
export interface SigningForm {
  readToEnd: boolean;
  consent: boolean;
  signatoryName: string;
  signatoryTitle: string;
}

interface SigningFault {
  code: ProblemCode;
  path: keyof SigningForm;
}

const LONGEST_NAME = 100;

/** Everything that is missing before a signature can be taken. */
export function signingFaults({ readToEnd, consent, signatoryName, signatoryTitle }: SigningForm): SigningFault[] {
  const named = (text: string, path: keyof SigningForm): SigningFault[] => {
    const length = text.trim().length;
    if (length === 0) return [{ code: "REQUIRED", path }];
    return length > LONGEST_NAME ? [{ code: "TOO_LONG", path }] : [];
  };
  return [
    ...(readToEnd ? [] : [{ code: "NOT_READ", path: "readToEnd" } as const]),
    ...(consent ? [] : [{ code: "NO_CONSENT", path: "consent" } as const]),
    ...named(signatoryName, "signatoryName"),
    ...named(signatoryTitle, "signatoryTitle"),
  ];
}

/** What a signature states: who bound which firm to which text, where and when. */
export interface PledgeStatement {
  number: string;
  memberId: string;
  memberName: string;
  creditCode: string;
  versionNumber: number;
  language: Language;
  textDigest: string;
  signatoryName: string;
  signatoryTitle: string;
  consentText: string;
  userId: string;
  signedAt: Date;
  address: string | null;
}

/** SHA-256 over the canonical record: whoever holds the record can say whether a word of it was changed. */
export function sealOf(statement: PledgeStatement): string {
  const { number, memberId, memberName, creditCode, versionNumber, language, textDigest } = statement;
  const { signatoryName, signatoryTitle, consentText, userId, signedAt, address } = statement;
  return digestOf({
    number, memberId, memberName, creditCode, versionNumber, language, textDigest,
    signatoryName, signatoryTitle, consentText, userId, signedAt, address,
  });
}

/** How a member stands to the pledge in force. */
export const PledgeState = { SIGNED: "SIGNED", OUTDATED: "OUTDATED", UNSIGNED: "UNSIGNED" } as const;
export type PledgeState = keyof typeof PledgeState;

/** Why a version that is not the one in force cannot be signed; a version nobody knows is another text than was read. */
export function unsignable(asked: { number: number; inForceOn: string } | null, inForce: { number: number } | null, day: string): "TEXT_CHANGED" | "NOT_YET_IN_FORCE" | "PLEDGE_SUPERSEDED" {
  if (asked === null) return "TEXT_CHANGED";
  if (asked.inForceOn > day) return "NOT_YET_IN_FORCE";
  return inForce !== null && asked.number < inForce.number ? "PLEDGE_SUPERSEDED" : "TEXT_CHANGED";
}

export function pledgeState(signed: number | null, inForce: number | null): PledgeState {
  if (signed === null) return "UNSIGNED";
  return inForce !== null && signed < inForce ? "OUTDATED" : "SIGNED";
}
