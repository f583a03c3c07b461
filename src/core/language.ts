/** The languages customers are answered in. */
export const LANGUAGES = ["ko", "en"] as const;

export type Language = (typeof LANGUAGES)[number];

/** One text for each language. */
export type Localized = Readonly<Record<Language, string>>;
