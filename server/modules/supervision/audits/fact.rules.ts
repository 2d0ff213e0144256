import { atBeginning, dayInWords, daysInWords, figureInWords, percentInWords, periodInWords } from "../../../kernel/in-words.ts";
import { type Language, languages, type Localized } from "../../../kernel/language.ts";
import type { AuditRule, AuditRuleSet, FactKind } from "./audit.rules.ts";

/** What a finding stands on, as its check told it. */
export type Facts = Readonly<Record<string, unknown>>;

/** Titles of groups of indicators by their code. */
export type GroupTitles = Readonly<Record<string, Localized>>;

const writers: Record<Exclude<FactKind, "GROUP">, (value: string, language: Language) => string> = {
  DAY: dayInWords,
  DAYS: daysInWords,
  PERIOD: periodInWords,
  PERCENT: percentInWords,
  COUNT: figureInWords,
  NAME: (value) => value,
};

/** A dash is how the first audits wrote that there is nothing. */
const isMissing = (value: unknown): boolean => value === null || value === undefined || value === "–";

/** A fact in words, by the kind its rule declares; null when there is nothing to say. */
export function factInWords({ kinds }: Pick<AuditRule, "kinds">, name: string, value: unknown, groups: GroupTitles): Localized | null {
  if (isMissing(value)) return null;
  const kind = kinds?.[name] ?? "NAME";
  const plain = String(value);
  if (kind === "GROUP") return groups[plain] ?? inAll(() => plain);
  return inAll((language) => writers[kind](plain, language));
}

/** As `factInWords`, where it stands alone instead of within a sentence. */
export function factAlone(rule: Pick<AuditRule, "kinds">, name: string, value: unknown, groups: GroupTitles): Localized | null {
  const words = factInWords(rule, name, value, groups);
  return words && { ...words, en: rule.kinds?.[name] === "PERIOD" ? atBeginning(words.en) : words.en };
}

/**
 * A finding in words: the rule's sentence with its parameters and the finding's facts filled in, or the sentence it has for want of one of them.
 * A placeholder nobody fills stays visible, so that a broken rule is seen.
 */
export function sentenceOf(rule: AuditRule, facts: Facts, groups: GroupTitles = {}): Localized {
  const figures: Record<string, unknown> = { ...rule.parameters, ...facts };
  const wanting = Object.keys(rule.without ?? {}).find((name) => isMissing(figures[name]));
  const words = (wanting === undefined ? undefined : rule.without?.[wanting]) ?? rule.words;
  return inAll((language) =>
    words[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in figures ? (factInWords(rule, name, figures[name], groups)?.[language] ?? none[language]) : whole,
    ),
  );
}

const none: Localized = { "zh-Hant": "無", "zh-Hans": "无", en: "none" };

/** What exactly is at fault, in words: the period, the group, the certificate. Empty for the member as a whole. */
export function subjectInWords(rule: AuditRule, facts: Facts, groups: GroupTitles): Localized {
  const names = Object.entries(rule.kinds ?? {}).filter(([name, kind]) => name in facts && (kind === "PERIOD" || kind === "GROUP" || kind === "NAME")).map(([name]) => name);
  const parts = names.flatMap((name) => factAlone(rule, name, facts[name], groups) ?? []);
  return inAll((language) => parts.map((part) => part[language]).join(language === "en" ? ", " : "，"));
}

/**
 * The rule of a set as it is told today: judged by its own figures, in the words of the newest set (`sets`, newest first) that has the very same rule.
 * Undefined when the set has no such rule.
 */
export function toldToday(sets: readonly AuditRuleSet[], version: number, code: string): AuditRule | undefined {
  const ruleIn = (set: AuditRuleSet) => set.rules.find((rule) => rule.code === code);
  const own = sets.filter((set) => set.version === version).flatMap((set) => ruleIn(set) ?? [])[0];
  if (!own) return undefined;
  const newest = sets.flatMap((set) => ruleIn(set) ?? []).find((rule) => judgesAs(rule, own)) ?? own;
  return { ...newest, title: own.title };
}

const judgesAs = (one: AuditRule, other: AuditRule): boolean =>
  one.article === other.article && one.severity === other.severity && sameSet(Object.entries(one.parameters).map(String), Object.entries(other.parameters).map(String)) &&
  sameSet(one.facts, other.facts);

const sameSet = (some: readonly string[], others: readonly string[]): boolean => some.length === others.length && some.every((each) => others.includes(each));

const inAll = (write: (language: Language) => string): Localized =>
  Object.fromEntries(languages.map((language) => [language, write(language)])) as Localized;
