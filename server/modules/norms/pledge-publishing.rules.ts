import { languages, type Localized } from "../../kernel/language.ts";
import { asRead, asReadOnOneLine } from "../../kernel/plain-text.ts";
import type { ProblemCode } from "../../kernel/problem-codes.ts";
import type { Clause } from "./pledge.rules.ts";
import { hitsIn, type PriceHit } from "./price-fixing.rules.ts";

/** A clause as an officer writes it: with the code it had, or without one while it is new. */
export interface ClauseDraft extends Omit<Clause, "code"> {
  code: string | null;
}

/** What an officer publishes as the next version of the pledge. */
export interface PledgeDraft {
  title: Localized;
  preamble: Localized;
  clauses: readonly ClauseDraft[];
  consent: Localized;
  inForceOn: string;
  signBy: string;
}

interface Fault {
  code: ProblemCode;
  path: string;
  article?: string;
}

interface Published {
  today: string;
  /** The day on which the last version begins; null before the first. */
  lastInForceOn: string | null;
  /** The codes of the last version's clauses, which clauses may go on bearing. */
  current: ReadonlySet<string>;
}

const most = { clauses: 20, prohibited: 20 };
/** In characters, of each language. */
const longest = { title: 200, text: 4000 };

/** Everything at fault in a version of the pledge before it is published. */
export function pledgeDraftFaults(draft: PledgeDraft, { today, lastInForceOn, current }: Published): Fault[] {
  const { title, preamble, consent, clauses, inForceOn, signBy } = draft;
  return [
    ...words(title, "title", longest.title),
    ...words(preamble, "preamble", longest.text),
    ...words(consent, "consent", longest.text),
    ...count(clauses.length, "clauses", most.clauses),
    ...clauses.flatMap((clause, place) => clauseFaults(clause, `clauses.${place}`, current)),
    ...repeated(clauses),
    ...dayFaults(inForceOn, signBy, today, lastInForceOn),
  ];
}

const clauseFaults = ({ code, title, duty, prohibited, checkedBy }: ClauseDraft, path: string, current: ReadonlySet<string>): Fault[] => [
  ...(code === null || current.has(code) ? [] : [{ code: "CODE_RETIRED" as const, path: `${path}.code` }]),
  ...words(title, `${path}.title`, longest.title),
  ...words(duty, `${path}.duty`, longest.text),
  ...(prohibited.length > most.prohibited ? [{ code: "TOO_MANY" as const, path: `${path}.prohibited` }] : []),
  ...prohibited.flatMap((act, place) => words(act, `${path}.prohibited.${place}`, longest.title)),
  ...words(checkedBy, `${path}.checkedBy`, longest.text),
];

function repeated(clauses: readonly ClauseDraft[]): Fault[] {
  const codes = clauses.map(({ code }) => code);
  return codes.flatMap((code, place) => (code !== null && codes.indexOf(code) !== place ? [{ code: "CODE_TWICE" as const, path: `clauses.${place}.code` }] : []));
}

function dayFaults(inForceOn: string, signBy: string, today: string, lastInForceOn: string | null): Fault[] {
  if (inForceOn < today) return [{ code: "DAY_PASSED", path: "inForceOn" }];
  if (lastInForceOn !== null && inForceOn <= lastInForceOn) return [{ code: "BEFORE_LAST_VERSION", path: "inForceOn" }];
  return signBy < inForceOn ? [{ code: "DAY_PASSED", path: "signBy" }] : [];
}

function count(length: number, path: string, limit: number): Fault[] {
  if (length === 0) return [{ code: "REQUIRED", path }];
  return length > limit ? [{ code: "TOO_MANY", path }] : [];
}

const words = (text: Localized, path: string, limit: number): Fault[] =>
  languages.flatMap((language): Fault[] => {
    if (asRead(text[language]).trim() === "") return [{ code: "REQUIRED", path: `${path}.${language}` }];
    return text[language].length > limit ? [{ code: "TOO_LONG", path: `${path}.${language}` }] : [];
  });

/** How an act stands in the list of what is forbidden, so that it is read as forbidden. */
const forbidden: Localized = { "zh-Hant": "不得", "zh-Hans": "不得", en: "Members shall not engage in " };

/** The sentences of a pledge that set what every competitor sets alone. */
export const pledgeHits = ({ title, preamble, consent, clauses }: Pick<PledgeDraft, "title" | "preamble" | "consent"> & { clauses: readonly Clause[] }): PriceHit[] =>
  languages.flatMap((language) => [
    ...hitsIn("title", title[language], language),
    ...hitsIn("preamble", preamble[language], language),
    ...clauses.flatMap((clause) => [
      ...[clause.title, clause.duty, clause.checkedBy].flatMap((text) => hitsIn(clause.code, text[language], language)),
      ...clause.prohibited.flatMap((act) => hitsIn(clause.code, `${forbidden[language]}${act[language]}`, language)),
    ]),
    ...hitsIn("consent", consent[language], language),
  ]);

/** The clauses with every code given: a new one gets the code after the highest ever given. */
export function codedClauses(clauses: readonly ClauseDraft[], used: ReadonlySet<string>): Clause[] {
  let last = Math.max(0, ...[...used].map((code) => Number(/^C(\d+)$/.exec(code)?.[1] ?? 0)));
  return clauses.map(({ code, title, duty, prohibited, checkedBy }) => {
    const given = code ?? `C${(last += 1)}`;
    return { code: given, title: titled(title), duty: plain(duty), prohibited: prohibited.map(plain), checkedBy: plain(checkedBy) };
  });
}

const inAll = (text: Localized, change: (written: string) => string): Localized => ({ "zh-Hant": change(text["zh-Hant"]), "zh-Hans": change(text["zh-Hans"]), en: change(text.en) });

/** A text without what nobody sees. */
export const plain = (text: Localized): Localized => inAll(text, (written) => asRead(written).trim());

/** The same on one line. */
export const titled = (text: Localized): Localized => inAll(text, (written) => asReadOnOneLine(written).trim());
