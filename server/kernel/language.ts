/** The three languages of the house, each translated in its own right. */
export const languages = ["zh-Hant", "zh-Hans", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in every language of the house. */
export type Localized = Record<Language, string>;

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);
