import type { Language } from "../../core/language.ts";

/** Language of a locale such as `ko-KR`; what is not Korean is answered in English. */
export const languageOfLocale = (locale: string | null | undefined): Language | undefined => {
  if (locale === undefined || locale === null || locale.trim() === "") return undefined;
  return /^ko\b/i.test(locale.trim()) ? "ko" : "en";
};

/** Language in which a text of ours is written. English answers may name Korean things, so the larger share counts. */
export const languageOfText = (text: string): Language => {
  const korean = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return korean * 2 >= latin ? "ko" : "en";
};
