import type { Language } from "../core/language.ts";

/** Language in which a text of ours is written. English answers may name Korean things, so the larger share counts. */
export const languageOfText = (text: string): Language => {
  const korean = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return korean * 2 >= latin ? "ko" : "en";
};
