import type { Language } from "../core/language.ts";

/** Language of a locale such as `ko-KR`; what is not Korean is answered in English. */
export const languageOfLocale = (locale: string | null | undefined): Language | undefined => {
  if (locale === undefined || locale === null || locale.trim() === "") return undefined;
  return /^ko\b/i.test(locale.trim()) ? "ko" : "en";
};
