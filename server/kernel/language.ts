/** The three languages of the house, each translated in its own right. */
export const languages = ["zh-Hant", "zh-Hans", "en"] as const;
/** One of them, by its tag in BCP 47. */
export type Language = (typeof languages)[number];

/** A text in every language of the house. */
export type Localized = Record<Language, string>;

/** True for the tag of a language of the house, spelt exactly so; any other value, of whatever type, is none. */
export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);
