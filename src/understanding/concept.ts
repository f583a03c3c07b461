/**
 * Words that mean the same to a customer. A text that names a concept gets it as a feature, in either language.
 * Korean: parts of words, looked for without spaces. English: beginnings of words.
 */
export type Concept = readonly [name: string, ko: string, en: string];
