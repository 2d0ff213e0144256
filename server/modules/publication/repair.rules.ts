import { digestOf } from "../../kernel/digest.ts";
import { type Language, languages, type Localized } from "../../kernel/language.ts";
import { asRead } from "../../kernel/plain-text.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import type { PublicationTerms } from "./publication-terms.rules.ts";

/** How an application for repair stands. `LAPSED`: an appeal did away with what was to be repaired. */
export const RepairState = { FILED: "FILED", RETURNED: "RETURNED", GRANTED: "GRANTED", REFUSED: "REFUSED", WITHDRAWN: "WITHDRAWN", LAPSED: "LAPSED" } as const;
export type RepairState = keyof typeof RepairState;

/** Which state may follow which. */
export const nextRepairStates = {
  FILED: ["RETURNED", "GRANTED", "REFUSED", "WITHDRAWN", "LAPSED"],
  RETURNED: ["FILED", "WITHDRAWN", "LAPSED"],
  GRANTED: [],
  REFUSED: [],
  WITHDRAWN: [],
  LAPSED: [],
} as const satisfies Record<RepairState, readonly RepairState[]>;

/** Whether one state may follow another. */
export const mayFollow = (from: RepairState, to: RepairState): boolean => (nextRepairStates[from] as readonly RepairState[]).includes(to);

/** Where an application waits, and for whom. */
export const RepairTab = { TO_DECIDE: "TO_DECIDE", RETURNED: "RETURNED", TO_TELL: "TO_TELL", DONE: "DONE" } as const;
export type RepairTab = keyof typeof RepairTab;

/** What the firm gives its word for, as a value with one digest, in the language it is read in. */
const commitmentText = ({ version, commitment }: Pick<PublicationTerms, "version" | "commitment">, language: Language) => ({ version, language, commitment: commitment[language] });

export const commitmentDigest = (terms: Pick<PublicationTerms, "version" | "commitment">, language: Language): string => digestOf(commitmentText(terms, language));

/** The language somebody read, told by the digest of what they read; null when it is not the text in force. */
export const commitmentLanguage = (terms: { version: number; commitment: Localized }, digest: string): Language | null =>
  languages.find((language) => commitmentDigest(terms, language) === digest) ?? null;

/** What is said for a firm, and by whose documents it is borne out. */
export interface Stating {
  text: string;
  fileIds: readonly string[];
}

/** An application as it is filed. */
export interface RepairFiling extends Stating {
  commitmentDigest: string;
  consent: boolean;
  signatoryName: string;
  signatoryTitle: string;
}

export const longestText = 4_000;
const longestName = 100;
const mostFiles = 20;

interface Fault {
  code: ProblemCode;
  path: string;
}

/** Whether a text is missing or too long; null when it is neither. */
export function textFault(text: string, longest: number = longestText): "REQUIRED" | "TOO_LONG" | null {
  if (asRead(text).trim() === "") return "REQUIRED";
  return text.length > longest ? "TOO_LONG" : null;
}

const named = (text: string, path: string, longest: number): Fault[] => {
  const code = textFault(text, longest);
  return code === null ? [] : [{ code, path }];
};

/** What is missing in a statement; it is borne out by one document at least. */
export const statingFaults = ({ text, fileIds }: Stating): Fault[] => [
  ...named(text, "input.text", longestText),
  ...(fileIds.length === 0 ? [{ code: "NO_EVIDENCE" as const, path: "input.fileIds" }] : []),
  ...(fileIds.length > mostFiles ? [{ code: "TOO_MANY" as const, path: "input.fileIds" }] : []),
];

/** Everything that is missing before an application can be taken. */
export const filingFaults = ({ consent, signatoryName, signatoryTitle, ...stating }: RepairFiling): Fault[] => [
  ...statingFaults(stating),
  ...(consent ? [] : [{ code: "NO_CONSENT" as const, path: "input.consent" }]),
  ...named(signatoryName, "input.signatoryName", longestName),
  ...named(signatoryTitle, "input.signatoryTitle", longestName),
];
