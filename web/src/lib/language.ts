/** The languages of the house, in the order the switch offers them, each with its own name. */
export const languageNames = { "zh-Hant": "繁體中文", "zh-Hans": "简体中文", en: "English" } as const;
export type Language = keyof typeof languageNames;
export const languages = Object.keys(languageNames) as Language[];

/** How the contract spells each language. */
export const contractLanguages = { "zh-Hant": "ZH_HANT", "zh-Hans": "ZH_HANS", en: "EN" } as const;

/** A text in every language of the house, as the scalar `Localized` brings it. */
export type Localized = Readonly<Record<Language, string>>;

const storageKey = "guildhall.language";

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** The language chosen in this browser, or else the first one it asks for that the house speaks; null when there is none. */
export function browserLanguage(): Language | null {
  const kept = localStorage.getItem(storageKey);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map(nearestLanguage).find((language) => language !== null) ?? null;
}

export const keepLanguage = (language: Language): void => localStorage.setItem(storageKey, language);

function nearestLanguage(tag: string): Language | null {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === "zh") return script === "Hans" ? "zh-Hans" : "zh-Hant";
  return language === "en" ? "en" : null;
}

export const languageOf = (spelled: string): Language | null => languages.find((language) => contractLanguages[language] === spelled) ?? null;
